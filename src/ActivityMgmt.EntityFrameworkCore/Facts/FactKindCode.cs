using System.Collections.Frozen;
using System.Text.Json;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Kinds of fact as the tables spell them: <c>policy-event</c>.</summary>
internal static class FactKindCode
{
    private static readonly FrozenDictionary<FactKind, string> Codes =
        Enum.GetValues<FactKind>().ToFrozenDictionary(k => k, k => JsonNamingPolicy.KebabCaseLower.ConvertName(k.ToString()));

    private static readonly FrozenDictionary<string, FactKind> Kinds = Codes.ToFrozenDictionary(c => c.Value, c => c.Key);

    public static string Of(FactKind kind) => Codes[kind];

    public static FactKind Parse(string code) =>
        Kinds.TryGetValue(code, out var kind) ? kind : throw new JsonException($"'{code}' is not a kind of fact.");
}

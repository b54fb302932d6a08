using System.Text.Json;

namespace ActivityMgmt.Incentives;

/// <summary>The canonical JSON of a reason: its code, and its values by name, each with its kind and canonical text.</summary>
internal static class ReasonJson
{
    private static readonly string[] Kinds = ["text", "number", "quantity", "date", "period", "term"];

    public static void Write(Utf8JsonWriter json, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("code", reason.Code);
        json.WriteStartObject("values");
        foreach (var (name, value) in reason.Values)
        {
            json.WriteStartObject(name);
            json.WriteString(Kinds[(int)value.Kind], value.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static Reason Read(JsonElement reason) => Reason.Of(
        reason.GetProperty("code").GetString()!,
        reason.GetProperty("values").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, ValueOf(p.Value))));

    private static ReasonValue ValueOf(JsonElement value)
    {
        var written = value.EnumerateObject().First();
        var kind = Array.IndexOf(Kinds, written.Name);
        return kind >= 0
            ? new((ReasonValueKind)kind, written.Value.GetString()!)
            : throw new FormatException($"'{written.Name}' is not a kind of value.");
    }
}

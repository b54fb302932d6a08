using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime.Serialization.SystemTextJson;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The canonical JSON of facts and aggregates: the same value gives the same text.</summary>
/// <remarks>
/// Members sorted by name, what is <see langword="null"/> and not required left out, numbers without trailing zeros, dictionaries sorted by key,
/// closed families with their case first. Only what a constructor or <c>init</c> takes back is written.
/// A type that couldn't be read back the same is refused with <see cref="NotSupportedException"/> when it is first met.
/// </remarks>
internal static class StoredJson
{
    /// <summary>The version of this way of writing; stored beside each aggregate.</summary>
    public const int Format = 1;

    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static string Write(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"Expected a {typeof(T).Name}, found null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese stays readable; the text goes into no HTML
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StorableMembers.Keep, ClosedFamilies.Tell } },
            Converters =
            {
                new ParsedConverter<Money>(Money.Parse, CanonicalNumber.Of),
                new ParsedConverter<Quantity>(Quantity.Parse, q => q.ToString()),
                new ParsedConverter<Unit>(Unit.Parse, u => u.Code),
                new ParsedConverter<Quarter>(Quarter.Parse, q => q.ToString()),
                new ParsedConverter<Subject>(Subject.Parse, s => s.ToString()),
                new ParsedConverter<FactReference>(FactReference.Parse, f => f.ToString()),
                new ParsedConverter<FactKey>(text => FactReference.Parse(text + "@0").Key, k => k.ToString()),
                new ParsedConverter<ReasonValue>(ReasonConverter.ParseValue, ReasonConverter.Text),
                new ReasonConverter(),
                new EvidenceConverter(),
                new DecimalConverter(),
                new SortedDictionaryConverterFactory(),
                new TypedIdConverterFactory(),
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            },
        };
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.WithIsoDateIntervalConverter();
        options.MakeReadOnly();
        return options;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A value that has a written form of its own, as a JSON string and as a key.</summary>
internal sealed class ParsedConverter<T>(Func<string, T> parse, Func<T, string> write) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        From(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => From(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(write(value));

    private T From(string? text) => Parsed.From(text ?? throw new JsonException($"Expected the text of a {typeof(T).Name}."), parse);
}

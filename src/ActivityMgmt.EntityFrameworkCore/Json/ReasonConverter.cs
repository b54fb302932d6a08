using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A reason as <c>{"code":"kpi.no-facts","values":{"measure":"term:calls"}}</c>; the values keep their order.</summary>
internal sealed class ReasonConverter : JsonConverter<Reason>
{
    public override Reason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? code = null;
        var values = new List<KeyValuePair<string, ReasonValue>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "code":
                    code = reader.GetString();
                    break;
                case "values":
                    ReadValues(ref reader, values);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return Reason.Of(code ?? throw new JsonException("A reason has no code."), values);
    }

    public override void Write(Utf8JsonWriter writer, Reason value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        if (value.Values.Count > 0)
        {
            writer.WriteStartObject("values");
            foreach (var (name, item) in value.Values)
            {
                writer.WriteString(name, Text(item));
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static string Text(ReasonValue value) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(value.Kind.ToString())}:{value.Text}";

    public static ReasonValue ParseValue(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<ReasonValueKind>(text.AsSpan(0, colon), ignoreCase: true, out var kind)
            ? new(kind, text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not a reason's value; expected a form like date:2026-07-01.");
    }

    private static void ReadValues(ref Utf8JsonReader reader, List<KeyValuePair<string, ReasonValue>> values)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var text = reader.GetString() ?? throw new JsonException($"The reason's value '{name}' is null.");
            values.Add(new(name, Parsed.From(text, ParseValue)));
        }
    }
}

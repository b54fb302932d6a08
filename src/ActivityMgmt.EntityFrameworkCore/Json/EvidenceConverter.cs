using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Evidence as <c>{"counts":[["facts",3]],"facts":["Premium:crm/R100@1"]}</c>; counts keep their order and may share a name.</summary>
internal sealed class EvidenceConverter : JsonConverter<Evidence>
{
    public override Evidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var counts = new List<KeyValuePair<string, decimal>>();
        var facts = new List<FactReference>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString();
            reader.Read();
            switch (member)
            {
                case "counts":
                    ReadCounts(ref reader, counts);
                    break;
                case "facts":
                    ReadFacts(ref reader, facts);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new(counts, facts);
    }

    public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("counts");
        foreach (var (name, count) in value.Counts)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(name);
            writer.WriteNumberValue(CanonicalNumber.Of(count));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("facts");
        foreach (var fact in value.Facts)
        {
            writer.WriteStringValue(fact.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void ReadCounts(ref Utf8JsonReader reader, List<KeyValuePair<string, decimal>> counts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var name = reader.GetString() ?? throw new JsonException("A count has no name.");
            reader.Read();
            counts.Add(new(name, reader.GetDecimal()));
            reader.Read();
        }
    }

    private static void ReadFacts(ref Utf8JsonReader reader, List<FactReference> facts)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            facts.Add(Parsed.From(reader.GetString()!, FactReference.Parse));
        }
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>Writes documents that their readers read back the same: indented, Chinese as it is, what has its default left out.</summary>
internal static class DocumentWriter
{
    // Texts go into files and stores, not into HTML.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DocumentHeader header, Action<Utf8JsonWriter> members)
    {
        Guard.Against.Null(header);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", header.Id);
            json.WriteNumber("version", header.Version);
            var to = header.EffectiveTo is { } last ? LocalDatePattern.Iso.Format(last) : "..";
            json.WriteString("effective", $"{LocalDatePattern.Iso.Format(header.EffectiveFrom)}/{to}");
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void WriteNames(this Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    public static void WriteList<T>(this Utf8JsonWriter json, string member, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(member);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteOptional(this Utf8JsonWriter json, string member, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(member, number);
        }
    }
}

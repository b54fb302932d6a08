using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActivityMgmt.Incentives;

/// <summary>The canonical JSON of a statement: the same statement gives the same bytes in UTF-8 on every machine, and is read back whole.</summary>
/// <remarks>Indented by two spaces, LF line ends, members in a fixed order, amounts as numbers without trailing zeros, no text for people.</remarks>
public static class StatementJson
{
    /// <summary>The version of the form, written into each statement; a later version of this package reads it as well.</summary>
    public const int Form = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a statement.</summary>
    public static string Write(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("form", Form);
            json.WriteString("statement", statement.Key);
            json.WriteString("agent", statement.Agent.Value);
            json.WriteString("period", statement.Period.ToString());
            json.WriteString("plan", statement.Plan.Id);
            json.WriteNumber("planVersion", statement.Plan.Version);
            json.WriteString("planHash", statement.Plan.Hash);
            json.WriteString("currency", statement.Currency);
            Amount(json, "total", statement.Total);
            Amount(json, "held", statement.HeldTotal);
            json.WriteStartArray("lines");
            foreach (var line in statement.Lines)
            {
                Line(json, line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no statement, its form is newer than this package, or its totals are not the sum of its lines.</exception>
    public static Statement Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("form").GetInt32() is not Form and var form)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The statement has form {form}; this version reads form {Form}."));
            }

            var currency = root.GetProperty("currency").GetString()!;
            var statement = new Statement
            {
                Plan = new(root.GetProperty("plan").GetString()!, root.GetProperty("planVersion").GetInt32(), root.GetProperty("planHash").GetString()!),
                Agent = new(root.GetProperty("agent").GetString()!),
                Period = Quarter.Parse(root.GetProperty("period").GetString()!),
                Currency = currency,
                Lines = [.. root.GetProperty("lines").EnumerateArray().Select(l => Line(l, currency))],
            };
            return statement.Total.Amount == root.GetProperty("total").GetDecimal() && statement.HeldTotal.Amount == root.GetProperty("held").GetDecimal()
                ? statement
                : throw new FormatException($"The totals of statement {statement.Key} are not the sum of its lines; the text was changed.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The text is not the JSON of a statement.", e);
        }
    }

    private static void Line(Utf8JsonWriter json, StatementLine line)
    {
        json.WriteStartObject();
        json.WriteString("id", line.Id);
        json.WriteString("component", line.Component);
        json.WriteString("outcome", Outcomes[(int)line.Outcome]);
        if (line.Amount is { } amount)
        {
            Amount(json, "amount", amount);
        }
        else
        {
            json.WriteNull("amount");
        }

        json.WritePropertyName("reason");
        ReasonJson.Write(json, line.Reason);
        json.WriteStartArray("trace");
        foreach (var step in line.Trace)
        {
            ReasonJson.Write(json, step);
        }

        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (var fact in line.Evidence.Facts)
        {
            json.WriteStringValue(fact.ToString());
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static StatementLine Line(JsonElement line, string currency) => new()
    {
        Id = line.GetProperty("id").GetString()!,
        Component = line.GetProperty("component").GetString()!,
        Outcome = OutcomeOf(line.GetProperty("outcome").GetString()),
        Amount = line.GetProperty("amount") is { ValueKind: JsonValueKind.Number } amount ? Money.Of(amount.GetDecimal(), currency) : null,
        Reason = ReasonJson.Read(line.GetProperty("reason")),
        Trace = [.. line.GetProperty("trace").EnumerateArray().Select(ReasonJson.Read)],
        Evidence = new([], line.GetProperty("facts").EnumerateArray().Select(f => FactReference.Parse(f.GetString()!))),
    };

    private static LineOutcome OutcomeOf(string? text) => Array.IndexOf(Outcomes, text) is var index and >= 0
        ? (LineOutcome)index
        : throw new FormatException($"'{text}' is not the outcome of a line; expected {string.Join(", ", Outcomes)}.");

    // 12.50 and 12.5 are the same amount; write the short form, so that equal statements are equal bytes.
    private static void Amount(Utf8JsonWriter json, string name, Money amount) => json.WriteNumber(name, amount.Amount / 1.0000000000000000000000000000m);

    internal static readonly string[] Outcomes = ["earned", "not-earned", "held", "undecided"];
}

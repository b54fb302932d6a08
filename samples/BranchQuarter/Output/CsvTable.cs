using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace BranchQuarter.Output;

/// <summary>Writes one CSV file: RFC 4180, UTF-8 with byte order mark so that spreadsheets show Chinese, formulas defused.</summary>
internal static class CsvTable
{
    public static void Write(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.None }))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var field in row)
                {
                    csv.WriteField(Defused(field));
                }

                csv.NextRecord();
            }
        }

        Files.Write(path, "\uFEFF" + text);
    }

    // A text that a spreadsheet would run gets an apostrophe in front; a number, which may begin with a minus, stays a number.
    private static string Defused(string field) =>
        field.Length > 0 && "=+-@\t\r".Contains(field[0], StringComparison.Ordinal) && !decimal.TryParse(field, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
            ? "'" + field
            : field;

    public static string Number(Quantity? value, Rounding rounding) =>
        value is { } quantity ? quantity.Round(rounding).ToString("0.######", CultureInfo.InvariantCulture) : "";
}

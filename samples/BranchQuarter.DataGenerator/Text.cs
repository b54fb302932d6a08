using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace BranchQuarter.DataGenerator;

/// <summary>How values are written in the export; invariant, as data/README.md lays down.</summary>
internal static class Text
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Of(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    /// <summary>An activity's time, in Asia/Shanghai.</summary>
    public static string Of(LocalDate day, int minuteOfDay) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}/{day.Month:D2}/{day.Day:D2} {minuteOfDay / 60:D2}:{minuteOfDay % 60:D2}");

    public static string TwoDigits(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    public static string ShortMonth(LocalDate day) => TwoDigits(day.Year % 100) + TwoDigits(day.Month);

    public static string CsvField(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}

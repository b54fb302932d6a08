using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>A named period of business: a week, month, quarter, half-year or year of a fiscal calendar, or one of a host's own.</summary>
/// <remarks>
/// The name says which period it is, the calendar says on which days: <c>2026Q3</c> is July to September in one company and 26 June to 25 September in the next.
/// Ordered by first day; of two that begin together the longer one comes first.
/// </remarks>
public sealed record BusinessPeriod : IComparable<BusinessPeriod>
{
    private BusinessPeriod(PeriodKind kind, int year, int number, string id, DateInterval interval) =>
        (Kind, Year, Number, Id, Interval) = (kind, year, number, id, interval);

    /// <summary>The kind.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The fiscal year that gives it its name; of a week the year whose weeks are counted; of a custom period the year of its first day.</summary>
    public int Year { get; }

    /// <summary>Its number in the year, from 1; 1 for a year, 0 for a custom period.</summary>
    public int Number { get; }

    /// <summary>The name: <c>2026-W47</c>, <c>2026-M03</c>, <c>2026Q3</c>, <c>2026H1</c>, <c>2026</c>, or what a custom period is called.</summary>
    public string Id { get; }

    /// <summary>First to last day, both included.</summary>
    public DateInterval Interval { get; }

    /// <summary>A period that a calendar gives. For calendars; a host asks its <see cref="IFiscalCalendar"/>.</summary>
    /// <param name="kind">Any kind but <see cref="PeriodKind.Custom"/>.</param>
    /// <param name="year">The year that names it, 1 to 9999.</param>
    /// <param name="number">Its number in the year, from 1.</param>
    /// <param name="interval">First to last day, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is custom, the year isn't 1 to 9999, a year has no period of that number, or a week doesn't have seven days.</exception>
    public static BusinessPeriod Of(PeriodKind kind, int year, int number, DateInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        Check(kind, year, number);
        if (kind == PeriodKind.Week)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(interval.Length, 7, nameof(interval));
        }

        return new(kind, year, number, IdOf(kind, year, number), interval);
    }

    /// <summary>A period of a host's own, such as a contest. It has no neighbours and isn't read back by <see cref="Parse"/>.</summary>
    /// <exception cref="ArgumentException">The id is empty, or has the form of a calendar's period.</exception>
    public static BusinessPeriod Custom(string id, DateInterval interval)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(interval);
        return Named(id) is null
            ? new(PeriodKind.Custom, interval.Start.Year, 0, id, interval)
            : throw new ArgumentException($"'{id}' is the name of a calendar's period; call a period of your own something else.", nameof(id));
    }

    /// <summary>Reads a name that <see cref="ToString"/> writes, with the days that a calendar gives it.</summary>
    /// <exception cref="FormatException">The text is no name of a calendar's period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public static BusinessPeriod Parse(string text, IFiscalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Named(text) is var (kind, year, number)
            ? calendar.PeriodOf(kind, year, number)
            : throw new FormatException($"'{text}' is not a period; expected a form like 2026, 2026H1, 2026Q3, 2026-M03 or 2026-W47.");
    }

    /// <inheritdoc/>
    public int CompareTo(BusinessPeriod? other) => other is null
        ? 1
        : (Interval.Start, other.Interval.End, (int)Kind).CompareTo((other.Interval.Start, Interval.End, (int)other.Kind)) is not 0 and var order
            ? order
            : string.CompareOrdinal(Id, other.Id);

    /// <summary>Whether the left period comes first.</summary>
    public static bool operator <(BusinessPeriod? left, BusinessPeriod? right) => Comparer<BusinessPeriod>.Default.Compare(left, right) < 0;

    /// <summary>Whether the left period comes later.</summary>
    public static bool operator >(BusinessPeriod? left, BusinessPeriod? right) => Comparer<BusinessPeriod>.Default.Compare(left, right) > 0;

    /// <summary>Whether the left period comes first or is the same.</summary>
    public static bool operator <=(BusinessPeriod? left, BusinessPeriod? right) => Comparer<BusinessPeriod>.Default.Compare(left, right) <= 0;

    /// <summary>Whether the left period comes later or is the same.</summary>
    public static bool operator >=(BusinessPeriod? left, BusinessPeriod? right) => Comparer<BusinessPeriod>.Default.Compare(left, right) >= 0;

    /// <summary>The name, see <see cref="Id"/>.</summary>
    public override string ToString() => Id;

    /// <summary>How many periods of a kind a year has, at most: 53 weeks, 12 months.</summary>
    internal static int MostInAYear(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => 53,
        PeriodKind.Month => 12,
        PeriodKind.Quarter => 4,
        PeriodKind.HalfYear => 2,
        PeriodKind.Year => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No calendar gives periods of this kind."),
    };

    /// <summary>Refuses a number that no year has.</summary>
    internal static void Check(PeriodKind kind, int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, MostInAYear(kind));
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
    }

    private static string IdOf(PeriodKind kind, int year, int number) => kind switch
    {
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-W{number:00}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-M{number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{year:0000}Q{number}"),
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{year:0000}H{number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}"),
    };

    // What a name of a calendar's period says; null when the text is none.
    private static (PeriodKind Kind, int Year, int Number)? Named(string text)
    {
        if (text is not { Length: 4 or 6 or 8 } || !Number(text.AsSpan(0, 4), out var year))
        {
            return null;
        }

        var (kind, digits) = (text.Length, text.Length > 4 ? text[4] : ' ', text.Length > 5 ? text[5] : ' ') switch
        {
            (4, _, _) => (PeriodKind.Year, "1"),
            (6, 'Q', _) => (PeriodKind.Quarter, text[5..]),
            (6, 'H', _) => (PeriodKind.HalfYear, text[5..]),
            (8, '-', 'M') => (PeriodKind.Month, text[6..]),
            (8, '-', 'W') => (PeriodKind.Week, text[6..]),
            _ => (PeriodKind.Custom, ""),
        };
        return Number(digits, out var number) && number >= 1 && number <= MostInAYear(kind) && year >= 1 ? (kind, year, number) : null;

        static bool Number(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}

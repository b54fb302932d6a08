using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>A quarter of a fiscal year, by name. On which days it begins and ends is for a calendar to say: <see cref="FiscalCalendarExtensions.IntervalOf"/>.</summary>
/// <remarks><c>default</c> is no quarter: no calendar has days for it.</remarks>
public readonly record struct Quarter : IComparable<Quarter>
{
    /// <summary>The fiscal year.</summary>
    public int Year { get; }

    /// <summary>The quarter's number in the year, 1 to 4.</summary>
    public int Number { get; }

    /// <summary>A quarter of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 4, or the year not 1 to 9999.</exception>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        Year = year;
        Number = number;
    }

    /// <summary>Reads the form that <see cref="ToString"/> writes: <c>2026Q3</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Quarter Parse(string text) =>
        text is { Length: 6 } && text[4] == 'Q' && text[5] is >= '1' and <= '4'
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1
            ? new(year, text[5] - '0')
            : throw new FormatException($"'{text}' is not a quarter; expected a form like 2026Q3.");

    /// <summary>The quarter before this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none: this is the first quarter of the year 1, or <c>default</c>.</exception>
    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    /// <summary>The quarter after this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none: this is the last quarter of the year 9999, or <c>default</c>.</exception>
    public Quarter Next => Number == 4 ? new(Year + 1, 1) : new(Year, Number + 1);

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => (Year, Number).CompareTo((other.Year, other.Number));

    /// <summary>Whether the left quarter is earlier.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left quarter is later.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left quarter is earlier or the same.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left quarter is later or the same.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    /// <summary>Year, Q and number: <c>2026Q3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");
}

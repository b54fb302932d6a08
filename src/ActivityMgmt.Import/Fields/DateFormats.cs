using NodaTime.Text;

namespace ActivityMgmt.Import;

/// <summary>A date, perhaps with a time and an offset, as it was written.</summary>
internal readonly record struct WrittenDate(LocalDateTime Local, Offset? Offset);

/// <summary>One NodaTime pattern for a date, a local time, or a time with an offset.</summary>
internal sealed class DateFormat
{
    private static readonly LocalDateTime Sample = new(2026, 7, 31, 14, 30, 15);

    private readonly Func<string, WrittenDate?> _read;

    private DateFormat(string text, bool hasTime, string example, Func<string, WrittenDate?> read) =>
        (Text, HasTime, Example, _read) = (text, hasTime, example, read);

    public string Text { get; }

    public bool HasTime { get; }

    public string Example { get; }

    public WrittenDate? Read(string text) => _read(text);

    /// <summary>Understands a pattern as a date, else as a local time, else as a time with an offset.</summary>
    /// <exception cref="InvalidPatternException">It is none of them.</exception>
    public static DateFormat Of(string text)
    {
        try
        {
            var date = LocalDatePattern.CreateWithInvariantCulture(text);
            return new(text, false, date.Format(Sample.Date), t => date.Parse(t).TryGetValue(default, out var d) ? new(d.AtMidnight(), null) : null);
        }
        catch (InvalidPatternException)
        {
            return WithTime(text);
        }
    }

    private static DateFormat WithTime(string text)
    {
        try
        {
            var time = LocalDateTimePattern.CreateWithInvariantCulture(text);
            return new(text, true, time.Format(Sample), t => time.Parse(t).TryGetValue(default, out var l) ? new(l, null) : null);
        }
        catch (InvalidPatternException)
        {
            var offset = OffsetDateTimePattern.CreateWithInvariantCulture(text);
            var example = offset.Format(Sample.WithOffset(Offset.FromHours(8)));
            return new(text, true, example, t => offset.Parse(t).TryGetValue(default, out var o) ? new(o.LocalDateTime, o.Offset) : null);
        }
    }
}

/// <summary>The formats that a column's dates may have; the first that fits counts.</summary>
internal sealed record DateFormats(IReadOnlyList<DateFormat> Formats)
{
    /// <summary>How constants in a mapping document are written, whatever the export's formats are.</summary>
    public static DateFormats Canonical { get; } =
        new([DateFormat.Of("uuuu-MM-dd"), DateFormat.Of("uuuu-MM-dd'T'HH:mm"), DateFormat.Of("uuuu-MM-dd'T'HH:mm:ss")]);

    public string Expected => string.Join(" | ", Formats.Select(f => f.Text));

    public string Example => Formats[0].Example;

    /// <summary>Only the formats that say a time of day, which a moment needs.</summary>
    public DateFormats WithTime => new([.. Formats.Where(f => f.HasTime)]);

    public bool TryRead(string text, out WrittenDate date)
    {
        foreach (var format in Formats)
        {
            if (format.Read(text) is { } read)
            {
                date = read;
                return true;
            }
        }

        date = default;
        return false;
    }
}

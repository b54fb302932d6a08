using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>Days from a first to a last one, both included; without a last one while no end is known, which a <see cref="DateInterval"/> can't say.</summary>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The last day, included; <see langword="null"/> while no end is known.</param>
public readonly record struct DateSpan(LocalDate From, LocalDate? Until)
{
    /// <summary>Whether it ends before it begins, and so holds no day.</summary>
    public bool IsEmpty => Until < From;

    /// <summary>Whether it holds a day.</summary>
    public bool Contains(LocalDate date) => From <= date && !(Until < date);

    /// <summary>The days that both hold; <see langword="null"/> when there are none.</summary>
    public DateSpan? And(DateSpan other)
    {
        var common = new DateSpan(LocalDate.Max(From, other.From), Earlier(Until, other.Until));
        return common.IsEmpty ? null : common;
    }

    /// <summary>The days of this span that none of the others holds, in order.</summary>
    public IEnumerable<DateSpan> Without(IEnumerable<DateSpan> others)
    {
        var from = From;
        foreach (var other in others.Where(o => !o.IsEmpty).OrderBy(o => o.From))
        {
            if (other.Until < from)
            {
                continue;
            }

            if (other.From > from)
            {
                if (new DateSpan(from, other.From.PlusDays(-1)).And(this) is { } gap)
                {
                    yield return gap;
                }
            }

            if (other.Until is not { } until || until == LocalDate.MaxIsoValue)
            {
                yield break;
            }

            from = until.PlusDays(1);
            if (Until < from)
            {
                yield break;
            }
        }

        if (new DateSpan(from, Until) is { IsEmpty: false } rest)
        {
            yield return rest;
        }
    }

    /// <summary>Both ends as a reason shows them: a period, or <c>2026-01-01/..</c> while no end is known.</summary>
    public ReasonValue ToReasonValue() => Until is { } until && until >= From
        ? ReasonValue.Period(new(From, until))
        : ReasonValue.FromString(ToString());

    /// <summary>Both ends: <c>2026-01-01/2026-06-30</c>, or <c>2026-01-01/..</c> while no end is known.</summary>
    public override string ToString() => $"{LocalDatePattern.Iso.Format(From)}/{(Until is { } until ? LocalDatePattern.Iso.Format(until) : "..")}";

    /// <summary>The same days in as few spans as there can be, in order.</summary>
    internal static IReadOnlyList<DateSpan> Merged(IEnumerable<DateSpan> spans)
    {
        var merged = new List<DateSpan>();
        foreach (var span in spans.Where(s => !s.IsEmpty).OrderBy(s => s.From))
        {
            if (merged is [.., var last] && !(last.Until < span.From.PlusDays(-1)))
            {
                merged[^1] = new(last.From, last.Until is null || span.Until is null ? null : LocalDate.Max(last.Until.Value, span.Until.Value));
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is null || other < one ? other : one;
}

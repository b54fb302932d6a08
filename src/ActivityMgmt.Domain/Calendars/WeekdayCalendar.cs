namespace ActivityMgmt.Domain;

/// <summary>The same weekdays every week, less holidays, plus make-up days.</summary>
internal sealed class WeekdayCalendar : IWorkCalendar
{
    private readonly DateInterval? _covers;
    private readonly Weekdays _weekdays;
    private readonly LocalDate[] _closed; // holidays on days that would be worked
    private readonly LocalDate[] _open; // make-up days on days that wouldn't

    public WeekdayCalendar(DateInterval? covers, Weekdays weekdays, IEnumerable<LocalDate> holidays, IEnumerable<LocalDate> makeUpDays)
    {
        _covers = covers;
        _weekdays = weekdays;
        var open = makeUpDays.ToHashSet();
        _closed = [.. holidays.Where(d => weekdays.Contains(d.DayOfWeek) && !open.Contains(d)).Distinct().Order()];
        _open = [.. open.Where(d => !weekdays.Contains(d.DayOfWeek)).Order()];
    }

    private WeekdayCalendar(DateInterval? covers, Weekdays weekdays, LocalDate[] closed, LocalDate[] open) =>
        (_covers, _weekdays, _closed, _open) = (covers, weekdays, closed, open);

    public bool IsWorkingDay(LocalDate date)
    {
        Check(date);
        return _weekdays.Contains(date.DayOfWeek) ? Array.BinarySearch(_closed, date) < 0 : Array.BinarySearch(_open, date) >= 0;
    }

    public int WorkingDaysIn(DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        Check(period.Start);
        // The first day that isn't covered is named.
        Check(_covers is null ? period.End : LocalDate.Min(period.End, _covers.End.PlusDays(1)));
        return WeekdaysIn(period) - Within(_closed, period) + Within(_open, period);
    }

    /// <summary>The same calendar on some weekdays only.</summary>
    public WeekdayCalendar On(Weekdays weekdays) => new(
        _covers,
        _weekdays & weekdays,
        [.. _closed.Where(d => weekdays.Contains(d.DayOfWeek))],
        [.. _open.Where(d => weekdays.Contains(d.DayOfWeek))]);

    private int WeekdaysIn(DateInterval period)
    {
        var (weeks, rest) = Math.DivRem(period.Length, 7);
        var count = weeks * System.Numerics.BitOperations.PopCount((uint)_weekdays);
        for (var i = 0; i < rest; i++)
        {
            count += _weekdays.Contains(period.End.PlusDays(-i).DayOfWeek) ? 1 : 0;
        }

        return count;
    }

    private static int Within(LocalDate[] sorted, DateInterval period) => Before(sorted, period.End.PlusDays(1)) - Before(sorted, period.Start);

    private static int Before(LocalDate[] sorted, LocalDate date)
    {
        var found = Array.BinarySearch(sorted, date);
        return found >= 0 ? found : ~found;
    }

    private void Check(LocalDate date)
    {
        if (_covers is not null && !_covers.Contains(date))
        {
            throw new BrokenRuleException(new TheWorkCalendarCoversTheDayRule(_covers, date));
        }
    }
}

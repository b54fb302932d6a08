namespace ActivityMgmt.Domain;

/// <summary>A calendar without some days of leave.</summary>
internal sealed class LeaveCalendar : IWorkCalendar
{
    private readonly IWorkCalendar _calendar;
    private readonly DateInterval[] _leaves; // in order, apart from each other

    public LeaveCalendar(IWorkCalendar calendar, IEnumerable<DateInterval> leaves)
    {
        _calendar = calendar;
        var apart = new List<DateInterval>();
        foreach (var leave in leaves.OrderBy(l => l.Start))
        {
            if (apart.Count > 0 && apart[^1].Union(leave) is { } joined)
            {
                apart[^1] = joined;
            }
            else
            {
                apart.Add(leave);
            }
        }

        _leaves = [.. apart];
    }

    public bool IsWorkingDay(LocalDate date) => _calendar.IsWorkingDay(date) && !_leaves.Any(l => l.Contains(date));

    public int WorkingDaysIn(DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return _calendar.WorkingDaysIn(period) - _leaves.Sum(l => l.Intersection(period) is { } both ? _calendar.WorkingDaysIn(both) : 0);
    }
}

namespace ActivityMgmt.Domain;

/// <summary>Says which share of a period counts for somebody who is in force for a part of it only. Parts of a split membership sum to the whole.</summary>
/// <param name="organisation">Says who is on leave when.</param>
/// <param name="agent">The agent.</param>
/// <param name="inForce">The days in force, both ends included.</param>
/// <param name="period">The whole period, both ends included.</param>
/// <returns>The share, exact, 0 to 1.</returns>
public delegate Quantity ProRating(Organisation organisation, AgentId agent, DateInterval inForce, DateInterval period);

/// <summary>Ready-made ways to pro-rate.</summary>
public static class ProRatings
{
    /// <summary>Everybody carries the whole target, however long they are there.</summary>
    public static ProRating None { get; } = (_, _, inForce, period) => Quantity.Ratio(inForce.Intersection(period) is null ? 0m : 1m, 1m);

    /// <summary>Calendar days in force over the days of the period.</summary>
    public static ProRating CalendarDays { get; } = (_, _, inForce, period) => Quantity.Ratio(inForce.Intersection(period)?.Length ?? 0m, period.Length);

    /// <summary>Working days in force over the working days of the period; leave counts as worked. A period without working days goes by calendar days.</summary>
    public static ProRating WorkingDays(IWorkCalendar calendar) => WorkingDaysWithout(calendar);

    /// <summary>Working days in force, less those on leave of the named kinds, over all working days of the period. A period without working days goes by calendar days.</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="leave">The kinds of leave that lower the target, such as <c>maternity</c>.</param>
    public static ProRating WorkingDaysWithout(IWorkCalendar calendar, params string[] leave)
    {
        Guard.Against.Null(calendar);
        Guard.Against.Null(leave);
        return (organisation, agent, inForce, period) => Share(
            calendar, inForce, period, day => !(organisation.LeaveOf(agent, day) is { } away && leave.Contains(away.Leave)));
    }

    internal static Quantity Share(IWorkCalendar calendar, DateInterval inForce, DateInterval period, Func<LocalDate, bool> counts)
    {
        var all = period.Where(calendar.IsWorkingDay).ToArray();
        return all.Length == 0
            ? Quantity.Ratio(period.Count(d => inForce.Contains(d) && counts(d)), period.Length)
            : Quantity.Ratio(all.Count(d => inForce.Contains(d) && counts(d)), all.Length);
    }
}

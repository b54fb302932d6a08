using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>An activity that comes again and again at a time of day, such as the morning meeting, ready to be put into planned weeks.</summary>
public sealed record RecurringActivity
{
    /// <summary>The series' id; each activity's is this, a dash and its date.</summary>
    public required string Id { get; init; }

    /// <summary>On which dates.</summary>
    public required Recurrence On { get; init; }

    /// <summary>When it begins, in the agent's time zone; a time that the zone skips on a date is moved on by the length of the gap.</summary>
    public required LocalTime At { get; init; }

    /// <summary>How long it takes, in whole minutes, at least 1.</summary>
    public required int Minutes { get; init; }

    /// <summary>The kind of activity, as in <see cref="ActivityFact.Activity"/>.</summary>
    public required string Activity { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>A draft week with this series' activities of its days; adding them again changes nothing.</summary>
    /// <param name="week">The draft.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="BrokenRuleException">The week is no draft.</exception>
    public WeekPlan AddTo(WeekPlan week, IWorkCalendar calendar)
    {
        Guard.Against.Null(week);
        var zone = DateTimeZoneProviders.Tzdb[week.TimeZone];
        return On.In(week.Days, calendar).Aggregate(week, (plan, date) => plan.With(new()
        {
            Id = new($"{Id}-{LocalDatePattern.Iso.Format(date)}"),
            Activity = Activity,
            StartsAt = zone.AtLeniently(date + At).ToInstant(),
            Minutes = Minutes,
            Purpose = Purpose,
        }));
    }
}

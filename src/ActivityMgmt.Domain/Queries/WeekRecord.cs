namespace ActivityMgmt.Domain;

/// <summary>An agent's planned week, flat.</summary>
public sealed record WeekRecord : IQueryRecord
{
    /// <inheritdoc/>
    public static DataKind Data => DataKind.Plans;

    /// <inheritdoc/>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required Subject Subject { get; init; }

    /// <summary>Its first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Its last day, included.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The week it is listed under, such as <c>2026-W30</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>Where it stands.</summary>
    public required WeekPlanState State { get; init; }

    /// <summary>How many activities are planned.</summary>
    public required int Activities { get; init; }

    /// <summary>How long they take together, in whole minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Who agreed or closed it last; <see langword="null"/> for a draft.</summary>
    public required ActorId? DecidedBy { get; init; }

    /// <summary>The record of a planned week.</summary>
    public static WeekRecord Of(WeekPlan week)
    {
        Guard.Against.Null(week);
        return new()
        {
            Key = week.Key,
            Subject = Subject.Of(week.Agent),
            From = week.Days.Start,
            Until = week.Days.End,
            Partition = week.Partition,
            State = week.State,
            Activities = week.Activities.Count,
            Minutes = week.Activities.Sum(a => a.Minutes),
            DecidedBy = week.Decisions.Count == 0 ? null : week.Decisions[^1].By,
        };
    }
}

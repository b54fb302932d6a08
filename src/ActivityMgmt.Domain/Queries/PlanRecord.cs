namespace ActivityMgmt.Domain;

/// <summary>An agent's activity plan, flat.</summary>
public sealed record PlanRecord : IQueryRecord
{
    /// <inheritdoc/>
    public static DataKind Data => DataKind.Plans;

    /// <inheritdoc/>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required Subject Subject { get; init; }

    /// <summary>The first day of the plan's period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day of the plan's period, included.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The period it is listed under, such as <c>2026Q3</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>The goal it serves.</summary>
    public required GoalId Goal { get; init; }

    /// <summary>How many funnel steps it has.</summary>
    public required int Steps { get; init; }

    /// <summary>How many findings stand against it.</summary>
    public required int Findings { get; init; }

    /// <summary>The record of a plan.</summary>
    public static PlanRecord Of(ActivityPlan plan)
    {
        Guard.Against.Null(plan);
        return new()
        {
            Key = plan.Key,
            Subject = Subject.Of(plan.Agent),
            From = plan.Period.Start,
            Until = plan.Period.End,
            Partition = plan.Partition,
            Goal = plan.Goal,
            Steps = plan.Steps.Count,
            Findings = plan.Findings.Count,
        };
    }
}

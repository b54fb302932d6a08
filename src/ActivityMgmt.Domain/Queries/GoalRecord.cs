namespace ActivityMgmt.Domain;

/// <summary>A goal, flat.</summary>
public sealed record GoalRecord : IQueryRecord
{
    /// <inheritdoc/>
    public static DataKind Data => DataKind.Goals;

    /// <inheritdoc/>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required Subject Subject { get; init; }

    /// <summary>Whether the subject is an agent, a team or the branch.</summary>
    public required SubjectKind SubjectKind { get; init; }

    /// <summary>The first day of the goal's period, included.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day of the goal's period, included.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The period it is listed under, such as <c>2026Q3</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>The measure that decides.</summary>
    public required MeasureId Measure { get; init; }

    /// <summary>The goal it is a part of; <see langword="null"/> at the top.</summary>
    public required GoalId? Parent { get; init; }

    /// <summary>Where it stands.</summary>
    public required GoalState State { get; init; }

    /// <summary>The target that counts now, in <see cref="Unit"/>, rounded to 0.000001 (half away from zero); the goal has the exact one.</summary>
    public required decimal Target { get; init; }

    /// <summary>The code of the target's unit.</summary>
    public required string Unit { get; init; }

    /// <summary>How many versions the target had, at least 1.</summary>
    public required int Revisions { get; init; }

    /// <summary>Whether it is part of a cascade.</summary>
    public required bool IsCascaded { get; init; }

    /// <summary>The record of a goal.</summary>
    public static GoalRecord Of(Goal goal)
    {
        Guard.Against.Null(goal);
        return new()
        {
            Key = goal.Key,
            Subject = goal.Subject,
            SubjectKind = goal.Subject.Kind,
            From = goal.Period.Start,
            Until = goal.Period.End,
            Partition = goal.Partition,
            Measure = goal.Measure,
            Parent = goal.Parent,
            State = goal.State,
            Target = RecordNumber.Of(goal.Target),
            Unit = goal.Target.Unit.Code,
            Revisions = goal.Revisions.Count,
            IsCascaded = goal.IsCascaded,
        };
    }
}

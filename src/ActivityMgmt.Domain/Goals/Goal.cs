namespace ActivityMgmt.Domain;

/// <summary>Where a goal stands in its life: draft → proposed → agreed → active → closed.</summary>
public enum GoalState
{
    /// <summary>Being worked on; binds nobody.</summary>
    Draft,

    /// <summary>Put before the subject's owner.</summary>
    Proposed,

    /// <summary>Accepted by a named person.</summary>
    Agreed,

    /// <summary>Its period is running.</summary>
    Active,

    /// <summary>Its period is over; nothing changes any more.</summary>
    Closed,
}

/// <summary>One version of a goal's target; every version is kept.</summary>
/// <param name="Target">The target from this version on, in the measure's unit.</param>
/// <param name="On">The day it was settled.</param>
/// <param name="By">Who settled it.</param>
/// <param name="Reason">Why.</param>
public sealed record GoalRevision(Quantity Target, LocalDate On, ActorId By, Reason Reason);

/// <summary>What somebody wants to reach with a measure in a period. Immutable: each change returns a new goal.</summary>
/// <remarks>A refused change throws <see cref="BrokenRuleException"/> with the rule and its values. Targets are exact; nothing is rounded here.</remarks>
public sealed record Goal : IAggregate
{
    /// <summary>The goal's id.</summary>
    public required GoalId Id { get; init; }

    /// <inheritdoc/>
    public string Key => Id.Value;

    /// <inheritdoc/>
    public required string Partition { get; init; }

    /// <summary>The measure that decides.</summary>
    public required MeasureId Measure { get; init; }

    /// <summary>Whose goal it is.</summary>
    public required Subject Subject { get; init; }

    /// <summary>First to last day, both included.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>The goal it is a part of; <see langword="null"/> at the top.</summary>
    public GoalId? Parent { get; init; }

    /// <summary>Whether reaching more or reaching less is better.</summary>
    public Direction Direction { get; init; }

    /// <summary>What would be more than expected; <see langword="null"/> when none was set.</summary>
    public Quantity? Stretch { get; init; }

    /// <summary>Where it stands.</summary>
    public required GoalState State { get; init; }

    /// <summary>All versions of the target, the first one first; never empty.</summary>
    public required IReadOnlyList<GoalRevision> Revisions { get; init; }

    /// <summary>Whether it is part of a cascade: the branch's goal, or a part of another one. A proposal that a closing made for an agent is not, until the next cascade takes it up.</summary>
    public bool IsCascaded => Parent is not null || Subject.Kind == SubjectKind.Branch;

    /// <summary>The target that counts now.</summary>
    public Quantity Target => Revisions[^1].Target;

    /// <summary>The target that counted on a day: that of the last revision settled by then, else the first.</summary>
    public Quantity TargetOn(LocalDate date) => (Revisions.LastOrDefault(r => r.On <= date) ?? Revisions[0]).Target;

    /// <summary>How much of the target a value is: exact and uncapped; for a lower-is-better goal, target over value. <see langword="null"/> when that would divide by zero.</summary>
    public Quantity? AchievementOf(Quantity value)
    {
        var (above, below) = Direction == Direction.HigherIsBetter ? (value, Target) : (Target, value);
        return below.Numerator == 0m ? null : above.DividedBy(below);
    }

    /// <summary>Puts a draft before its owner.</summary>
    public Goal Propose() => MoveTo(GoalState.Proposed, GoalState.Draft);

    /// <summary>Accepts a proposal in the name of a person.</summary>
    public Goal Agree(ActorId by, LocalDate on, Reason reason) =>
        MoveTo(GoalState.Agreed, GoalState.Proposed) with { Revisions = [.. Revisions, new(Target, on, by, reason)] };

    /// <summary>Starts an agreed goal.</summary>
    public Goal Activate() => MoveTo(GoalState.Active, GoalState.Agreed);

    /// <summary>Ends an active goal.</summary>
    public Goal Close() => MoveTo(GoalState.Closed, GoalState.Active);

    /// <summary>Changes the target, with who, when and why. Not possible once the goal is closed.</summary>
    public Goal Adjust(Quantity target, ActorId by, LocalDate on, Reason reason)
    {
        if (State == GoalState.Closed)
        {
            throw new BrokenRuleException(new ClosedGoalCannotChangeRule(this));
        }

        return this with { Revisions = [.. Revisions, new(target, on, by, reason)] };
    }

    private Goal MoveTo(GoalState next, GoalState from) => State == from
        ? this with { State = next }
        : throw new BrokenRuleException(new GoalMovesOneStepAtATimeRule(this, from, next));
}

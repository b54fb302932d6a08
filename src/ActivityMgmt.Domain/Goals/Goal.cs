namespace ActivityMgmt.Domain;

/// <summary>Where a goal stands in its life: draft → proposed → agreed → active → closed; a proposal can also be rejected, and a draft or proposal withdrawn.</summary>
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

    /// <summary>Refused by whom it was put before, with a reason; can be taken back to a draft.</summary>
    Rejected,

    /// <summary>Taken back by who proposed it, with a reason; nothing changes any more.</summary>
    Withdrawn,
}

/// <summary>What somebody wants to reach with a measure in a period. Immutable: each change returns a new goal.</summary>
/// <remarks>
/// A refused change throws <see cref="BrokenRuleException"/> with the rule and its values. Targets are exact; nothing is rounded here.
/// Once agreed, measure, subject, period and owner never change, and the target only by a <see cref="GoalAdjustment"/> with kind, reason and approver.
/// </remarks>
public sealed partial record Goal : IAggregate
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

    /// <summary>Where its actual comes from. <value>Default: a measure of the KPI document.</value></summary>
    public GoalSource Source { get; init; }

    /// <summary>What would be more than expected; <see langword="null"/> when none was set.</summary>
    public Quantity? Stretch { get; init; }

    /// <summary>Who answers for it, and is reminded of it; <see langword="null"/>: the subject itself, which is the agent, the team's leader or the branch's manager.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>Where it stands.</summary>
    public required GoalState State { get; init; }

    /// <summary>All versions of the target, the first one first; never empty.</summary>
    public required IReadOnlyList<GoalRevision> Revisions { get; init; }

    /// <summary>What the last evaluation said should be done meanwhile; empty when there was none.</summary>
    public IReadOnlyList<Reason> Actions { get; init; } = [];

    /// <summary>How it ended; <see langword="null"/> until it is closed.</summary>
    public GoalOutcome? Outcome { get; init; }

    /// <summary>Whether it is part of a cascade: the branch's goal, or a part of another one. A proposal that a closing made for an agent is not, until the next cascade takes it up.</summary>
    public bool IsCascaded => Parent is not null || Subject.Kind == SubjectKind.Branch;

    // It binds nobody and never will, unless it is reworked.
    internal bool IsDropped => State is GoalState.Rejected or GoalState.Withdrawn;

    // Its period is running, whether or not anybody has looked since its first day.
    internal bool HasStartedBy(LocalDate date) => State == GoalState.Active || (State == GoalState.Agreed && Period.Start <= date);

    // Its target may still be adjusted.
    internal bool CanChange => State != GoalState.Closed && !IsDropped;

    /// <summary>The target that was settled last, by which the goal closes; <see cref="TargetOn"/> says which one counted on a day.</summary>
    public Quantity Target => Revisions[^1].Target;

    /// <summary>Why the target is what it is now.</summary>
    public Reason Reason => Revisions[^1].Reason;

    /// <summary>The target that counted on a day: that of the last revision settled by then, else the first.</summary>
    public Quantity TargetOn(LocalDate date) => (Revisions.LastOrDefault(r => r.On <= date) ?? Revisions[0]).Target;

    /// <summary>Whether a value reaches the target: at least it where more is better, at most it where less is. The target itself is reached either way.</summary>
    public bool IsReachedBy(Quantity value) => Direction == Direction.HigherIsBetter ? value >= Target : value <= Target;

    /// <summary>
    /// How much of the target a value is: exact and uncapped, 1 at the target in both directions; for a lower-is-better goal, target over value.
    /// <see langword="null"/> where the part below the line is zero or less, since such a share means nothing: no complaint at all where two were allowed is
    /// reached, as <see cref="IsReachedBy"/> says, without a share.
    /// </summary>
    public Quantity? AchievementOf(Quantity value)
    {
        var (above, below) = Direction == Direction.HigherIsBetter ? (value, Target) : (Target, value);
        return above == below ? Quantity.Ratio(1m, 1m)
            : below.Numerator <= 0m ? null
            : above.DividedBy(below);
    }

    /// <summary>The result that a reading of the whole period is.</summary>
    public GoalOutcome OutcomeOf(Reading actual, LocalDate on) => actual is Reading.Measured { Value: var value }
        ? new(IsReachedBy(value) ? GoalVerdict.Reached : GoalVerdict.Missed, value, AchievementOf(value), on)
        : new(GoalVerdict.NoData, null, null, on);
}

namespace ActivityMgmt.Domain;

/// <summary>Whose past a planning ratio was measured on.</summary>
public enum PlanBasis
{
    /// <summary>The agent's own.</summary>
    Own,

    /// <summary>The agent's team's, since the agent's own sample is too small.</summary>
    Team,

    /// <summary>The document's benchmark, since the team's sample is too small as well.</summary>
    Benchmark,
}

/// <summary>One step of a backward plan: how many entries of a funnel step are needed, and why.</summary>
public sealed record PlanStep
{
    /// <summary>The funnel step.</summary>
    public required MeasureId Measure { get; init; }

    /// <summary>How many are needed in the plan's period, rounded up to whole ones.</summary>
    public required int Needed { get; init; }

    /// <summary>The exact ratio it was divided by: of this step into the next, a ratio; or what one entry of the last step brings, in the goal's unit, such as CNY.</summary>
    public required Quantity Ratio { get; init; }

    /// <summary>Whose past the ratio was measured on.</summary>
    public required PlanBasis Basis { get; init; }

    /// <summary>On how many entries it was measured; 0 for a benchmark.</summary>
    public required int SampleSize { get; init; }

    /// <summary>How far the ratio can be trusted. <value>Default: assumed, as in plans stored before there was confidence.</value></summary>
    public PlanConfidence Confidence { get; init; }

    /// <summary>The 80 % interval of the ratio; <see langword="null"/> for a benchmark, an amount or a ratio above 1, where only <see cref="Confidence"/> speaks.</summary>
    public RatioInterval? Interval { get; init; }
}

/// <summary>What is planned for one week of the fiscal calendar, as far as it lies in the plan's period.</summary>
/// <param name="Days">First to last day, both included.</param>
/// <param name="Activities">How many of each funnel step, whole numbers.</param>
public sealed record PlannedWeek(DateInterval Days, IReadOnlyDictionary<MeasureId, int> Activities);

/// <summary>That a plan was made anew: what lies ahead was planned again, past weeks stay.</summary>
/// <param name="On">The day; from it on the plan is new.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Note">Why.</param>
/// <param name="Target">The goal's target that it rests on since.</param>
public sealed record PlanRevision(LocalDate On, ActorId By, string Note, Quantity Target);

/// <summary>An agent's plan for a goal: from the target back to weekly activities. Plans of several goals of one agent are never added: the same call serves them all.</summary>
public sealed record ActivityPlan : IAggregate
{
    /// <summary>The goal's id: a goal has one plan.</summary>
    public string Key => Goal.Value;

    /// <inheritdoc/>
    public required string Partition { get; init; }

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The goal it serves.</summary>
    public required GoalId Goal { get; init; }

    /// <summary>The goal's period, both ends included.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>The funnel from its last step back to its first.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>The weeks in order; each step's weeks sum to what is needed of it.</summary>
    public required IReadOnlyList<PlannedWeek> Weeks { get; init; }

    /// <summary>When and why it was made anew, the first time first; empty for a plan that is as it was made.</summary>
    public IReadOnlyList<PlanRevision> Revisions { get; init; } = [];

    /// <summary>What stands in the way: weeks beyond capacity, no past to plan with.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}

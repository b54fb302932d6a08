namespace ActivityMgmt.Domain;

/// <summary>Where an evaluation stands: draft → confirmed → contested → upheld or revised. Nothing adverse follows from one that no person has confirmed.</summary>
public enum EvaluationState
{
    /// <summary>Computed; nobody has looked at it.</summary>
    Draft,

    /// <summary>Confirmed by a named person.</summary>
    Confirmed,

    /// <summary>The agent disagrees and said why; a person looks at it again.</summary>
    Contested,

    /// <summary>Looked at again; it stays as it was, with a reason.</summary>
    Upheld,

    /// <summary>Looked at again and changed, with a reason.</summary>
    Revised,
}

/// <summary>How an agent's quarter went: goals, scorecard, compliance, strengths, weaknesses and what to do next. Immutable: each step returns a new evaluation.</summary>
/// <remarks>A refused step throws <see cref="BrokenRuleException"/> with the rule and its values. The computed scorecard is never overwritten.</remarks>
public sealed partial record Evaluation : IAggregate
{
    /// <inheritdoc/>
    public string Key => KeyOf(Partition, Agent);

    /// <inheritdoc/>
    public required string Partition { get; init; }

    /// <summary>The key of an agent's evaluation in a partition.</summary>
    public static string KeyOf(string partition, AgentId agent) => $"{partition}/{agent}";

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The quarter, both ends included.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>The agent's last active day in the quarter, when that is not the quarter's last; <see langword="null"/> for who was there to the end, and in evaluations made before it was kept.</summary>
    public LocalDate? ActiveUntil { get; init; }

    /// <summary>The day that says whose evaluation it is to look at and to decide: whoever was responsible for the agent on their last active day of the quarter.</summary>
    public LocalDate ResponsibleOn => ActiveUntil ?? Period.End;

    /// <summary>Each goal of the agent with what was reached.</summary>
    public required IReadOnlyList<GoalResult> Goals { get; init; }

    /// <summary>The scorecard, as computed.</summary>
    public required Scorecard Scorecard { get; init; }

    /// <summary>What compliance found, passes left out.</summary>
    public required IReadOnlyList<ComplianceResult> Compliance { get; init; }

    /// <summary>What went well, with numbers.</summary>
    public required IReadOnlyList<Reason> Strengths { get; init; }

    /// <summary>What did not, with numbers.</summary>
    public required IReadOnlyList<Reason> Weaknesses { get; init; }

    /// <summary>What to carry into the next quarter.</summary>
    public required IReadOnlyList<EvaluationAction> Actions { get; init; }

    /// <summary>Why it is adverse for the agent; <see langword="null"/> when it is not. An adverse one needs a named person's confirmation.</summary>
    public Reason? Adverse { get; init; }

    /// <summary>The total that a person settled in a calibration, 0 to 100; <see langword="null"/> when none did. The computed one stays in the scorecard.</summary>
    public decimal? CalibratedTotal { get; init; }

    /// <summary>The total that a person settled after the agent contested, 0 to 100; <see langword="null"/> when it was not changed.</summary>
    public decimal? RevisedTotal { get; init; }

    /// <summary>The total that counts: revised, else calibrated, else as computed; <see langword="null"/> when it is undecided.</summary>
    public decimal? Total => RevisedTotal ?? CalibratedTotal ?? Scorecard.Total;

    /// <summary>What the agent and others said about it without settling anything, the first word first.</summary>
    public IReadOnlyList<EvaluationComment> Comments { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public EvaluationState State { get; init; }

    /// <summary>Everything that people settled, the first first; empty while it is an untouched draft.</summary>
    public IReadOnlyList<EvaluationNote> Notes { get; init; } = [];

    /// <summary>What was settled last; <see langword="null"/> while nothing was.</summary>
    public EvaluationNote? Note => Notes.Count == 0 ? null : Notes[^1];
}

/// <summary>Who said what about an evaluation, and when.</summary>
/// <param name="By">Who.</param>
/// <param name="On">When.</param>
/// <param name="Text">In their own words.</param>
/// <param name="State">Where the evaluation stood afterwards; a calibration leaves it a draft.</param>
public sealed record EvaluationNote(ActorId By, LocalDate On, string Text, EvaluationState State)
{
    /// <summary>The total that was settled with it; <see langword="null"/> when it changed none.</summary>
    public decimal? Total { get; init; }
}

/// <summary>Something to do in the next quarter. The next goals name it among their <see cref="Goal.Actions"/>.</summary>
/// <param name="Reason">What, with the numbers that led to it.</param>
/// <param name="Owner">Who sees to it; <see langword="null"/>: the branch's manager.</param>
/// <param name="DueOn">By when.</param>
public sealed record EvaluationAction(Reason Reason, AgentId? Owner, LocalDate DueOn)
{
    /// <summary>Who added it by hand; <see langword="null"/> when it follows from the quarter.</summary>
    public ActorId? By { get; init; }

    /// <summary>An action in a person's own words.</summary>
    /// <param name="what">What is to be done. Name no customers; it is stored beside pseudonymous ids.</param>
    /// <param name="owner">Who sees to it; <see langword="null"/>: the branch's manager.</param>
    /// <param name="dueOn">By when.</param>
    /// <param name="by">Who adds it.</param>
    /// <exception cref="ArgumentException">Nothing is said.</exception>
    public static EvaluationAction ByHand(string what, AgentId? owner, LocalDate dueOn, ActorId by) =>
        new(Reason.Of("action.by-hand", ("what", Guard.Against.NullOrWhiteSpace(what))), owner, dueOn) { By = by };
}

/// <summary>What somebody said about an evaluation.</summary>
/// <param name="By">Who said it.</param>
/// <param name="On">When.</param>
/// <param name="Text">In their own words.</param>
public sealed record EvaluationComment(ActorId By, LocalDate On, string Text)
{
    /// <summary>In their own words. Name no customers; comments are stored beside pseudonymous ids.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string Text { get; init; } = Guard.Against.NullOrWhiteSpace(Text);
}

/// <summary>A goal at the end of its period.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Measure">Its measure.</param>
/// <param name="Target">The target that counted at the end.</param>
/// <param name="Actual">What was reached; <see langword="null"/> when nothing is known.</param>
/// <param name="Achievement">How much of the target that is: exact and uncapped; <see langword="null"/> when nothing is known, or no share is defined (<see cref="ActivityMgmt.Domain.Goal.AchievementOf"/>).</param>
public sealed record GoalResult(GoalId Goal, MeasureId Measure, Quantity Target, Quantity? Actual, Quantity? Achievement)
{
    /// <summary>Reached, missed, or no data; says so also where no share is defined. <value>Default: by the achievement, as in evaluations stored before there was a verdict.</value></summary>
    public GoalVerdict Verdict { get; init; } = Actual is null ? GoalVerdict.NoData : Achievement >= Quantity.Ratio(1m, 1m) ? GoalVerdict.Reached : GoalVerdict.Missed;
}

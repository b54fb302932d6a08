namespace ActivityMgmt.Domain;

/// <summary>Where an evaluation stands. Nothing adverse follows from one that no person has confirmed.</summary>
public enum EvaluationState
{
    /// <summary>Computed; nobody has looked at it.</summary>
    Draft,

    /// <summary>Confirmed by a named person.</summary>
    Confirmed,

    /// <summary>The agent disagrees and said why; a person looks at it again.</summary>
    Contested,
}

/// <summary>How an agent's quarter went: goals, scorecard, compliance, strengths, weaknesses and what to do next.</summary>
public sealed record Evaluation : IAggregate
{
    /// <inheritdoc/>
    public string Key => $"{Partition}/{Agent}";

    /// <inheritdoc/>
    public required string Partition { get; init; }

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The quarter, both ends included.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>Each goal of the agent with what was reached.</summary>
    public required IReadOnlyList<GoalResult> Goals { get; init; }

    /// <summary>The scorecard.</summary>
    public required Scorecard Scorecard { get; init; }

    /// <summary>What compliance found, passes left out.</summary>
    public required IReadOnlyList<ComplianceResult> Compliance { get; init; }

    /// <summary>What went well, with numbers.</summary>
    public required IReadOnlyList<Reason> Strengths { get; init; }

    /// <summary>What did not, with numbers.</summary>
    public required IReadOnlyList<Reason> Weaknesses { get; init; }

    /// <summary>What to carry into the next quarter.</summary>
    public required IReadOnlyList<Reason> Actions { get; init; }

    /// <summary>Where it stands.</summary>
    public EvaluationState State { get; init; }

    /// <summary>Who confirmed or contested it, and why; <see langword="null"/> while it is a draft.</summary>
    public EvaluationNote? Note { get; init; }

    /// <summary>Confirms it in the name of a person; possible for a draft and after it was contested.</summary>
    /// <exception cref="BrokenRuleException">It is confirmed already.</exception>
    public Evaluation Confirm(ActorId by, LocalDate on, string note) => State == EvaluationState.Confirmed
        ? throw new BrokenRuleException(new EvaluationIsConfirmedOnceRule(this))
        : this with { State = EvaluationState.Confirmed, Note = new(by, on, note) };

    /// <summary>Records that the agent disagrees; possible for a draft and after it was confirmed.</summary>
    /// <exception cref="BrokenRuleException">It is contested already.</exception>
    public Evaluation Contest(ActorId by, LocalDate on, string note) => State == EvaluationState.Contested
        ? throw new BrokenRuleException(new EvaluationIsConfirmedOnceRule(this))
        : this with { State = EvaluationState.Contested, Note = new(by, on, note) };
}

/// <summary>Who said what about an evaluation, and when.</summary>
/// <param name="By">Who.</param>
/// <param name="On">When.</param>
/// <param name="Text">In their own words.</param>
public sealed record EvaluationNote(ActorId By, LocalDate On, string Text);

/// <summary>A goal at the end of its period.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Measure">Its measure.</param>
/// <param name="Target">The target that counted at the end.</param>
/// <param name="Actual">What was reached; <see langword="null"/> when nothing is known.</param>
/// <param name="Achievement">How much of the target that is: exact and uncapped; <see langword="null"/> when unknown.</param>
public sealed record GoalResult(GoalId Goal, MeasureId Measure, Quantity Target, Quantity? Actual, Quantity? Achievement);

namespace ActivityMgmt.Domain;

public sealed partial record Evaluation
{
    /// <summary>Settles the total of a draft after managers compared their scores. The computed total is kept beside it.</summary>
    /// <param name="total">The total that counts from now on, 0 to 100.</param>
    /// <param name="by">Who settles it: a named person, not the agent.</param>
    /// <param name="on">When.</param>
    /// <param name="text">Why.</param>
    /// <param name="policies">Say whether it is adverse with this total.</param>
    /// <exception cref="BrokenRuleException">It is no draft any more, or no named person settles it.</exception>
    /// <exception cref="ArgumentException">The total is not 0 to 100, or the text is blank.</exception>
    public Evaluation Calibrate(decimal total, Actor by, LocalDate on, string text, EvaluationPolicies policies)
    {
        Guard.Against.OutOfRange(total, nameof(total), 0m, 100m);
        Guard.Against.Null(policies);
        RequirePerson(by);
        var calibrated = MoveTo(EvaluationState.Draft) with { CalibratedTotal = total };
        return calibrated.Noting(by, on, Guard.Against.NullOrWhiteSpace(text), total) with { Adverse = policies.Adverse(calibrated) };
    }

    /// <summary>Adds an action to a draft, in a person's own words. The same again changes nothing.</summary>
    /// <param name="what">What is to be done.</param>
    /// <param name="owner">Who sees to it; <see langword="null"/>: the branch's manager.</param>
    /// <param name="dueOn">By when; after the period.</param>
    /// <param name="by">Who adds it: a named person, not the agent.</param>
    /// <exception cref="BrokenRuleException">It is no draft any more, or no named person adds it.</exception>
    /// <exception cref="ArgumentException">Nothing is said, or it is due within the period that is evaluated.</exception>
    public Evaluation AddAction(string what, AgentId? owner, LocalDate dueOn, Actor by)
    {
        RequirePerson(by);
        if (dueOn <= Period.End)
        {
            throw new ArgumentException($"An action is due after the period, which ends on {Period.End}.", nameof(dueOn));
        }

        var action = EvaluationAction.ByHand(what, owner, dueOn, by.Id);
        var draft = MoveTo(EvaluationState.Draft);
        return Actions.Contains(action) ? this : draft with { Actions = [.. Actions, action] };
    }

    /// <summary>Adds what somebody said, the agent for one; possible in every state, and settles nothing. The same words of the same person on the same day again change nothing.</summary>
    public Evaluation Comment(EvaluationComment comment)
    {
        Guard.Against.Null(comment);
        return Comments.Contains(comment) ? this : this with { Comments = [.. Comments, comment] };
    }

    /// <summary>Confirms a draft. Agents never confirm their own; an adverse one takes a named person, so that the system doesn't either.</summary>
    /// <exception cref="BrokenRuleException">It is no draft, the agent confirms it, or it is adverse and no named person does.</exception>
    public Evaluation Confirm(Actor by, LocalDate on, string text)
    {
        if (Adverse is not null || !by.IsSystem)
        {
            RequirePerson(by);
        }

        return MoveTo(EvaluationState.Confirmed).Noting(by, on, text);
    }

    /// <summary>Records that the agent disagrees with a confirmed evaluation.</summary>
    /// <param name="by">The agent, or who represents them.</param>
    /// <param name="on">When: not before the confirmation.</param>
    /// <param name="text">Why.</param>
    /// <param name="policies">Say for how long that is possible, and who represents the agent.</param>
    /// <exception cref="BrokenRuleException">It is not confirmed, somebody else contests it, it wasn't confirmed yet on that day, or the last day for it is over.</exception>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public Evaluation Contest(Actor by, LocalDate on, string text, EvaluationPolicies policies)
    {
        Guard.Against.Null(policies);
        var contested = MoveTo(EvaluationState.Contested);
        if (!by.Is(Subject.Of(Agent)) && !policies.Represents(this, by.Id))
        {
            throw new BrokenRuleException(new OnlyTheAgentContestsRule(this, by.Id));
        }

        var confirmedOn = Note?.On ?? on;
        if (on < confirmedOn)
        {
            throw new BrokenRuleException(new AContestFollowsTheConfirmationRule(this, on, confirmedOn));
        }

        var lastDay = confirmedOn.PlusDays(policies.ContestWithinDays);
        return on <= lastDay
            ? contested.Noting(by, on, Guard.Against.NullOrWhiteSpace(text))
            : throw new BrokenRuleException(new AnEvaluationIsContestedInTimeRule(this, on, lastDay));
    }

    /// <summary>Keeps a contested evaluation as it was, with a reason.</summary>
    /// <exception cref="BrokenRuleException">It is not contested, or who settles it may not.</exception>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public Evaluation Uphold(Actor by, LocalDate on, string text, EvaluationPolicies policies) =>
        Settled(EvaluationState.Upheld, by, policies).Noting(by, on, Guard.Against.NullOrWhiteSpace(text));

    /// <summary>Changes the total of a contested evaluation, with a reason. The computed and calibrated totals are kept beside it.</summary>
    /// <param name="total">The total that counts from now on, 0 to 100.</param>
    /// <param name="by">Who settles it: a named person, not the agent, and as the policies have it not who confirmed it.</param>
    /// <param name="on">When.</param>
    /// <param name="text">Why.</param>
    /// <param name="policies">Say who may settle it, and whether it is adverse with this total.</param>
    /// <exception cref="BrokenRuleException">It is not contested, or who settles it may not.</exception>
    /// <exception cref="ArgumentException">The total is not 0 to 100, or the text is blank.</exception>
    public Evaluation Revise(decimal total, Actor by, LocalDate on, string text, EvaluationPolicies policies)
    {
        Guard.Against.OutOfRange(total, nameof(total), 0m, 100m);
        var revised = Settled(EvaluationState.Revised, by, policies) with { RevisedTotal = total };
        return revised.Noting(by, on, Guard.Against.NullOrWhiteSpace(text), total) with { Adverse = policies.Adverse(revised) };
    }

    /// <summary>The evaluation as a reader gets it told: result, strengths, weaknesses, actions. Each reason is worded by <see cref="ITexts"/> in the reader's language.</summary>
    public IReadOnlyList<Reason> Narrative()
    {
        var unknown = Goals.Count(g => g.Verdict == GoalVerdict.NoData);
        return
        [
            Total is { } total
                ? Reason.Of("evaluation.summary", ("total", total), ("reached", Goals.Count(g => g.Verdict == GoalVerdict.Reached)), ("goals", Goals.Count), ("unknown", unknown))
                : Reason.Of("evaluation.undecided", ("goals", Goals.Count), ("unknown", unknown)),
            .. Strengths, .. Weaknesses, .. Actions.Select(a => a.Reason),
        ];
    }

    private Evaluation Settled(EvaluationState state, Actor by, EvaluationPolicies policies)
    {
        Guard.Against.Null(policies);
        RequirePerson(by);
        var settled = MoveTo(state);
        return policies.SettledByAnother && Notes.Any(n => n.State == EvaluationState.Confirmed && n.By == by.Id)
            ? throw new BrokenRuleException(new SomebodyElseSettlesAContestRule(this, by.Id))
            : settled;
    }

    private void RequirePerson(Actor by)
    {
        if (by.IsSystem || by.Is(Subject.Of(Agent)))
        {
            throw new BrokenRuleException(new ANamedPersonDecidesOnAnAgentRule(this, by.Id));
        }
    }

    private Evaluation Noting(Actor by, LocalDate on, string text, decimal? total = null) =>
        this with { Notes = [.. Notes, new(by.Id, on, text, State) { Total = total }] };

    private Evaluation MoveTo(EvaluationState next) => this with
    {
        State = LifeCycles.Evaluation.Move(State, next, () => new AnEvaluationTakesOneStepAtATimeRule(this, LifeCycles.Evaluation.BeforeOf(next)[0], next)),
    };
}

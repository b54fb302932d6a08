namespace ActivityMgmt.Domain;

public sealed partial record Goal
{
    /// <summary>Rewrites a draft: anything but its id may change.</summary>
    /// <exception cref="BrokenRuleException">It is no draft any more, or the rewriting changes its id or its state.</exception>
    public Goal Rewrite(Func<Goal, Goal> change)
    {
        Guard.Against.Null(change);
        var rewritten = State == GoalState.Draft ? change(this) : throw new BrokenRuleException(new OnlyADraftCanBeRewrittenRule(this));
        return rewritten.Id == Id && rewritten.State == State ? rewritten : throw new BrokenRuleException(new OnlyADraftCanBeRewrittenRule(rewritten));
    }

    /// <summary>Puts a draft before its owner.</summary>
    public Goal Propose() => MoveTo(GoalState.Proposed);

    /// <summary>Accepts a proposal in the name of a person. What agents proposed for themselves is for somebody else to accept.</summary>
    /// <exception cref="BrokenRuleException">It is no proposal, the system accepts it, or an agent the own proposal.</exception>
    public Goal Agree(Actor by, LocalDate on, Reason reason)
    {
        var agreed = SettledBy(by, GoalState.Agreed);
        return IsOwnProposalOf(by) ? throw new BrokenRuleException(new SomebodyElseAgreesToAnOwnProposalRule(this, by.Id)) : agreed.Noting(by.Id, on, reason);
    }

    /// <summary>Refuses a proposal in the name of a person, with a reason.</summary>
    /// <exception cref="BrokenRuleException">It is no proposal, or the system refuses it.</exception>
    public Goal Reject(Actor by, LocalDate on, Reason reason) => SettledBy(by, GoalState.Rejected).Noting(by.Id, on, reason);

    /// <summary>Takes a rejected proposal back to a draft, so that it can be rewritten and proposed again.</summary>
    public Goal Rework() => MoveTo(GoalState.Draft);

    /// <summary>Takes a proposal, a rejected one, or a draft off the table, with a reason.</summary>
    public Goal Withdraw(ActorId by, LocalDate on, Reason reason) =>
        MoveTo(GoalState.Withdrawn).Noting(by, on, reason);

    /// <summary>Starts an agreed goal on its first day or later.</summary>
    /// <param name="on">The day.</param>
    /// <exception cref="BrokenRuleException">It is not agreed, or its period hasn't begun.</exception>
    public Goal Activate(LocalDate on)
    {
        var active = MoveTo(GoalState.Active);
        return on >= Period.Start ? active : throw new BrokenRuleException(new AGoalStartsOnItsFirstDayRule(this, on));
    }

    /// <summary>Ends an active goal on its last day or later, whether or not anything changed since, and keeps the result as it is known then.</summary>
    /// <param name="on">The day of closing.</param>
    /// <param name="actual">The reading of the whole period.</param>
    /// <exception cref="BrokenRuleException">It is not active, or its period still runs.</exception>
    public Goal Close(LocalDate on, Reading actual)
    {
        Guard.Against.Null(actual);
        var closed = MoveTo(GoalState.Closed);
        return on >= Period.End ? closed with { Outcome = OutcomeOf(actual, on) } : throw new BrokenRuleException(new AGoalClosesOnItsLastDayRule(this, on));
    }

    /// <summary>Changes the target, with who, when and why. Not possible once the goal is closed, rejected or withdrawn.</summary>
    /// <param name="adjustment">The change.</param>
    /// <param name="approvedBy">Who approves it: a named person, never the system and never the agent whose goal it is.</param>
    /// <exception cref="BrokenRuleException">Nothing changes any more; the unit is another one; or no named person other than the agent approved it.</exception>
    public Goal Adjust(GoalAdjustment adjustment, Actor approvedBy)
    {
        Guard.Against.Null(adjustment);
        if (!CanChange)
        {
            throw new BrokenRuleException(new ClosedGoalCannotChangeRule(this));
        }

        if (adjustment.Target.Unit != Target.Unit)
        {
            throw new BrokenRuleException(new ATargetKeepsItsUnitRule(this, adjustment.Target));
        }

        if (approvedBy.IsSystem || approvedBy.Is(Subject))
        {
            throw new BrokenRuleException(new ANamedPersonApprovesAnAdjustmentRule(this, approvedBy.Id));
        }

        return this with { Revisions = [.. Revisions, GoalRevision.Of(adjustment, approvedBy.Id)] };
    }

    // Starts an agreed goal whose first day has come; leaves every other one as it is.
    internal Goal StartedBy(LocalDate on) => State == GoalState.Agreed && on >= Period.Start ? Activate(on) : this;

    // The last revision holds the terms that are proposed.
    internal bool IsOwnProposalOf(Actor by) => by.Is(Subject) && Revisions[^1].By == by.Id;

    private Goal SettledBy(Actor by, GoalState state)
    {
        var settled = MoveTo(state);
        return by.IsSystem ? throw new BrokenRuleException(new ANamedPersonSettlesAProposalRule(this, by.Id)) : settled;
    }

    private Goal Noting(ActorId by, LocalDate on, Reason reason) => this with { Revisions = [.. Revisions, new(Target, on, by, reason)] };

    private Goal MoveTo(GoalState next) => this with
    {
        State = LifeCycles.Goal.Move(State, next, () => new GoalMovesOneStepAtATimeRule(this, LifeCycles.Goal.BeforeOf(next)[0], next)),
    };
}

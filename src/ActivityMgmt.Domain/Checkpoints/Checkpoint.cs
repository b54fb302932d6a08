using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>How a goal stands against what was expected by now.</summary>
public enum GoalStatus
{
    /// <summary>More than expected by now.</summary>
    Ahead,

    /// <summary>About as expected by now.</summary>
    OnTrack,

    /// <summary>Less than expected; can be caught up.</summary>
    Behind,

    /// <summary>Far less than expected; somebody has to decide.</summary>
    OffTrack,

    /// <summary>Nothing can be said yet.</summary>
    NoData,
}

/// <summary>What a person settled at a checkpoint.</summary>
public enum CheckpointAction
{
    /// <summary>Do what the checkpoint proposed.</summary>
    AcceptProposal,

    /// <summary>Coach the agent on a step.</summary>
    Coach,

    /// <summary>Change the goal; who decides says to what.</summary>
    AdjustGoal,

    /// <summary>Leave things as they are.</summary>
    NoAction,
}

/// <summary>A named person's decision at a checkpoint.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">When.</param>
/// <param name="Note">Why, in the decider's own words.</param>
/// <param name="DueOn">By when it is to be done; looked at again at the first later checkpoint that counts that day.</param>
public sealed record CheckpointDecision(CheckpointAction Action, ActorId By, LocalDate On, string Note, LocalDate DueOn)
{
    /// <summary>Who carries it out, a named person; <see langword="null"/>: who decided.</summary>
    public ActorId? Owner { get; init; }

    /// <summary>Who answers for it: its owner, else who decided. Reminders go there first; see <see cref="Monitoring.RemindersAsync"/>.</summary>
    public ActorId Responsible => Owner ?? By;
}

/// <summary>How a funnel step stood against the plan in the plan's whole weeks that are over.</summary>
/// <param name="Measure">The step.</param>
/// <param name="Planned">Planned in these weeks.</param>
/// <param name="Actual">Done in these weeks; <see langword="null"/> when nothing is known.</param>
public sealed record PlanProgress(MeasureId Measure, int Planned, Quantity? Actual);

/// <summary>A look at the goal of an agent, a team or the branch on one day: expected, actual, forecast, cause, proposal, and what was decided.</summary>
public sealed record Checkpoint : IAggregate
{
    /// <inheritdoc/>
    public string Key => KeyOf(Goal, AsOf);

    /// <inheritdoc/>
    public required string Partition { get; init; }

    /// <summary>The key of a goal's checkpoint on a day.</summary>
    public static string KeyOf(GoalId goal, LocalDate asOf) => $"{goal}@{LocalDatePattern.Iso.Format(asOf)}";

    /// <summary>Whose goal it is.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The team whose goal it is, or the agent's on that day; <see langword="null"/> when there is none.</summary>
    public required TeamId? Team { get; init; }

    /// <summary>The goal that is looked at.</summary>
    public required GoalId Goal { get; init; }

    /// <summary>The goal's measure.</summary>
    public required MeasureId Measure { get; init; }

    /// <summary>The last day that is counted, included.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The commit sequence up to which facts were known; <see langword="null"/> when all were used.</summary>
    public required long? KnownAt { get; init; }

    /// <summary>The target that counted on that day.</summary>
    public required Quantity Target { get; init; }

    /// <summary>What was expected by that day: target × pace, exact.</summary>
    public required Quantity Expected { get; init; }

    /// <summary>What was there, or why nothing can be said. The evidence of a team or the branch has counts but no facts: those stand in its members' checkpoints.</summary>
    public required Reading Actual { get; init; }

    /// <summary>Where it is heading.</summary>
    public required Forecast Forecast { get; init; }

    /// <summary>How it stands.</summary>
    public required GoalStatus Status { get; init; }

    /// <summary>What every remaining working day must bring to reach the target, rounded up to 0.01; <see langword="null"/> when it is reached, no working day is left, or less is better.</summary>
    public required Quantity? NeededPerDay { get; init; }

    /// <summary>The funnel against the plan; empty without a plan, and until its first week is over.</summary>
    public required IReadOnlyList<PlanProgress> Progress { get; init; }

    /// <summary>What the funnel says about the gap; <see langword="null"/> when there is no gap, or none that an agent's funnel explains.</summary>
    public required Cause? Cause { get; init; }

    /// <summary>What is proposed, most important first; empty when nothing needs to change.</summary>
    public required IReadOnlyList<Reason> Proposals { get; init; }

    /// <summary>What became of earlier decisions, and whether it is time to ask the next level up.</summary>
    public required IReadOnlyList<Finding> FollowUps { get; init; }

    /// <summary>Milestones passed since the last checkpoint; empty when none were.</summary>
    public IReadOnlyList<Reason> Milestones { get; init; } = [];

    /// <summary>Who is asked because it goes on too long: the first one above the supervisor of the agent, or of the team's leader; <see langword="null"/> when nobody is asked, or nobody is there.</summary>
    public AgentId? EscalatedTo { get; init; }

    /// <summary>What was said about it, the first word first.</summary>
    public IReadOnlyList<CheckpointFeedback> Feedback { get; init; } = [];

    /// <summary>What was decided; <see langword="null"/> while nobody has.</summary>
    public CheckpointDecision? Decision { get; init; }

    /// <summary>What became of what was decided; <see langword="null"/> while its owner has not said.</summary>
    public CheckpointCompletion? Completion { get; init; }

    /// <summary>Whether something that was decided waits to be carried out: something is to be done, and nobody has said that it was.</summary>
    public bool HasOpenDecision => Decision is { Action: not CheckpointAction.NoAction } && Completion is null;

    /// <summary>Whether it was made on demand, perhaps before its day was over: the due run of that day makes it anew while nobody has decided or said anything.</summary>
    public bool IsAdHoc { get; init; }

    /// <summary>Whether a person has to decide: behind or off track, and nobody has yet.</summary>
    public bool NeedsDecision => Decision is null && Status is GoalStatus.Behind or GoalStatus.OffTrack && Proposals.Count > 0;

    /// <summary>Adds what somebody said; possible before and after the decision. The same words of the same person on the same day again change nothing.</summary>
    public Checkpoint Comment(CheckpointFeedback feedback)
    {
        Guard.Against.Null(feedback);
        return Feedback.Contains(feedback) ? this : this with { Feedback = [.. Feedback, feedback] };
    }

    /// <summary>Records a person's decision. One checkpoint is decided once.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="decider">The agent behind who decides; <see langword="null"/> when there is none. Nobody decides about the own goal.</param>
    /// <exception cref="BrokenRuleException">It is decided already, the system or the agent whose goal it is decided, the system is the owner, it made no proposal to accept, or the decision is due before it is made.</exception>
    public Checkpoint Decide(CheckpointDecision decision, AgentId? decider)
    {
        Guard.Against.Null(decision);
        if (Decision is not null)
        {
            throw new BrokenRuleException(new CheckpointIsDecidedOnceRule(this));
        }

        var by = new Actor(decision.By, decider);
        if (by.IsSystem || by.Is(Subject))
        {
            throw new BrokenRuleException(new ANamedPersonDecidesRule(this, decision.By));
        }

        if (decision.Owner == CallContext.SystemActor)
        {
            throw new BrokenRuleException(new ANamedPersonCarriesADecisionOutRule(this));
        }

        if (decision.DueOn < decision.On)
        {
            throw new BrokenRuleException(new ADecisionIsNotDueBeforeItIsMadeRule(this, decision));
        }

        if (decision.Action == CheckpointAction.AcceptProposal && Proposals.Count == 0)
        {
            throw new BrokenRuleException(new OnlyAMadeProposalCanBeAcceptedRule(this));
        }

        return this with { Decision = decision };
    }

    /// <summary>Records that what was decided was carried out, or why it no longer needs to be. The same words of the same person on the same day again change nothing.</summary>
    /// <exception cref="BrokenRuleException">Nothing was decided that is to be carried out, somebody said so already, or it is dated before the decision.</exception>
    public Checkpoint Complete(CheckpointCompletion completion)
    {
        Guard.Against.Null(completion);
        if (Completion == completion)
        {
            return this;
        }

        if (Decision is not { Action: not CheckpointAction.NoAction } decision)
        {
            throw new BrokenRuleException(new OnlyADecisionIsCarriedOutRule(this));
        }

        if (Completion is not null)
        {
            throw new BrokenRuleException(new ADecisionIsCarriedOutOnceRule(this, Completion));
        }

        return completion.On < decision.On
            ? throw new BrokenRuleException(new ADecisionIsNotCarriedOutBeforeItIsMadeRule(this, completion))
            : this with { Completion = completion };
    }
}

namespace ActivityMgmt.Domain;

/// <summary>Something that happened to an aggregate or a quarter; stored with the change itself. A closed family of plain records.</summary>
public abstract record DomainEvent
{
    private protected DomainEvent()
    {
    }

    /// <summary>The key of the aggregate it happened to; of a quarter, its name.</summary>
    public abstract string Aggregate { get; }
}

/// <summary>A quarter's targets were handed down.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Goals">How many goals it has.</param>
public sealed record QuarterOpened(Quarter Quarter, int Goals) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Quarter.ToString();
}

/// <summary>A goal was proposed for a later period.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Target">The proposed target.</param>
public sealed record GoalProposed(GoalId Goal, Subject Subject, Quantity Target) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Goal.Value;
}

/// <summary>A goal was agreed and started.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Target">The target.</param>
public sealed record GoalAgreed(GoalId Goal, Subject Subject, Quantity Target) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Goal.Value;
}

/// <summary>A goal's target was changed.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Target">The target from now on.</param>
/// <param name="Reason">Why.</param>
public sealed record GoalAdjusted(GoalId Goal, Subject Subject, Quantity Target, Reason Reason) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Goal.Value;
}

/// <summary>A goal moved on: rejected, withdrawn or closed.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Subject">Whose.</param>
/// <param name="State">Where it stands now.</param>
public sealed record GoalMoved(GoalId Goal, Subject Subject, GoalState State) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Goal.Value;
}

/// <summary>An agent's plan was made.</summary>
/// <param name="Plan">The plan's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Goal">The goal it serves.</param>
public sealed record PlanMade(string Plan, AgentId Agent, GoalId Goal) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Plan;
}

/// <summary>A checkpoint was made.</summary>
/// <param name="Checkpoint">Its key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="AsOf">The last day it counts.</param>
/// <param name="Status">How the goal stands.</param>
/// <param name="NeedsDecision">Whether a person has to decide.</param>
public sealed record CheckpointMade(string Checkpoint, AgentId Agent, LocalDate AsOf, GoalStatus Status, bool NeedsDecision) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Checkpoint;
}

/// <summary>A checkpoint asks the next level up, since it goes on too long.</summary>
/// <param name="Checkpoint">Its key.</param>
/// <param name="Subject">Whose goal it is.</param>
/// <param name="To">Who is asked.</param>
public sealed record CheckpointEscalated(string Checkpoint, Subject Subject, AgentId To) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Checkpoint;
}

/// <summary>A goal passed a milestone since its last checkpoint.</summary>
/// <param name="Checkpoint">The key of the checkpoint that found it.</param>
/// <param name="Subject">Whose goal it is.</param>
/// <param name="Goal">The goal.</param>
/// <param name="Milestone">Which, with its numbers.</param>
public sealed record MilestonePassed(string Checkpoint, Subject Subject, GoalId Goal, Reason Milestone) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Checkpoint;
}

/// <summary>A person decided at a checkpoint.</summary>
/// <param name="Checkpoint">Its key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="By">Who decided.</param>
/// <param name="DueOn">By when it is to be done.</param>
public sealed record CheckpointDecided(string Checkpoint, AgentId Agent, CheckpointAction Action, ActorId By, LocalDate DueOn) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Checkpoint;
}

/// <summary>An agent was evaluated.</summary>
/// <param name="Evaluation">The evaluation's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Score">Points, 0 to 100; <see langword="null"/> when there are none.</param>
public sealed record EvaluationMade(string Evaluation, AgentId Agent, decimal? Score) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Evaluation;
}

/// <summary>An evaluation moved on: calibrated, confirmed, contested, upheld or revised.</summary>
/// <param name="Evaluation">The evaluation's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="By">Who settled it.</param>
public sealed record EvaluationMoved(string Evaluation, AgentId Agent, EvaluationState State, ActorId By) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Evaluation;
}

/// <summary>A quarter's goals were closed.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Goals">How many goals were closed.</param>
public sealed record QuarterClosed(Quarter Quarter, int Goals) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Quarter.ToString();
}

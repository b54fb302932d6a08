namespace ActivityMgmt.Domain;

/// <summary>Something that happened to an aggregate, a quarter or the facts; stored with the change itself. A closed family of plain records.</summary>
/// <remarks>What happens to pay and ranks is here, too, though the aggregates are another package's: a store reads every event back, and can do so only when nobody adds a case elsewhere.</remarks>
public abstract record DomainEvent
{
    private protected DomainEvent()
    {
    }

    /// <summary>The key of the aggregate it happened to; of a quarter or a delivery of facts, its name.</summary>
    public abstract string Aggregate { get; }
}

/// <summary>A delivery of facts changed what is known.</summary>
/// <param name="Delivery">The delivery's name.</param>
/// <param name="Source">The source system that delivered it.</param>
/// <param name="After">The commit sequence before it; what changed lies after it.</param>
/// <param name="UpTo">The commit sequence of its last entry.</param>
/// <param name="By">Who recorded it.</param>
public sealed record FactsRecorded(string Delivery, string Source, long After, long UpTo, ActorId By) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Delivery;
}

/// <summary>The organisation was changed: contracts, teams, ranks, lineage.</summary>
/// <param name="Delivery">The name of the changes as a delivery.</param>
/// <param name="Source">The source system whose facts they are.</param>
/// <param name="After">The commit sequence before them; what changed lies after it.</param>
/// <param name="UpTo">The commit sequence of the last of them.</param>
/// <param name="By">Who changed it.</param>
public sealed record OrganisationChanged(string Delivery, string Source, long After, long UpTo, ActorId By) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Delivery;
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

/// <summary>A goal was agreed; it starts on its first day.</summary>
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

/// <summary>A goal moved on: started, rejected, withdrawn or closed.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Subject">Whose.</param>
/// <param name="State">Where it stands now.</param>
public sealed record GoalMoved(GoalId Goal, Subject Subject, GoalState State) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Goal.Value;
}

/// <summary>An agent's plan was made, or made anew.</summary>
/// <param name="Plan">The plan's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Goal">The goal it serves.</param>
public sealed record PlanMade(string Plan, AgentId Agent, GoalId Goal) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Plan;
}

/// <summary>An activity of a planned week was called off.</summary>
/// <param name="Week">The week's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Activity">The activity.</param>
/// <param name="By">Who called it off.</param>
/// <param name="Reason">Why.</param>
public sealed record ActivityCalledOff(string Week, AgentId Agent, AppointmentId Activity, ActorId By, Reason Reason) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Week;
}

/// <summary>Something about an agent's records looked odd for the first time, or again after it was corrected.</summary>
/// <param name="Notice">The notice's key.</param>
/// <param name="Agent">The agent, who is told first.</param>
/// <param name="Code">What looks odd, as a code such as <c>plausibility.overlap</c>.</param>
/// <param name="NoticedOn">The day, from which the days to answer count.</param>
public sealed record PlausibilityNoticed(string Notice, AgentId Agent, string Code, LocalDate NoticedOn) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Notice;
}

/// <summary>An agent answered a notice.</summary>
/// <param name="Notice">The notice's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="On">The day of the answer.</param>
public sealed record PlausibilityAnswered(string Notice, AgentId Agent, LocalDate On) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Notice;
}

/// <summary>What looked odd is gone, since the records were corrected.</summary>
/// <param name="Notice">The notice's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="On">The day on which it was no longer found.</param>
public sealed record PlausibilityCorrected(string Notice, AgentId Agent, LocalDate On) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Notice;
}

/// <summary>A checkpoint was made.</summary>
/// <param name="Checkpoint">Its key.</param>
/// <param name="Subject">Whose goal it is.</param>
/// <param name="AsOf">The last day it counts.</param>
/// <param name="Status">How the goal stands.</param>
/// <param name="NeedsDecision">Whether a person has to decide.</param>
public sealed record CheckpointMade(string Checkpoint, Subject Subject, LocalDate AsOf, GoalStatus Status, bool NeedsDecision) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Checkpoint;
}

/// <summary>What was decided at a checkpoint was carried out.</summary>
/// <param name="Checkpoint">The checkpoint's key.</param>
/// <param name="Subject">Whose goal it is.</param>
/// <param name="Owner">Who answers for the decision.</param>
/// <param name="By">Who says so.</param>
/// <param name="On">When.</param>
public sealed record DecisionCarriedOut(string Checkpoint, Subject Subject, ActorId Owner, ActorId By, LocalDate On) : DomainEvent
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
/// <param name="Subject">Whose goal it is.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="By">Who decided.</param>
/// <param name="DueOn">By when it is to be done.</param>
public sealed record CheckpointDecided(string Checkpoint, Subject Subject, CheckpointAction Action, ActorId By, LocalDate DueOn) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Checkpoint;
}

/// <summary>A policy that a leaver left behind has somebody who services it; its holder may have to be told.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Leaver">Who left.</param>
/// <param name="Taker">Who services it.</param>
/// <param name="From">From when on.</param>
/// <param name="By">Who decided.</param>
/// <param name="Note">Why, in the decider's own words.</param>
public sealed record PolicyHandedOver(PolicyId Policy, AgentId Leaver, AgentId Taker, LocalDate From, ActorId By, string Note) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Policy.Value;
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

/// <summary>A statement was issued.</summary>
/// <param name="Statement">Its key.</param>
/// <param name="Agent">Whose.</param>
/// <param name="Period">The quarter it pays.</param>
/// <param name="Total">The sum of its earned lines; negative when more is taken back than earned.</param>
public sealed record StatementIssued(string Statement, AgentId Agent, Quarter Period, Money Total) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Statement;
}

/// <summary>A title was awarded, or a provisional one confirmed.</summary>
/// <param name="Award">The award's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Title">The title's id.</param>
/// <param name="IsConfirmed">Whether its quality condition is met; otherwise it is provisional.</param>
public sealed record TitleAwarded(string Award, AgentId Agent, string Title, bool IsConfirmed) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Award;
}

/// <summary>Support was offered to an agent.</summary>
/// <param name="Offer">The offer's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Rule">The id of the rule that offers it.</param>
public sealed record SupportOffered(string Offer, AgentId Agent, string Rule) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Offer;
}

/// <summary>A rank was proposed, or a waiting proposal was brought up to date.</summary>
/// <param name="Proposal">The proposal's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Rank">The rank now; <see langword="null"/> when none is known.</param>
/// <param name="NewRank">The proposed rank; the same when it is kept or undecided, <see langword="null"/> at an end.</param>
/// <param name="IsAdverse">Whether it is to the agent's disadvantage, so that a named person decides.</param>
public sealed record RankProposed(string Proposal, AgentId Agent, string? Rank, string? NewRank, bool IsAdverse) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Proposal;
}

/// <summary>A person confirmed or declined a proposed rank.</summary>
/// <param name="Proposal">The proposal's key.</param>
/// <param name="Agent">The agent.</param>
/// <param name="IsConfirmed">Whether it takes effect.</param>
/// <param name="By">Who decided.</param>
public sealed record RankDecided(string Proposal, AgentId Agent, bool IsConfirmed, ActorId By) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Proposal;
}

/// <summary>What an old system had counted and paid was taken over.</summary>
/// <param name="Balance">The balance's key.</param>
/// <param name="Agent">Whose.</param>
/// <param name="CutOver">The first day that this library pays.</param>
/// <param name="By">Who took it over.</param>
public sealed record OpeningBalanceTakenOver(string Balance, AgentId Agent, LocalDate CutOver, ActorId By) : DomainEvent
{
    /// <inheritdoc/>
    public override string Aggregate => Balance;
}

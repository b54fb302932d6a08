namespace ActivityMgmt.Incentives;

/// <summary>Where an assessment points.</summary>
public enum RankOutcome
{
    /// <summary>The rank is kept.</summary>
    Maintain,

    /// <summary>One rank up.</summary>
    Promote,

    /// <summary>One rank down. Adverse.</summary>
    Demote,

    /// <summary>End of the contract or transfer, after misses in a row. Adverse.</summary>
    End,

    /// <summary>A figure that decides isn't known.</summary>
    Undecided,
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalStatus
{
    /// <summary>Waits for a person.</summary>
    Proposed,

    /// <summary>A person agreed; it takes effect.</summary>
    Confirmed,

    /// <summary>A person refused it; nothing changes.</summary>
    Declined,
}

/// <summary>What an assessment proposes for an agent. It takes no effect before somebody confirms it; an adverse one only by a named person.</summary>
/// <remarks>Immutable: a decision gives a changed copy.</remarks>
public sealed record RankProposal : IAggregate
{
    /// <summary>Quarter of the assessment and agent: <c>2026Q3/E1001</c>.</summary>
    public string Key => $"{Partition}/{Agent}";

    /// <summary>Quarter of the assessment.</summary>
    public string Partition => Period.ToString();

    /// <summary>The rules that were applied.</summary>
    public required PlanReference Rules { get; init; }

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The quarter of the assessment.</summary>
    public required Quarter Period { get; init; }

    /// <summary>The day up to which facts were looked at, included.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The agent's rank on that day; <see langword="null"/> when none is known.</summary>
    public required string? Rank { get; init; }

    /// <summary>What is proposed.</summary>
    public required RankOutcome Outcome { get; init; }

    /// <summary>The rank after it; the present one when it is kept or undecided, <see langword="null"/> at an end.</summary>
    public required string? NewRank { get; init; }

    /// <summary>Why.</summary>
    public required Reason Reason { get; init; }

    /// <summary>What was looked at: each condition of both rules with its value, and what is missing as a number.</summary>
    public required IReadOnlyList<Reason> Details { get; init; }

    /// <summary>The facts behind it.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>How many assessments in a row, this one included, were missed; handed to the next one.</summary>
    public required int MissesInARow { get; init; }

    /// <summary>Where it stands.</summary>
    public ProposalStatus Status { get; init; }

    /// <summary>Who decided; <see langword="null"/> while it is proposed.</summary>
    public ActorId? DecidedBy { get; init; }

    /// <summary>Why it was decided so, in the person's own words; <see langword="null"/> while it is proposed.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>The day of the decision; <see langword="null"/> while it is proposed.</summary>
    public LocalDate? DecidedOn { get; init; }

    /// <summary>Whether it is to the agent's disadvantage.</summary>
    public bool IsAdverse => Outcome is RankOutcome.Demote or RankOutcome.End;

    /// <summary>Whether it takes effect.</summary>
    public bool IsFinal => Status == ProposalStatus.Confirmed;

    /// <summary>The proposal, confirmed.</summary>
    /// <exception cref="BrokenRuleException">It was decided already, is undecided, has no reason, or is adverse and the actor is no person.</exception>
    public RankProposal Confirm(ActorId by, string reason, LocalDate on) => Decide(ProposalStatus.Confirmed, by, reason, on);

    /// <summary>The proposal, declined.</summary>
    /// <exception cref="BrokenRuleException">It was decided already, has no reason, or is adverse and the actor is no person.</exception>
    public RankProposal Decline(ActorId by, string reason, LocalDate on) => Decide(ProposalStatus.Declined, by, reason, on);

    /// <summary>Whether another assessment came to the same result for the same reasons.</summary>
    internal bool FindsTheSameAs(RankProposal other) =>
        Rules == other.Rules && Period == other.Period && AsOf == other.AsOf && Rank == other.Rank && Outcome == other.Outcome && NewRank == other.NewRank && MissesInARow == other.MissesInARow
        && Reason.Equals(other.Reason) && Details.SequenceEqual(other.Details) && Evidence.Equals(other.Evidence);

    private RankProposal Decide(ProposalStatus to, ActorId by, string reason, LocalDate on)
    {
        Check(new ProposalIsDecidedOnceRule(this));
        Check(new UndecidedProposalCannotBeConfirmedRule(this, to));
        Check(new AdverseProposalNeedsAPersonRule(this, by));
        Check(new DecisionHasAReasonRule(this, reason));
        return this with { Status = to, DecidedBy = by, DecisionReason = reason, DecidedOn = on };
    }

    private static void Check(ProposalRule rule)
    {
        if (rule.IsBroken)
        {
            throw new BrokenRuleException(rule);
        }
    }
}

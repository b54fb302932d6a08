namespace ActivityMgmt.Incentives;

/// <summary>A rule about deciding proposals.</summary>
internal abstract record ProposalRule(RankProposal Proposal) : IBusinessRule
{
    public abstract bool IsBroken { get; }

    public abstract Reason Reason { get; }
}

/// <summary>A proposal that was confirmed or declined stays so; a new assessment makes a new one.</summary>
internal sealed record ProposalIsDecidedOnceRule(RankProposal Proposal) : ProposalRule(Proposal)
{
    public override bool IsBroken => Proposal.Status != ProposalStatus.Proposed;

    public override Reason Reason => Reason.Of("assessment.rule.decided-once", ("proposal", Proposal.Key), ("by", Proposal.DecidedBy?.ToString() ?? ""));
}

/// <summary>There is nothing to confirm while a figure that decides isn't known.</summary>
internal sealed record UndecidedProposalCannotBeConfirmedRule(RankProposal Proposal, ProposalStatus To) : ProposalRule(Proposal)
{
    public override bool IsBroken => To == ProposalStatus.Confirmed && Proposal.Outcome == RankOutcome.Undecided;

    public override Reason Reason => Reason.Of("assessment.rule.undecided", ("proposal", Proposal.Key));
}

/// <summary>What is to an agent's disadvantage is decided by a named person, never by unattended work.</summary>
internal sealed record AdverseProposalNeedsAPersonRule(RankProposal Proposal, ActorId By) : ProposalRule(Proposal)
{
    public override bool IsBroken => Proposal.IsAdverse && (string.IsNullOrWhiteSpace(By.Value) || By == CallContext.SystemActor);

    public override Reason Reason => Reason.Of("assessment.rule.needs-person", ("proposal", Proposal.Key), ("actor", By.Value ?? ""));
}

/// <summary>Whoever decides says why.</summary>
internal sealed record DecisionHasAReasonRule(RankProposal Proposal, string Given) : ProposalRule(Proposal)
{
    public override bool IsBroken => string.IsNullOrWhiteSpace(Given);

    public override Reason Reason => Reason.Of("assessment.rule.needs-reason", ("proposal", Proposal.Key));
}

/// <summary>Only a proposal that was made can be decided.</summary>
internal sealed record OnlyAMadeProposalCanBeDecidedRule(string Proposal) : IBusinessRule
{
    public Reason Reason => Reason.Of("assessment.rule.unknown", ("proposal", Proposal));
}

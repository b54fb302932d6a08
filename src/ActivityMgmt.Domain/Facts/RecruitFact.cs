namespace ActivityMgmt.Domain;

/// <summary>Where a candidate stands on the way to becoming an agent.</summary>
public enum RecruitStage
{
    /// <summary>Known by name (准增员).</summary>
    Candidate,

    /// <summary>Interviewed (面谈).</summary>
    Interview,

    /// <summary>Sat the exam (考试).</summary>
    Exam,

    /// <summary>Signed the contract (签约).</summary>
    Contract,

    /// <summary>Made regular (转正).</summary>
    Regular,

    /// <summary>Given up, by either side.</summary>
    Dropped,
}

/// <summary>A candidate's entry into a stage of recruiting (增员). <see cref="Fact.Date"/> is the day of entry.</summary>
public sealed record RecruitFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Recruit;

    /// <summary>The candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>The stage entered.</summary>
    public required RecruitStage Stage { get; init; }

    /// <summary>Who recruits.</summary>
    public required AgentId Recruiter { get; init; }

    /// <summary>The agent the candidate became; <see langword="null"/> before the contract.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>Why the candidate dropped out, as a code; <see langword="null"/> when unknown or not dropped.</summary>
    public string? DroppedBecause { get; init; }
}

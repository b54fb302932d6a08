namespace ActivityMgmt.Domain;

/// <summary>How far a candidate is, as known on a day.</summary>
public sealed record RecruitProgress
{
    /// <summary>The candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Who recruits: of the last step that counts, else of the first fact.</summary>
    public required AgentId Recruiter { get; init; }

    /// <summary>The agent the candidate became; <see langword="null"/> before the contract, or when the source doesn't say.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>The stage reached by listed steps; <see langword="null"/> when none of the facts is a start.</summary>
    public RecruitStage? Stage { get; init; }

    /// <summary>The day on which the stage was entered; doing a stage again doesn't change it. <see langword="null"/> when there is none.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The steps that count, in canonical order.</summary>
    public required IReadOnlyList<RecruitFact> Steps { get; init; }

    /// <summary>Facts whose step the life cycle doesn't list, each as a warning; they change nothing until the missing one arrives.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether nothing is to be done any more: regular, or dropped.</summary>
    public bool IsOver => Stage is RecruitStage.Regular or RecruitStage.Dropped;

    /// <summary>The day on which a stage was last entered; <see langword="null"/> when it never was.</summary>
    public LocalDate? EnteredOn(RecruitStage stage)
    {
        LocalDate? entered = null;
        RecruitStage? before = null;
        foreach (var step in Steps)
        {
            entered = step.Stage == stage && before != stage ? step.Date : entered;
            before = step.Stage;
        }

        return entered;
    }
}

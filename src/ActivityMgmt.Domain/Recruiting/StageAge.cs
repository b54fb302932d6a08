namespace ActivityMgmt.Domain;

/// <summary>How long a candidate has been at a stage.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Recruiter">Who recruits.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Since">The day on which it was entered.</param>
/// <param name="Days">Calendar days since then; 0 on the day itself.</param>
public sealed record StageAge(CandidateId Candidate, AgentId Recruiter, RecruitStage Stage, LocalDate Since, int Days);

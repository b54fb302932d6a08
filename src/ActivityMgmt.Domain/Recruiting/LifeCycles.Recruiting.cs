namespace ActivityMgmt.Domain;

public static partial class LifeCycles
{
    /// <summary>A candidate's: candidate, interview, exam, contract, regular; dropped at any stage before regular, and taken up again from the start.</summary>
    public static LifeCycle<RecruitStage> Recruiting { get; } = new(
        "recruiting",
        [RecruitStage.Candidate],
        new(RecruitStage.Candidate, "interview", RecruitStage.Interview),
        new(RecruitStage.Interview, "interview again", RecruitStage.Interview),
        new(RecruitStage.Interview, "sit the exam", RecruitStage.Exam),
        new(RecruitStage.Exam, "sit again", RecruitStage.Exam),
        new(RecruitStage.Exam, "sign", RecruitStage.Contract),
        new(RecruitStage.Contract, "make regular", RecruitStage.Regular),
        new(RecruitStage.Candidate, "drop", RecruitStage.Dropped),
        new(RecruitStage.Interview, "drop", RecruitStage.Dropped),
        new(RecruitStage.Exam, "drop", RecruitStage.Dropped),
        new(RecruitStage.Contract, "drop", RecruitStage.Dropped),
        new(RecruitStage.Dropped, "take up again", RecruitStage.Candidate));
}

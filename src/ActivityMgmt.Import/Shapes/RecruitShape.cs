namespace ActivityMgmt.Import;

internal static class RecruitShape
{
    private static readonly CodeType Stages = new(
        ("candidate", RecruitStage.Candidate),
        ("interview", RecruitStage.Interview),
        ("exam", RecruitStage.Exam),
        ("contract", RecruitStage.Contract),
        ("regular", RecruitStage.Regular),
        ("dropped", RecruitStage.Dropped));

    public static FactShape Shape { get; } = new()
    {
        Name = "recruit",
        Kind = FactKind.Recruit,
        Fields =
        [
            FactField.Text("candidate"),
            new("stage", Stages),
            FactField.Agent("recruiter"),
            FactField.Agent().Optional(),
            FactField.Text("droppedBecause").Optional(),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new RecruitFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Candidate = new(row.Text("candidate")),
            Stage = row.Code<RecruitStage>("stage"),
            Recruiter = row.Agent("recruiter"),
            Agent = row.AgentOrNone("agent"),
            DroppedBecause = row.TextOrNone("droppedBecause"),
        },
    };
}

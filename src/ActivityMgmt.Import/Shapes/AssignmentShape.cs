namespace ActivityMgmt.Import;

internal static class AssignmentShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "assignment",
        Kind = FactKind.Assignment,
        Fields =
        [
            FactField.Agent(),
            FactField.Text("team"),
            FactField.Text("rank"),
            new("isLeader", CodeType.Flag, IsRequired: false),
            FactField.Date("probationUntil").Optional(),
            FactField.Date("date"),
            FactField.Date("until").Optional(),
        ],
        Make = (row, origin) => new AssignmentFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Team = new(row.Text("team")),
            Rank = row.Text("rank"),
            IsLeader = row.FlagOrNone("isLeader") ?? false,
            ProbationUntil = row.DateOrNone("probationUntil"),
            Until = row.DateOrNone("until"),
        },
    };
}

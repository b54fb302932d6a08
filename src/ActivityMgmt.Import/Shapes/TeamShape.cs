namespace ActivityMgmt.Import;

internal static class TeamShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "team",
        Kind = FactKind.Team,
        Defines = "team",
        Fields =
        [
            FactField.Text("team"),
            FactField.Text("parent").Optional(),
            FactField.Text("level").Optional(),
            FactField.Date("date"),
            FactField.Date("until").Optional(),
            FactField.Text("name").Optional(),
        ],
        Make = (row, origin) => new TeamFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Team = new(row.Text("team")),
            Parent = row.TextOrNone("parent") is { } parent ? new(parent) : null,
            Level = row.TextOrNone("level"),
            Until = row.DateOrNone("until"),
        },
    };
}

namespace ActivityMgmt.Import;

internal static class LeaveShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "leave",
        Kind = FactKind.Leave,
        Fields =
        [
            FactField.Agent(),
            FactField.Text("leave"),
            FactField.Date("date"),
            FactField.Date("until").Optional(),
        ],
        Make = (row, origin) => new LeaveFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Leave = row.Text("leave"),
            Until = row.DateOrNone("until"),
        },
    };
}

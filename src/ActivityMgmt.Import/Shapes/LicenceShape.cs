namespace ActivityMgmt.Import;

internal static class LicenceShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "licence",
        Kind = FactKind.Licence,
        Fields =
        [
            FactField.Agent(),
            FactField.Text("number").Optional(),
            FactField.Text("scope").Optional(),
            FactField.Text("jurisdiction").Optional(),
            FactField.Date("date"),
            FactField.Date("until").Optional(),
        ],
        Make = (row, origin) => new LicenceFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Number = row.TextOrNone("number"),
            Scope = row.TextOrNone("scope"),
            Jurisdiction = row.TextOrNone("jurisdiction"),
            Until = row.DateOrNone("until"),
        },
    };
}

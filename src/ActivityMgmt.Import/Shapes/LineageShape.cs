namespace ActivityMgmt.Import;

internal static class LineageShape
{
    private static readonly CodeType Relations = new(("recruited", LineageRelation.Recruited), ("bred", LineageRelation.Bred));

    public static FactShape Shape { get; } = new()
    {
        Name = "lineage",
        Kind = FactKind.Lineage,
        Fields =
        [
            FactField.Agent(),
            new("relation", Relations),
            FactField.Agent("upline"),
            FactField.Date("date"),
            FactField.Date("until").Optional(),
        ],
        Make = (row, origin) => new LineageFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Relation = row.Code<LineageRelation>("relation"),
            Upline = row.Agent("upline"),
            Until = row.DateOrNone("until"),
        },
    };
}

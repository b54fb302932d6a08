namespace ActivityMgmt.Import;

internal static class OpportunityShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "opportunity",
        Kind = FactKind.Opportunity,
        Fields =
        [
            FactField.Text("opportunity"),
            FactField.Agent(),
            FactField.Text("stage"),
            FactField.Customer(),
            FactField.Text("product").Optional(),
            new("value", DecimalType.NotNegative, IsRequired: false),
            FactField.Currency(),
            new("probability", RangeType.Probability, IsRequired: false),
            FactField.Text("lostBecause").Optional(),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new OpportunityFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Opportunity = new(row.Text("opportunity")),
            Agent = row.Agent(),
            Stage = row.Text("stage"),
            Customer = row.CustomerOrNone(),
            Product = row.TextOrNone("product"),
            Value = row.MoneyOrNone("value"),
            Probability = row.DecimalOrNone("probability"),
            LostBecause = row.TextOrNone("lostBecause"),
        },
    };
}

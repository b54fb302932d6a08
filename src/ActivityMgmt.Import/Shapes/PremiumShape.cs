namespace ActivityMgmt.Import;

internal static class PremiumShape
{
    private static readonly CodeType Directions = new(("collected", PremiumKind.Collected), ("refunded", PremiumKind.Refunded));

    private static readonly CodeType PremiumParts = new(
        ("main", PremiumPart.Main),
        ("rider", PremiumPart.Rider),
        ("target", PremiumPart.Target),
        ("excess", PremiumPart.Excess),
        ("top-up", PremiumPart.TopUp),
        ("loading", PremiumPart.Loading),
        ("fee", PremiumPart.Fee),
        ("tax", PremiumPart.Tax));

    public static FactShape Shape { get; } = new()
    {
        Name = "premium",
        Kind = FactKind.Premium,
        Fields =
        [
            FactField.Policy(),
            new("premium", Directions),
            new("policyYear", WholeType.FromOne),
            new("part", PremiumParts, IsRequired: false),
            FactField.Date("dueOn").Optional(),
            FactField.Date("date"),
            new("amount", DecimalType.NotNegative),
            FactField.Currency(),
        ],
        Make = (row, origin) => new PremiumFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Policy = new(row.Text("policy")),
            Premium = row.Code<PremiumKind>("premium"),
            PolicyYear = row.Whole("policyYear"),
            Part = row.CodeOr("part", PremiumPart.Main),
            DueOn = row.DateOrNone("dueOn"),
            Amount = row.Money("amount"),
        },
    };
}

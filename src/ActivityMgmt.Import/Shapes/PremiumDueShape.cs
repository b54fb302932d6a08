namespace ActivityMgmt.Import;

internal static class PremiumDueShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "premium-due",
        Kind = FactKind.PremiumDue,
        Fields =
        [
            FactField.Policy(),
            new("policyYear", WholeType.FromOne),
            new("amount", DecimalType.NotNegative),
            FactField.Currency(),
            FactField.Date("date"),
            FactField.Date("graceEndsOn").Optional(),
        ],
        Make = (row, origin) => new PremiumDueFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Policy = new(row.Text("policy")),
            PolicyYear = row.Whole("policyYear"),
            Amount = row.Money("amount"),
            GraceEndsOn = row.DateOrNone("graceEndsOn"),
        },
    };
}

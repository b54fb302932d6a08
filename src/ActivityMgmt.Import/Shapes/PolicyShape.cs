namespace ActivityMgmt.Import;

internal static class PolicyShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "policy",
        Kind = FactKind.Policy,
        Defines = "policy",
        Fields =
        [
            FactField.Text("policy"),
            FactField.Agent(),
            FactField.Customer(),
            FactField.Text("product"),
            new("paymentYears", WholeType.FromOne),
            new("annualPremium", DecimalType.NotNegative),
            FactField.Currency(),
            FactField.Date("date"),
            FactField.Date("issuedOn").Optional(),
            FactField.Date("effectiveOn").Optional(),
        ],
        Make = (row, origin) => new PolicyFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Policy = new(row.Text("policy")),
            Agent = row.Agent(),
            Customer = row.CustomerOrNone(),
            Product = row.Text("product"),
            PaymentYears = row.Whole("paymentYears"),
            AnnualPremium = row.Money("annualPremium"),
            IssuedOn = row.DateOrNone("issuedOn"),
            EffectiveOn = row.DateOrNone("effectiveOn"),
        },
    };
}

namespace ActivityMgmt.Import;

internal static class PolicyShape
{
    private static readonly CodeType Modes = new(
        ("annual", PaymentMode.Annual),
        ("semi-annual", PaymentMode.SemiAnnual),
        ("quarterly", PaymentMode.Quarterly),
        ("monthly", PaymentMode.Monthly),
        ("once", PaymentMode.Once));

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
            new("paymentMode", Modes, IsRequired: false),
            FactField.Policy("riderOf").Optional(),
            FactField.Text("channel").Optional(),
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
            PaymentMode = row.CodeOr("paymentMode", PaymentMode.Annual),
            RiderOf = row.PolicyOrNone("riderOf"),
            Channel = row.TextOrNone("channel"),
            AnnualPremium = row.Money("annualPremium"),
            IssuedOn = row.DateOrNone("issuedOn"),
            EffectiveOn = row.DateOrNone("effectiveOn"),
        },
    };
}

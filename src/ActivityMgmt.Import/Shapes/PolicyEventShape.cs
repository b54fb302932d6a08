namespace ActivityMgmt.Import;

internal static class PolicyEventShape
{
    private static readonly CodeType Events = new(
        ("receipt-returned", PolicyEventKind.ReceiptReturned),
        ("callback-passed", PolicyEventKind.CallbackPassed),
        ("callback-failed", PolicyEventKind.CallbackFailed),
        ("cancelled-in-cooling-off", PolicyEventKind.CancelledInCoolingOff),
        ("lapsed", PolicyEventKind.Lapsed),
        ("reinstated", PolicyEventKind.Reinstated),
        ("surrendered", PolicyEventKind.Surrendered),
        ("declined", PolicyEventKind.Declined),
        ("withdrawn", PolicyEventKind.Withdrawn),
        ("receipt-signed", PolicyEventKind.ReceiptSigned),
        ("cooling-off-ended", PolicyEventKind.CoolingOffEnded),
        ("reduced", PolicyEventKind.Reduced),
        ("term-changed", PolicyEventKind.TermChanged),
        ("claim-ended", PolicyEventKind.ClaimEnded),
        ("replaced", PolicyEventKind.Replaced),
        ("matured", PolicyEventKind.Matured));

    public static FactShape Shape { get; } = new()
    {
        Name = "policy-event",
        Kind = FactKind.PolicyEvent,
        Fields =
        [
            FactField.Policy(),
            new("event", Events),
            FactField.Policy("replacedBy").Optional(),
            new("annualPremium", DecimalType.NotNegative, IsRequired: false),
            FactField.Currency(),
            new("paymentYears", WholeType.FromOne, IsRequired: false),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new PolicyEventFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Policy = new(row.Text("policy")),
            Event = row.Code<PolicyEventKind>("event"),
            ReplacedBy = row.PolicyOrNone("replacedBy"),
            AnnualPremium = row.MoneyOrNone("annualPremium"),
            PaymentYears = row.WholeOrNone("paymentYears"),
        },
    };
}

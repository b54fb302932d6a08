namespace ActivityMgmt.Kpi;

/// <summary>The fields of each kind of fact that a KPI document may use.</summary>
internal static class FactFields
{
    private static readonly Dictionary<PolicyEventKind, string> Events = new()
    {
        [PolicyEventKind.ReceiptReturned] = "receipt-returned",
        [PolicyEventKind.CallbackPassed] = "callback-passed",
        [PolicyEventKind.CallbackFailed] = "callback-failed",
        [PolicyEventKind.CancelledInCoolingOff] = "cancelled-in-cooling-off",
        [PolicyEventKind.Lapsed] = "lapsed",
        [PolicyEventKind.Reinstated] = "reinstated",
        [PolicyEventKind.Surrendered] = "surrendered",
        [PolicyEventKind.Declined] = "declined",
        [PolicyEventKind.Withdrawn] = "withdrawn",
        [PolicyEventKind.ReceiptSigned] = "receipt-signed",
        [PolicyEventKind.CoolingOffEnded] = "cooling-off-ended",
        [PolicyEventKind.Reduced] = "reduced",
        [PolicyEventKind.TermChanged] = "term-changed",
        [PolicyEventKind.ClaimEnded] = "claim-ended",
        [PolicyEventKind.Replaced] = "replaced",
        [PolicyEventKind.Matured] = "matured",
    };

    private static readonly Dictionary<FeedbackKind, string> Voices = new()
    {
        [FeedbackKind.Survey] = "survey",
        [FeedbackKind.Complaint] = "complaint",
        [FeedbackKind.Recommendation] = "recommendation",
        [FeedbackKind.Self] = "self",
        [FeedbackKind.Peer] = "peer",
        [FeedbackKind.Manager] = "manager",
    };

    /// <summary>The kinds of fact that may be measured, by the name documents use.</summary>
    public static IReadOnlyDictionary<string, FactKind> Kinds { get; } = new Dictionary<string, FactKind>
    {
        ["activity"] = FactKind.Activity,
        ["opportunity"] = FactKind.Opportunity,
        ["policy"] = FactKind.Policy,
        ["policy-event"] = FactKind.PolicyEvent,
        ["premium"] = FactKind.Premium,
        ["training"] = FactKind.Training,
        ["feedback"] = FactKind.Feedback,
        ["market"] = FactKind.Market,
    };

    /// <summary>The fields of a kind of fact by name; amounts are in the document's currency.</summary>
    public static IReadOnlyDictionary<string, FactField> Of(FactKind kind, string currency)
    {
        FactField[] own = kind switch
        {
            FactKind.Activity =>
            [
                Text<ActivityFact>("activity", f => f.Activity),
                Text<ActivityFact>("channel", f => f.Channel),
                Text<ActivityFact>("outcome", f => f.Outcome),
                Number<ActivityFact>("minutes", Unit.Minutes, f => f.Minutes),
                Text<ActivityFact>("customer", f => f.Customer?.Value),
                Flag<ActivityFact>("hasOpportunity", f => f.Opportunity is not null),
            ],
            FactKind.Opportunity =>
            [
                Text<OpportunityFact>("opportunity", f => f.Opportunity.Value),
                Text<OpportunityFact>("stage", f => f.Stage),
                Amount<OpportunityFact>("value", currency, f => f.Value),
                Text<OpportunityFact>("product", f => f.Product),
                Text<OpportunityFact>("customer", f => f.Customer?.Value),
            ],
            FactKind.Policy => PolicyFields(currency),
            FactKind.PolicyEvent => [Text<PolicyEventFact>("event", f => Events[f.Event], [.. Events.Values]), .. PolicyFields(currency)],
            FactKind.Premium =>
            [
                Text<PremiumFact>("premium", f => f.Premium == PremiumKind.Refunded ? "refunded" : "collected", ["collected", "refunded"]),
                Number<PremiumFact>("policyYear", Unit.Count, f => f.PolicyYear),
                Amount<PremiumFact>("amount", currency, f => f.SignedAmount),
                .. PolicyFields(currency),
            ],
            FactKind.Training =>
            [
                Text<TrainingFact>("topic", f => f.Topic),
                Text<TrainingFact>("course", f => f.Course),
                Number<TrainingFact>("hours", Unit.Hours, f => f.Hours),
                Flag<TrainingFact>("passed", f => f.Passed),
            ],
            FactKind.Feedback =>
            [
                Text<FeedbackFact>("feedback", f => Voices[f.Feedback], [.. Voices.Values]),
                Number<FeedbackFact>("score", Unit.Score, f => f.Score),
                Text<FeedbackFact>("customer", f => f.Customer?.Value),
            ],
            _ =>
            [
                Text<MarketFact>("market", f => f.Market),
                Text<MarketFact>("indicator", f => f.Indicator),
                Number<MarketFact>("value", null, f => f.Value),
            ],
        };
        return (kind == FactKind.Market ? own : own.Concat(AgentFields)).ToDictionary(f => f.Name.Name, StringComparer.Ordinal);
    }

    // As of the day on which the fact counts.
    private static readonly FactField[] AgentFields =
    [
        new(Named("agent", ExpressionType.Text), c => ExpressionValue.Of(c.Agent?.Value)),
        new(Named("team", ExpressionType.Text), c => ExpressionValue.Of(c.Assignment?.Team.Value), FieldSources.Assignment),
        new(Named("rank", ExpressionType.Text), c => ExpressionValue.Of(c.Assignment?.Rank), FieldSources.Assignment),
        new(Named("tenureMonths", ExpressionType.Number, Unit.Count), c => ExpressionValue.Of(TenureInMonths(c)), FieldSources.Master),
    ];

    private static FactField[] PolicyFields(string currency) =>
    [
        new(Named("policy", ExpressionType.Text), c => ExpressionValue.Of(c.Policy?.Policy.Value)),
        new(Named("product", ExpressionType.Text), c => ExpressionValue.Of(c.Policy?.Product)),
        new(Named("paymentYears", ExpressionType.Number, Unit.Count), c => ExpressionValue.Of((decimal?)c.Policy?.PaymentYears)),
        new(Named("annualPremium", ExpressionType.Number, Unit.Money(currency)), c => In(currency, c.Policy?.AnnualPremium, c.Fact)),
        new(Named("customer", ExpressionType.Text), c => ExpressionValue.Of(c.Policy?.Customer?.Value)),
    ];

    private static decimal? TenureInMonths(FactContext context) => context.Master is { } master && master.Date <= context.Date
        ? Period.Between(master.Date, context.Date, PeriodUnits.Months).Months
        : null;

    private static FactField Text<T>(string name, Func<T, string?> read, IReadOnlyList<string>? values = null)
        where T : Fact =>
        new(Named(name, ExpressionType.Text) with { Values = values }, c => ExpressionValue.Of(read((T)c.Fact)));

    private static FactField Number<T>(string name, Unit? unit, Func<T, decimal?> read)
        where T : Fact =>
        new(Named(name, ExpressionType.Number, unit), c => ExpressionValue.Of(read((T)c.Fact)));

    private static FactField Flag<T>(string name, Func<T, bool?> read)
        where T : Fact =>
        new(Named(name, ExpressionType.Flag), c => ExpressionValue.Of(read((T)c.Fact)));

    private static FactField Amount<T>(string name, string currency, Func<T, Money?> read)
        where T : Fact =>
        new(Named(name, ExpressionType.Number, Unit.Money(currency)), c => In(currency, read((T)c.Fact), c.Fact));

    private static ExpressionValue In(string currency, Money? amount, Fact fact) =>
        amount is not { } money ? ExpressionValue.Unknown
        : money.Currency == currency ? ExpressionValue.Of(money.Amount)
        : throw new InvalidOperationException($"{fact.Reference} is in {money.Currency}, but the KPI document counts {currency}; convert it with a declared rate when it is imported.");

    private static ExpressionName Named(string name, ExpressionType type, Unit? unit = null) => new() { Name = name, Type = type, Unit = unit };
}

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

    private static readonly Dictionary<PaymentMode, string> Modes = new()
    {
        [PaymentMode.Annual] = "annual",
        [PaymentMode.SemiAnnual] = "semi-annual",
        [PaymentMode.Quarterly] = "quarterly",
        [PaymentMode.Monthly] = "monthly",
        [PaymentMode.Once] = "once",
    };

    private static readonly Dictionary<PremiumPart, string> PremiumParts = new()
    {
        [PremiumPart.Main] = "main",
        [PremiumPart.Rider] = "rider",
        [PremiumPart.Target] = "target",
        [PremiumPart.Excess] = "excess",
        [PremiumPart.TopUp] = "top-up",
        [PremiumPart.Loading] = "loading",
        [PremiumPart.Fee] = "fee",
        [PremiumPart.Tax] = "tax",
    };

    private static readonly Dictionary<EvidenceLevel, string> Levels = new()
    {
        [EvidenceLevel.SelfReported] = "self-reported",
        [EvidenceLevel.LinkedToRecord] = "linked-to-record",
        [EvidenceLevel.ConfirmedByCustomer] = "confirmed-by-customer",
        [EvidenceLevel.SystemCaptured] = "system-captured",
    };

    private static readonly Dictionary<AppointmentEvent, string> Appointments = new()
    {
        [AppointmentEvent.Planned] = "planned",
        [AppointmentEvent.Rescheduled] = "rescheduled",
        [AppointmentEvent.Started] = "started",
        [AppointmentEvent.Cancelled] = "cancelled",
    };

    private static readonly Dictionary<AttendanceStatus, string> Attendances = new()
    {
        [AttendanceStatus.Attended] = "attended",
        [AttendanceStatus.Excused] = "excused",
        [AttendanceStatus.Absent] = "absent",
    };

    private static readonly Dictionary<GroupEventStage, string> GuestStages = new()
    {
        [GroupEventStage.Invited] = "invited",
        [GroupEventStage.Attended] = "attended",
        [GroupEventStage.Applied] = "applied",
        [GroupEventStage.Collected] = "collected",
    };

    private static readonly Dictionary<RecruitStage, string> RecruitStages = new()
    {
        [RecruitStage.Candidate] = "candidate",
        [RecruitStage.Interview] = "interview",
        [RecruitStage.Exam] = "exam",
        [RecruitStage.Contract] = "contract",
        [RecruitStage.Regular] = "regular",
        [RecruitStage.Dropped] = "dropped",
    };

    /// <summary>The kinds of fact that may be measured, by the name documents use.</summary>
    public static IReadOnlyDictionary<string, FactKind> Kinds { get; } = new Dictionary<string, FactKind>
    {
        ["activity"] = FactKind.Activity,
        ["opportunity"] = FactKind.Opportunity,
        ["policy"] = FactKind.Policy,
        ["policy-event"] = FactKind.PolicyEvent,
        ["premium"] = FactKind.Premium,
        ["premium-due"] = FactKind.PremiumDue,
        ["appointment"] = FactKind.Appointment,
        ["attendance"] = FactKind.Attendance,
        ["group-event"] = FactKind.GroupEvent,
        ["recruit"] = FactKind.Recruit,
        ["entry"] = FactKind.Entry,
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
                Flag<ActivityFact>("planned", f => f.Appointment is not null),
                Flag<ActivityFact>("joint", f => f.Companion is not null),
                Text<ActivityFact>("companion", f => f.Companion?.Value),
                Code<ActivityFact, EvidenceLevel>("evidenceLevel", Levels, f => f.EvidenceLevel),
                .. CustomerFields,
            ],
            FactKind.Opportunity =>
            [
                Text<OpportunityFact>("opportunity", f => f.Opportunity.Value),
                Text<OpportunityFact>("stage", f => f.Stage),
                Amount<OpportunityFact>("value", currency, f => f.Value),
                Number<OpportunityFact>("probability", Unit.Ratio, f => f.Probability),
                Text<OpportunityFact>("lostBecause", f => f.LostBecause),
                Text<OpportunityFact>("product", f => f.Product),
                Text<OpportunityFact>("customer", f => f.Customer?.Value),
                .. CustomerFields,
            ],
            FactKind.Policy => PolicyFields(currency),
            FactKind.PolicyEvent =>
            [
                Code<PolicyEventFact, PolicyEventKind>("event", Events, f => f.Event),
                Amount<PolicyEventFact>("newAnnualPremium", currency, f => f.AnnualPremium),
                Number<PolicyEventFact>("newPaymentYears", Unit.Count, f => f.PaymentYears),
                Text<PolicyEventFact>("replacedBy", f => f.ReplacedBy?.Value),
                .. PolicyFields(currency),
            ],
            FactKind.Premium =>
            [
                Text<PremiumFact>("premium", f => f.Premium == PremiumKind.Refunded ? "refunded" : "collected", ["collected", "refunded"]),
                Number<PremiumFact>("policyYear", Unit.Count, f => f.PolicyYear),
                Code<PremiumFact, PremiumPart>("part", PremiumParts, f => f.Part),
                Amount<PremiumFact>("amount", currency, f => f.SignedAmount),
                .. PolicyFields(currency),
            ],
            FactKind.PremiumDue =>
            [
                Number<PremiumDueFact>("policyYear", Unit.Count, f => f.PolicyYear),
                Amount<PremiumDueFact>("amount", currency, f => f.Amount),
                .. PolicyFields(currency),
            ],
            FactKind.Appointment =>
            [
                Code<AppointmentFact, AppointmentEvent>("event", Appointments, f => f.Event),
                Text<AppointmentFact>("appointment", f => f.Appointment.Value),
                Text<AppointmentFact>("activity", f => f.Activity),
                Number<AppointmentFact>("minutes", Unit.Minutes, f => f.Minutes),
                Text<AppointmentFact>("because", f => f.Because),
                Text<AppointmentFact>("customer", f => f.Customer?.Value),
                Flag<AppointmentFact>("hasOpportunity", f => f.Opportunity is not null),
                .. CustomerFields,
            ],
            FactKind.Attendance =>
            [
                Text<AttendanceFact>("meeting", f => f.Meeting),
                Code<AttendanceFact, AttendanceStatus>("attendance", Attendances, f => f.Status),
                Text<AttendanceFact>("because", f => f.Because),
            ],
            FactKind.GroupEvent =>
            [
                Text<GroupEventFact>("groupEvent", f => f.Event.Value),
                Code<GroupEventFact, GroupEventStage>("stage", GuestStages, f => f.Stage),
                Text<GroupEventFact>("customer", f => f.Customer.Value),
                .. CustomerFields,
            ],
            FactKind.Recruit =>
            [
                Text<RecruitFact>("candidate", f => f.Candidate.Value),
                Code<RecruitFact, RecruitStage>("stage", RecruitStages, f => f.Stage),
                Text<RecruitFact>("droppedBecause", f => f.DroppedBecause),
            ],
            FactKind.Entry =>
            [
                Text<EntryFact>("measure", f => f.Measure),
                Number<EntryFact>("value", null, f => f.Value),
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
                Code<FeedbackFact, FeedbackKind>("feedback", Voices, f => f.Feedback),
                Number<FeedbackFact>("score", Unit.Score, f => f.Score),
                Text<FeedbackFact>("customer", f => f.Customer?.Value),
                .. CustomerFields,
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

    /// <summary>The fields of an agent by name, as of a day.</summary>
    public static IReadOnlyDictionary<string, FactField> OfAgents => AgentFields.ToDictionary(f => f.Name.Name, StringComparer.Ordinal);

    // As of the day on which the fact counts.
    private static readonly FactField[] AgentFields =
    [
        new(Named("agent", ExpressionType.Text), c => ExpressionValue.Of(c.Agent?.Value)),
        new(Named("team", ExpressionType.Text), c => ExpressionValue.Of(c.Assignment?.Team.Value), FieldSources.Assignment),
        new(Named("rank", ExpressionType.Text), c => ExpressionValue.Of(c.Assignment?.Rank), FieldSources.Assignment),
        new(Named("tenureMonths", ExpressionType.Number, Unit.Count), c => ExpressionValue.Of(TenureInMonths(c)), FieldSources.Master),
        new(Named("status", ExpressionType.Text), c => ExpressionValue.Of(c.Master?.Status), FieldSources.Master),
        new(Named("grade", ExpressionType.Text), c => ExpressionValue.Of(c.Master?.Grade), FieldSources.Master),
    ];

    // What the customer's master data say; they have no history, so the last counts whatever the day.
    private static readonly FactField[] CustomerFields =
    [
        new(Named("segment", ExpressionType.Text), c => ExpressionValue.Of(c.Customer?.Segment), FieldSources.Customer),
        new(Named("sourceGroup", ExpressionType.Text), c => ExpressionValue.Of(c.Customer?.SourceGroup), FieldSources.Customer),
    ];

    private static FactField[] PolicyFields(string currency) =>
    [
        new(Named("policy", ExpressionType.Text), c => ExpressionValue.Of(c.Policy?.Policy.Value)),
        new(Named("product", ExpressionType.Text), c => ExpressionValue.Of(c.Policy?.Product)),
        new(Named("paymentYears", ExpressionType.Number, Unit.Count), c => ExpressionValue.Of((decimal?)c.Policy?.PaymentYears)),
        new(Named("annualPremium", ExpressionType.Number, Unit.Money(currency)), c => In(currency, c.Policy?.AnnualPremium, c.Fact)),
        new(Named("paymentMode", ExpressionType.Text) with { Values = [.. Modes.Values] }, c => ExpressionValue.Of(c.Policy is { } p ? Modes[p.PaymentMode] : null)),
        new(Named("rider", ExpressionType.Flag), c => ExpressionValue.Of(c.Policy is { } p ? p.RiderOf is not null : null)),
        new(Named("channel", ExpressionType.Text), c => ExpressionValue.Of(c.Policy?.Channel)),
        new(Named("customer", ExpressionType.Text), c => ExpressionValue.Of(c.Policy?.Customer?.Value)),
        .. CustomerFields,
    ];

    // Of the unbroken time under contract, as Organisation.TenureInMonths tells it.
    private static decimal? TenureInMonths(FactContext context) => context.Master is { } master
        ? Period.Between((context.EarlierContracts is [.., var first] ? first : master).Date, context.Date, PeriodUnits.Months).Months
        : null;

    private static FactField Text<T>(string name, Func<T, string?> read, IReadOnlyList<string>? values = null)
        where T : Fact =>
        new(Named(name, ExpressionType.Text) with { Values = values }, c => ExpressionValue.Of(read((T)c.Fact)));

    private static FactField Code<T, TCode>(string name, Dictionary<TCode, string> codes, Func<T, TCode> read)
        where T : Fact
        where TCode : struct, Enum =>
        new(Named(name, ExpressionType.Text) with { Values = [.. codes.Values] }, c => ExpressionValue.Of(codes[read((T)c.Fact)]));

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

using CsCheck;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>Generators of the model's values: ids and texts with quotes, Chinese, emoji and control characters; dates and decimals at their edges.</summary>
internal static class Generated
{
    public static readonly Gen<string> Text =
        AnyOf("a", "Z", "0", " ", "'", "\"", "\\", "/", ":", "@", ";--", "<b>", "业务员", "é", "😀", "\n", "\u0001", "\u2028", "null", "{}", "")
            .Array[1, 6].Select(parts => string.Concat(parts)).Where(text => text.Length > 0);

    public static readonly Gen<string> Source = AnyOf("crm", "core", "保单系统", "o'hara");

    public static readonly Gen<decimal> Decimal = Gen.OneOf(
        AnyOf(0m, 0.00m, -0.0m, 1.50m, -1.5m, 100.00m, 0.0000000000000000000000000001m, decimal.MaxValue, decimal.MinValue),
        Gen.Int[-1_000_000, 1_000_000].Select(Gen.Int[0, 6], (units, scale) => new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale)));

    public static readonly Gen<LocalDate> Date = Gen.Int[-200_000, 200_000].Select(days => new LocalDate(2026, 7, 1).PlusDays(days));

    public static readonly Gen<Instant> Instant = Gen.Long[-62_000_000_000, 200_000_000_000]
        .Select(Gen.Long[0, 999_999_999], (seconds, nanos) => NodaTime.Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanos));

    public static readonly Gen<Money> Money = Decimal.Select(AnyOf("CNY", "USD", "EUR"), Domain.Money.Of);

    public static readonly Gen<Unit> Unit = AnyOf(default, Domain.Unit.Count, Domain.Unit.Ratio, Domain.Unit.Hours, Domain.Unit.Score, Domain.Unit.Money("CNY"));

    public static readonly Gen<Quantity> Quantity = Gen.OneOf(
        Decimal.Select(Unit, Domain.Quantity.Of),
        Gen.Int[-10_000, 10_000].Select(Gen.Int[1, 10_000], (above, below) => Domain.Quantity.Ratio(above, below)),
        Gen.Const(default(Quantity)));

    public static readonly Gen<FactReference> Reference =
        Gen.Enum<FactKind>().Select(Source, Text, Gen.Int[1, 9], (kind, source, id, revision) => new FactReference(new(kind, source, id), revision));

    public static readonly Gen<DateInterval> Period = Date.Select(Gen.Int[0, 400], (start, days) => new DateInterval(start, start.PlusDays(days)));

    public static readonly Gen<Quarter> Quarter = Gen.Int[1, 9999].Select(Gen.Int[1, 4], (year, number) => new Quarter(year, number));

    public static readonly Gen<Subject> Subject = Gen.Enum<SubjectKind>().Select(Text, (kind, id) => new Subject(kind, id));

    public static readonly Gen<ReasonValue> ReasonValue = Gen.Enum<ReasonValueKind>().Select(Text, (kind, text) => new ReasonValue(kind, text));

    public static readonly Gen<Reason> Reason = AnyOf("kpi.no-facts", "pay.gate")
        .Select(Gen.Select(Text, ReasonValue, KeyValuePair.Create).Array[0, 4], (code, values) => Domain.Reason.Of(code, values));

    public static readonly Gen<Evidence> Evidence = Gen.Select(Text, Decimal, KeyValuePair.Create).Array[0, 3]
        .Select(Reference.Array[0, 4], (counts, facts) => new Evidence(counts, facts));

    private static readonly Gen<FactOrigin> Origin =
        Source.Select(Text, Gen.Int[1, 9], Gen.Long[0, long.MaxValue], (source, id, revision, sequence) => new FactOrigin(source, id, revision, sequence));

    private static readonly Gen<string?> TextOrNull = Gen.OneOf(Text.Select(t => (string?)t), Gen.Const((string?)null));

    private static readonly Gen<LocalDate?> DateOrNull = Gen.OneOf(Date.Select(d => (LocalDate?)d), Gen.Const((LocalDate?)null));

    private static readonly Gen<bool?> FlagOrNull = AnyOf<bool?>(null, true, false);

    private static readonly Gen<int?> WholeOrNull = Gen.OneOf(Gen.Int[0, 500].Select(n => (int?)n), Gen.Const((int?)null));

    private static readonly Gen<AgentId> Agent = Text.Select(t => new AgentId(t));

    private static readonly Gen<CustomerId?> CustomerOrNull = TextOrNull.Select(t => t is null ? (CustomerId?)null : new CustomerId(t));

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>Facts of one kind.</summary>
    public static Gen<Fact> Fact(FactKind kind) => kind switch
    {
        FactKind.Agent =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from left in DateOrNull
            from reward in TextOrNull
            select (Fact)new AgentFact { Origin = origin, Date = date, Agent = agent, LeftOn = left, RewardPreference = reward },
        FactKind.Licence =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from number in TextOrNull
            from until in DateOrNull
            select (Fact)new LicenceFact { Origin = origin, Date = date, Agent = agent, Number = number, Until = until },
        FactKind.Assignment =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from text in Gen.Select(Text, Text)
            from leads in Gen.Bool
            from until in DateOrNull
            select (Fact)new AssignmentFact { Origin = origin, Date = date, Agent = agent, Team = new(text.Item1), Rank = text.Item2, IsLeader = leads, Until = until },
        FactKind.Customer =>
            from origin in Origin
            from date in Date
            from customer in Text
            from owner in TextOrNull
            from text in Gen.Select(TextOrNull, TextOrNull)
            from consent in FlagOrNull
            from refused in DateOrNull
            select (Fact)new CustomerFact
            {
                Origin = origin, Date = date, Customer = new(customer), Owner = owner is null ? null : new AgentId(owner),
                Segment = text.Item1, TimeZone = text.Item2, MarketingConsent = consent, RefusedContactOn = refused,
            },
        FactKind.Opportunity =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from text in Gen.Select(Text, Text, TextOrNull)
            from customer in CustomerOrNull
            from value in Gen.OneOf(Money.Select(m => (Money?)m), Gen.Const((Money?)null))
            select (Fact)new OpportunityFact
            {
                Origin = origin, Date = date, Agent = agent, Opportunity = new(text.Item1), Stage = text.Item2, Product = text.Item3, Customer = customer, Value = value,
            },
        FactKind.Activity =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from text in Gen.Select(Text, TextOrNull, TextOrNull)
            from started in Instant
            from minutes in WholeOrNull
            from customer in CustomerOrNull
            from opportunity in TextOrNull
            select (Fact)new ActivityFact
            {
                Origin = origin, Date = date, Agent = agent, Activity = text.Item1, Channel = text.Item2, Outcome = text.Item3, StartedAt = started,
                Minutes = minutes, Customer = customer, Opportunity = opportunity is null ? null : new OpportunityId(opportunity),
            },
        FactKind.Policy =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from text in Gen.Select(Text, Text)
            from customer in CustomerOrNull
            from years in Gen.Int[1, 30]
            from premium in Money
            from dates in Gen.Select(DateOrNull, DateOrNull)
            select (Fact)new PolicyFact
            {
                Origin = origin, Date = date, Agent = agent, Policy = new(text.Item1), Product = text.Item2, Customer = customer,
                PaymentYears = years, AnnualPremium = premium, IssuedOn = dates.Item1, EffectiveOn = dates.Item2,
            },
        FactKind.PolicyEvent =>
            from origin in Origin
            from date in Date
            from policy in Text
            from happened in Gen.Enum<PolicyEventKind>()
            select (Fact)new PolicyEventFact { Origin = origin, Date = date, Policy = new(policy), Event = happened },
        FactKind.Premium =>
            from origin in Origin
            from date in Date
            from policy in Text
            from way in Gen.Enum<PremiumKind>()
            from year in Gen.Int[1, 30]
            from due in DateOrNull
            from amount in Money
            select (Fact)new PremiumFact
            {
                Origin = origin, Date = date, Policy = new(policy), Premium = way, PolicyYear = year, DueOn = due, Amount = Domain.Money.Of(Math.Abs(amount.Amount), amount.Currency),
            },
        FactKind.Training =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from text in Gen.Select(Text, Text)
            from hours in Decimal.Where(d => d >= 0m)
            from passed in FlagOrNull
            select (Fact)new TrainingFact { Origin = origin, Date = date, Agent = agent, Course = text.Item1, Topic = text.Item2, Hours = hours, Passed = passed },
        FactKind.Feedback =>
            from origin in Origin
            from date in Date
            from agent in Agent
            from feedback in Gen.Enum<FeedbackKind>()
            from customer in CustomerOrNull
            from score in WholeOrNull
            select (Fact)new FeedbackFact { Origin = origin, Date = date, Agent = agent, Feedback = feedback, Customer = customer, Score = score },
        FactKind.Market =>
            from origin in Origin
            from date in Date
            from text in Gen.Select(Text, Text)
            from value in Decimal
            select (Fact)new MarketFact { Origin = origin, Date = date, Market = text.Item1, Indicator = text.Item2, Value = value },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

namespace ActivityMgmt.Kpi.Tests;

/// <summary>Facts with sensible defaults; a test says only what matters to it.</summary>
internal static class Facts
{
    private static int s_last;

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static DateInterval Period(string from, string to) => new(Day(from), Day(to));

    public static ActivityFact Activity(
        string on, string activity = "interview", string agent = "E1", string? outcome = "success", string? channel = "face-to-face", string? customer = "C1", int? minutes = null) => new()
        {
            Origin = New(),
            Date = Day(on),
            Agent = new(agent),
            Activity = activity,
            Outcome = outcome,
            Channel = channel,
            Customer = customer is null ? null : new CustomerId(customer),
            Minutes = minutes,
            StartedAt = Instant.FromUtc(2026, 1, 1, 0, 0),
        };

    public static PolicyFact Policy(
        string policy, string on = "2025-01-01", string agent = "E1", string? issued = null, string? effective = null, int years = 20, decimal premium = 1000m, string product = "WL20") => new()
        {
            Origin = New(),
            Date = Day(on),
            Policy = new(policy),
            Agent = new(agent),
            Product = product,
            PaymentYears = years,
            AnnualPremium = Money.Of(premium, "CNY"),
            IssuedOn = issued is null ? null : Day(issued),
            EffectiveOn = effective is null ? null : Day(effective),
        };

    public static PolicyEventFact Event(string policy, string on, PolicyEventKind kind) =>
        new() { Origin = New(), Date = Day(on), Policy = new(policy), Event = kind };

    public static PolicyRoleFact Role(string policy, PolicyRole role, string agent, string from = "2025-01-01", decimal? share = null, bool isByHandover = false) =>
        new() { Origin = New(), Date = Day(from), Policy = new(policy), Role = role, Agent = new(agent), Share = share, IsByHandover = isByHandover };

    public static CustomerFact Customer(string customer, string? segment = null, string? sourceGroup = null) =>
        new() { Origin = New(), Date = Day("2025-01-01"), Customer = new(customer), Segment = segment, SourceGroup = sourceGroup };

    public static PremiumFact Premium(string policy, string on, decimal amount = 1000m, int year = 1, PremiumKind kind = PremiumKind.Collected) =>
        new() { Origin = New(), Date = Day(on), Policy = new(policy), Premium = kind, PolicyYear = year, Amount = Money.Of(amount, "CNY") };

    public static FeedbackFact Survey(string on, int score, string agent = "E1") =>
        new() { Origin = New(), Date = Day(on), Agent = new(agent), Feedback = FeedbackKind.Survey, Score = score };

    public static TrainingFact Training(string on, decimal hours, string topic = "law", string agent = "E1") =>
        new() { Origin = New(), Date = Day(on), Agent = new(agent), Course = "K1", Topic = topic, Hours = hours };

    public static MarketFact Market(string monthEnd, decimal value, string indicator = "new-business-premium") =>
        new() { Origin = New(), Date = Day(monthEnd), Market = "BINJIANG", Indicator = indicator, Value = value };

    public static AgentFact Agent(string agent = "E1", string joined = "2020-01-01") =>
        new() { Origin = New(), Date = Day(joined), Agent = new(agent) };

    public static AssignmentFact Assignment(string agent = "E1", string team = "T1", string rank = "A1", string from = "2020-01-01", string? until = null) =>
        new() { Origin = New(), Date = Day(from), Agent = new(agent), Team = new(team), Rank = rank, Until = until is null ? null : Day(until) };

    public static TeamFact Team(string team, string? parent = null) =>
        new() { Origin = New(), Date = Day("2020-01-01"), Team = new(team), Parent = parent is null ? null : new TeamId(parent) };

    public static LineageFact Recruited(string agent, string by) =>
        new() { Origin = New(), Date = Day("2020-01-01"), Agent = new(agent), Relation = LineageRelation.Recruited, Upline = new(by) };

    public static LeaveFact Leave(string agent, string from, string until) =>
        new() { Origin = New(), Date = Day(from), Agent = new(agent), Leave = "annual", Until = Day(until) };

    public static FactOrigin New() => new("crm", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"R{Interlocked.Increment(ref s_last)}"));
}

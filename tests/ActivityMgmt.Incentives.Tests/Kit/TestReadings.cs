namespace ActivityMgmt.Incentives.Tests;

/// <summary>Readings that a test states or computes from the book.</summary>
internal sealed class TestReadings : IReadings
{
    private readonly Dictionary<string, (MeasureDescription About, Func<FactBook, AgentId, DateInterval, Reading> Read)> _measures = [];

    public TestReadings(FactBook facts) => Facts = facts;

    public FactBook Facts { get; }

    public Calendars Calendars { get; init; } = Calendars.Default;

    public IReadOnlyList<MeasureDescription> Measures => [.. _measures.Values.Select(m => m.About)];

    public IReadOnlyList<MeasureId> Funnel => [];

    public Reading Read(MeasureId measure, Subject subject, DateInterval period) => _measures[measure.Value].Read(Facts, subject.Agent, period);

    public TestReadings With(string id, Unit unit, Func<FactBook, AgentId, DateInterval, Reading> read)
    {
        _measures[id] = (new() { Id = new(id), Unit = unit, Direction = Direction.HigherIsBetter, IsAdditive = true, NameEn = id, NameZh = id }, read);
        return this;
    }

    /// <summary>A measure that is the same whenever it is asked; no data when <paramref name="value"/> is left out.</summary>
    public TestReadings Stating(string id, decimal? value, Unit? unit = null) => With(
        id,
        unit ?? Unit.Money("CNY"),
        (_, _, _) => value is { } v ? new Reading.Measured(Quantity.Of(v, unit ?? Unit.Money("CNY")), Evidence.None) : new Reading.NoData(Reason.Of("kpi.no-facts"), Evidence.None));

    /// <summary>Measures computed from the book, with true evidence: first-year premium, cases (issued policies), persistency (share of policies without an end).</summary>
    public static TestReadings Over(FactBook book, Calendars? calendars = null) => new TestReadings(book) { Calendars = calendars ?? Calendars.Default }
        .With("fyp", Unit.Money("CNY"), (b, agent, period) =>
        {
            var premium = b.Premiums.Where(p => p.PolicyYear == 1 && period.Contains(p.Date) && b.AgentOf(p) == agent).ToArray();
            return new Reading.Measured(
                Quantity.Of(premium.Aggregate(Some.Cny(0m), (sum, p) => sum + p.SignedAmount)),
                new([], premium.SelectMany(p => new[] { p.Reference, b.Policy(p.Policy)!.Reference })));
        })
        .With("cases", Unit.Count, (b, agent, period) =>
        {
            var issued = b.Policies.Where(p => p.Agent == agent && p.IssuedOn is { } on && period.Contains(on)).ToArray();
            return new Reading.Measured(Quantity.Count(issued.Length), new([], issued.Select(p => p.Reference)));
        })
        .With("persistency-13m", Unit.Ratio, (b, agent, period) =>
        {
            var cohort = b.Policies.Where(p => p.Agent == agent && p.EffectiveOn <= period.End).ToArray();
            var ended = cohort.SelectMany(p => b.EventsOf(p.Policy)).Where(e => e.Event == PolicyEventKind.Lapsed && e.Date <= period.End).ToArray();
            var evidence = new Evidence([], cohort.Select(p => p.Reference).Concat(ended.Select(e => e.Reference)));
            return cohort.Length == 0
                ? new Reading.NoData(Reason.Of("kpi.no-facts"), evidence)
                : new Reading.Measured(Quantity.Ratio(Math.Max(0, cohort.Length - ended.Length), cohort.Length), evidence);
        });
}

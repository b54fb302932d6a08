namespace ActivityMgmt.Incentives.Tests.UseCases;

public class RewardsTests
{
    private const string Rules = """
        { "id": "titles", "version": 1, "effective": "2026-01-01/..",
          "titles": [ { "id": "star", "name": { "en": "Star", "zh": "之星" },
            "routes": [ { "id": "premium", "conditions": [ { "measure": "fyp", "lookBack": 3, "atLeast": 184000 } ] } ],
            "quality": { "measure": "persistency", "lookBack": 3, "atLeast": 0.9 } } ],
          "mostOffers": 1,
          "support": [ { "id": "time", "name": { "en": "Time", "zh": "假期" }, "offer": "time", "conditions": [ { "measure": "fyp", "lookBack": 3, "atLeast": 100 } ] } ] }
        """;

    private static readonly CallContext Manager = new(new("t"), new("m.li"));

    private readonly InMemoryRepository<TitleAward> _titles = new();
    private readonly InMemoryRepository<SupportOffer> _offers = new();

    [Fact]
    public async Task A_title_is_told_when_it_is_awarded_and_when_it_is_confirmed()
    {
        await Rewards(_titles, persistency: null).AwardAsync(Manager, Some.Q3).OrThrow();
        await Rewards(_titles, persistency: null).AwardAsync(Manager, Some.Q3).OrThrow();
        await Rewards(_titles, persistency: 0.9m).AwardAsync(Manager, Some.Q3).OrThrow();
        await Rewards(_titles, persistency: 0.9m).AwardAsync(Manager, Some.Q3).OrThrow();

        Assert.Equal(
            [new TitleAwarded("2026Q3/star/E1", Some.Agent, "star", false), new TitleAwarded("2026Q3/star/E1", Some.Agent, "star", true)],
            _titles.Events);
    }

    [Fact]
    public async Task An_offer_is_told_once()
    {
        await Rewards(_offers, persistency: null).OfferAsync(Manager, Some.Q3, new Dictionary<AgentId, IReadOnlyList<RepeatedWeakStep>>()).OrThrow();
        await Rewards(_offers, persistency: null).OfferAsync(Manager, Some.Q3, new Dictionary<AgentId, IReadOnlyList<RepeatedWeakStep>>()).OrThrow();

        Assert.Equal([new SupportOffered("2026Q3/time/E1", Some.Agent, "time")], _offers.Events);
    }

    private Rewards Rewards<T>(InMemoryRepository<T> changed, decimal? persistency)
        where T : class, IAggregate => new(
        changed.Edge(),
        new InMemoryFacts(Some.Book()),
        new InMemoryDocuments(Plans.Text("{}", DocumentKinds.Kpis), Plans.Text(Rules, DocumentKinds.Incentives)),
        new Stating(persistency),
        _titles,
        _offers,
        new TestCalendars(),
        OrganisationPolicies.Default);

    private sealed class Stating(decimal? persistency) : IKpiEngine
    {
        public IReadings Open(FactBook facts, PublishedDocument kpis, Calendars calendars) =>
            new TestReadings(facts) { Calendars = calendars }.Stating("fyp", 184_000m).Stating("persistency", persistency, Unit.Ratio);
    }
}

namespace ActivityMgmt.Incentives.Tests.UseCases;

public class PayTests
{
    private static readonly CallContext Call = new(new("t"), new("m.li"));
    private static readonly PublishedDocument Kpis = Plans.Text("{}", DocumentKinds.Kpis);

    private readonly InMemoryFacts _facts = new(FactBook.Of(
    [
        Some.AgentFact(), Some.Licence(), Some.Assignment(), .. Some.Sold("P1"), .. Some.Sold("P2"),
        Some.AgentFact("E2", left: "2026-06-30"), Some.Licence("L2", "E2"), Some.Assignment("B", "E2", until: "2026-06-30"), Some.Policy("P9", "E2"), Some.Premium("R9", "P9"), Some.Event(PolicyEventKind.CallbackPassed, "2026-07-20", "P9"),
        Some.AgentFact("E3", left: "2026-06-30"), Some.Licence("L3", "E3"), Some.Assignment("C", "E3", until: "2026-06-30"),
    ]));

    private readonly InMemoryRepository<Statement> _statements = new();

    [Fact]
    public async Task Closes_for_everyone_active_or_with_commission()
    {
        var closing = await Pay().CloseAsync(Call, Some.Q3).OrThrow();

        Assert.Equal(["2026Q3/E1", "2026Q3/E2"], closing.Statements.Select(s => s.Key));
        Assert.Empty(closing.Differences);
    }

    [Fact]
    public async Task The_estimate_is_what_the_closing_pays()
    {
        var estimate = await Pay().EstimateAsync(Call, Some.Agent, Some.Q3).OrThrow();

        var closing = await Pay().CloseAsync(Call, Some.Q3).OrThrow();

        Assert.Equal(StatementJson.Write(estimate), StatementJson.Write(closing.Statements[0]));
    }

    [Fact]
    public async Task What_if_is_a_book_with_more_facts()
    {
        var more = Some.Sold("P7", 20_000m);

        var estimate = await Pay().EstimateAsync(Call, Some.Agent, Some.Q3, book => more.Aggregate(book, (b, f) => b.With(f))).OrThrow();

        Assert.Equal(Some.Cny(5_600m), estimate.Line("commission/P7/crm/R-P7").Amount);
    }

    [Fact]
    public async Task Closing_again_changes_nothing_and_shows_what_late_facts_would()
    {
        var first = await Pay().CloseAsync(Call, Some.Q3).OrThrow();
        var saves = _statements.Saves;
        _facts.Book = _facts.Book.With(Some.Event(PolicyEventKind.CancelledInCoolingOff, "2026-08-01", "P2"));

        var second = await Pay().CloseAsync(Call, Some.Q3).OrThrow();

        Assert.Equal(first.Statements.Select(StatementJson.Write), second.Statements.Select(StatementJson.Write));
        Assert.Equal(saves, _statements.Saves);
        var difference = Assert.Single(second.Differences);
        Assert.Equal(Some.Cny(-2_800m - 840m + 280m), difference.Adjustment); // 5,600 × 15 % becomes 2,800 × 10 %
    }

    [Fact]
    public async Task Without_a_plan_in_force_nothing_is_closed()
    {
        var pay = new Pay(_statements.Edge(), _facts, new InMemoryDocuments(Kpis), new TestEngine(), _statements);

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => pay.CloseAsync(Call, Some.Q3).OrThrow());

        Assert.Equal("document.none-applies", refused.Rule.Reason.Code);
    }

    private Pay Pay() => new(_statements.Edge(), _facts, new InMemoryDocuments(Kpis, Plans.Whole(eligible: "")), new TestEngine(), _statements);
}

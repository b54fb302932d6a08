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
    private readonly InMemoryRepository<OpeningBalance> _balances = new();

    [Fact]
    public async Task Closes_for_everyone_active_or_with_commission()
    {
        var closing = await Pay().CloseAsync(Call, Some.Q3).OrThrow();

        Assert.Equal(["2026Q3/E1", "2026Q3/E2"], closing.Statements.Select(s => s.Key));
        Assert.Empty(closing.Differences);
    }

    [Fact]
    public async Task Every_statement_is_told_once_when_it_is_issued()
    {
        await Pay().EstimateAsync(Call, Some.Agent, Some.Q3).OrThrow();
        var closing = await Pay().CloseAsync(Call, Some.Q3).OrThrow();
        await Pay().CloseAsync(Call, Some.Q3).OrThrow();

        Assert.Equal(
            [
                new StatementIssued("2026Q3/E1", Some.Agent, Some.Q3, closing.Statements[0].Total),
                new StatementIssued("2026Q3/E2", new("E2"), Some.Q3, closing.Statements[1].Total),
            ],
            _statements.Events);
        Assert.Equal(Some.Cny(6_440m), closing.Statements[0].Total); // twice 2,800, and 15 % of that
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
    public async Task A_team_board_gets_its_thresholds_from_the_plan_in_force()
    {
        var thresholds = await Pay().ThresholdsAsync(Call, new("T01"), new(2026, 8, 15)).OrThrow();

        var board = new TeamBoardReview(new() { Producing = new("cases"), Thresholds = thresholds }).Review(
            TestReadings.Over(_facts.Book).Stating("persistency-13m", 0.8m, Unit.Ratio), new("T01"), new(new(2026, 7, 1), new(2026, 9, 30)), new(2026, 8, 15));

        Assert.Equal([("bonus/persistency/0.75", 0.75m), ("bonus/persistency/0.85", 0.85m)], thresholds.Select(t => (t.Name, t.Value.ToDecimal())));
        Assert.Equal([(Some.Agent, "bonus/persistency/0.85", 0.05m)], board.Gaps.Select(g => (g.Agent, g.Threshold.Name, g.Missing.ToDecimal())));
    }

    [Fact]
    public async Task Without_a_plan_in_force_nothing_is_closed()
    {
        var pay = new Pay(_statements.Edge(), _facts, new InMemoryDocuments(Kpis), new TestEngine(), _statements, _balances, new TestCalendars());

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => pay.CloseAsync(Call, Some.Q3).OrThrow());

        Assert.Equal("document.none-applies", refused.Rule.Reason.Code);
    }

    [Fact]
    public async Task Shadow_mode_compares_and_stores_nothing()
    {
        var report = await Pay().ShadowAsync(Call, Some.Q3, [new(Some.Agent, "commission", Some.Cny(5_600m)), new(Some.Agent, "bonus", Some.Cny(800m))]).OrThrow();

        Assert.Equal(
            [("bonus", ShadowMatch.Unexplained), ("commission", ShadowMatch.Equal)],
            report.Items.Where(i => i.Agent == Some.Agent).Select(i => (i.Component, i.Match)));
        Assert.Equal(0, _statements.Saves);
    }

    [Fact]
    public async Task Shadow_mode_knows_only_what_was_known()
    {
        var pay = new Pay(_statements.Edge(), new FactsOfTwoDays(_facts.Book.Without(new(FactKind.Premium, "crm", "R-P2")), _facts.Book), new InMemoryDocuments(Kpis, Plans.Whole(eligible: "")), new TestEngine(), _statements, _balances, new TestCalendars());

        var then = await pay.ShadowAsync(Call, Some.Q3, [], asKnownAt: 1).OrThrow();

        Assert.Equal(Some.Cny(2_800m), then.Items.Single(i => (i.Agent, i.Component) == (Some.Agent, "commission")).Ours);
    }

    [Fact]
    public async Task An_opening_balance_is_taken_over_once_and_again_when_it_is_the_same()
    {
        var balance = new OpeningBalance { Agent = Some.Agent, CutOver = Some.Day("2026-07-01"), By = new("m.li"), RunningTotals = new Dictionary<string, Money> { ["bonus"] = Some.Cny(100m) } };
        await TakeOver(balance);

        await TakeOver(balance with { RunningTotals = new Dictionary<string, Money> { ["bonus"] = Some.Cny(100.00m) } });
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => TakeOver(balance with { RunningTotals = new Dictionary<string, Money>() }));

        Assert.Equal(new AnOpeningBalanceIsTakenOverOnceRule(Some.Agent, Some.Day("2026-07-01"), new("m.li")), refused.Rule);
        Assert.Equal(Some.Cny(100m), Assert.Single(await _balances.ListAsync(Call, OpeningBalance.All, default)).Value.RunningTotals["bonus"]);
    }

    [Fact]
    public async Task An_opening_balance_is_taken_over_in_the_name_of_who_calls_and_told_once()
    {
        var balance = new OpeningBalance { Agent = Some.Agent, CutOver = Some.Day("2026-07-01"), By = new("m.li") };

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => TakeOver(balance with { By = new("boss") }));
        await TakeOver(balance);
        await TakeOver(balance);

        Assert.Equal(new NobodyActsInAnotherNameRule(new("m.li"), new("boss")), refused.Rule);
        Assert.Equal([new OpeningBalanceTakenOver("opening-balances/E1", Some.Agent, Some.Day("2026-07-01"), new("m.li"))], _balances.Events);
    }

    [Theory]
    [InlineData("2026-07-01", 2026, 3, "900")] // 9,000 above 1,000: all of it in the second band
    [InlineData("2026-07-01", 2027, 1, "800")] // another year begins at zero
    [InlineData("2026-10-01", 2026, 3, "800")] // the cut-over lies after the quarter
    public async Task What_the_old_system_had_counted_in_the_year_of_the_cut_over_goes_on(string cutOver, int year, int number, string expected)
    {
        const string running = """
            { "id": "deals", "kind": "rate", "on": "premium-collected", "countedOn": "collected", "gates": [], "corrections": "net-in-current", "rate": { "table": "flat", "by": ["product"] } },
            { "id": "bonus", "kind": "tiers", "on": { "components": ["deals"] }, "scope": "period-incremental", "shape": "graded", "bounds": "[a,b)", "gap": "refuse", "corrections": "net-in-current",
              "bands": [ { "from": 0, "rate": 0 }, { "from": 1000, "rate": 0.1 } ] }
            """;
        var quarter = new Quarter(year, number);
        var facts = new InMemoryFacts(Some.Book(Some.Sold("P1", 9_000m, NodaTime.Text.LocalDatePattern.Iso.Format(FiscalCalendars.Gregorian.IntervalOf(quarter).Start), callback: null)));
        var documents = new InMemoryDocuments(Kpis, Plans.Document(running, """ "flat": { "rows": [ { "rate": 1 } ] } """));
        var pay = new Pay(_balances.Edge(), facts, documents, new TestEngine(), _statements, _balances, new TestCalendars());
        await pay.TakeOverAsync(Call, [new() { Agent = Some.Agent, CutOver = Some.Day(cutOver), By = new("m.li"), RunningTotals = new Dictionary<string, Money> { ["bonus"] = Some.Cny(1_000m) } }]).OrThrow();

        var statement = await pay.EstimateAsync(Call, Some.Agent, quarter).OrThrow();

        Assert.Equal(Some.Cny(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)), statement.Line("bonus").Amount);
    }

    [Theory] // months from the 26th to the 25th
    [InlineData("2026-06-25", "2026Q2")]
    [InlineData("2026-06-26", "2026Q3")] // first day of the quarter
    [InlineData("2026-09-25", "2026Q3")] // last day of the quarter
    [InlineData("2026-09-26", "2026Q4")]
    [InlineData("2026-12-31", "2026Q4")]
    public async Task A_company_with_work_months_pays_for_its_own_quarters(string callback, string paidIn)
    {
        var facts = new InMemoryFacts(Some.Book(Some.Sold("P1", on: "2026-06-01", callback: callback)));
        var pay = new Pay(_statements.Edge(), facts, new InMemoryDocuments(Kpis, Plans.Whole(eligible: "")), new TestEngine(), _statements, _balances, new TestCalendars(FiscalCalendars.WorkMonths()));

        var paid = new List<string>();
        foreach (var quarter in new Quarter[] { new(2026, 2), new(2026, 3), new(2026, 4) })
        {
            var closing = await pay.CloseAsync(Call, quarter).OrThrow();
            paid.AddRange(closing.Statements.SelectMany(s => s.Lines).Where(l => l.Outcome == LineOutcome.Earned && l.Amount == Some.Cny(2_800m)).Select(_ => quarter.ToString()));
        }

        Assert.Equal([paidIn], paid);
    }

    private Task<IReadOnlyList<OpeningBalance>> TakeOver(OpeningBalance balance) =>
        new Pay(_balances.Edge(), _facts, new InMemoryDocuments(Kpis), new TestEngine(), _statements, _balances, new TestCalendars()).TakeOverAsync(Call, [balance]).OrThrow();

    private Pay Pay() => new(_statements.Edge(), _facts, new InMemoryDocuments(Kpis, Plans.Whole(eligible: "")), new TestEngine(), _statements, _balances, new TestCalendars());

    private sealed class FactsOfTwoDays(FactBook then, FactBook now) : IFactStore
    {
        public Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<long> SequenceAsync(CallContext call, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => Task.FromResult(asKnownAt is null ? now : then);

        public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) => throw new NotSupportedException();
    }
}

namespace ActivityMgmt.Incentives.Tests.Rates;

public class RateTests
{
    [Fact]
    public void Pays_the_rate_of_the_table_on_premium_that_counted_in_the_quarter()
    {
        var line = Assert.Single(Pay(Some.Book(Some.Sold())).Lines);

        Assert.Equal((LineOutcome.Earned, Some.Cny(2_800m)), (line.Outcome, line.Amount));
        Assert.Equal("commission/P1/crm/R-P1", line.Id);
        Assert.Equal(
            ["Licence:crm/L1@1", "Policy:crm/P1@1", "PolicyEvent:crm/P1-CallbackPassed-2026-07-20@1", "Premium:crm/R-P1@1"],
            line.Evidence.Facts.Select(f => f.ToString()));
    }

    [Theory]
    [InlineData("WL20", 20, 2_800)]
    [InlineData("CI20", 20, 3_000)] // the product alone
    [InlineData("CI20", 1, 3_000)] // the earlier key of "by" weighs more
    [InlineData("MED1", 1, 500)] // the payment years alone
    public void Takes_the_most_specific_row(string product, int years, decimal expected) =>
        Assert.Equal(Some.Cny(expected), Pay(Some.Book(Some.Sold(product: product, years: years))).Total);

    [Fact]
    public void A_missing_rate_holds_that_line_only()
    {
        var statement = Pay(Some.Book([.. Some.Sold("P1"), .. Some.Sold("P2", product: "NEW9", years: 7)]));

        Assert.Equal((LineOutcome.Undecided, null), (Line(statement, "P2").Outcome, Line(statement, "P2").Amount));
        Assert.Equal("pay.undecided.no-rate", Line(statement, "P2").Reason.Code);
        Assert.Equal(Some.Cny(2_800m), statement.Total);
    }

    [Theory]
    [InlineData(PolicyEventKind.ClaimEnded)]
    [InlineData(PolicyEventKind.Replaced)]
    [InlineData(PolicyEventKind.Matured)]
    [InlineData(PolicyEventKind.Surrendered)]
    public void Premium_of_a_policy_that_ended_before_it_counted_earns_nothing(PolicyEventKind ended)
    {
        var line = Assert.Single(Pay(Some.Book([.. Some.Sold(), Some.Event(ended, "2026-07-19")])).Lines); // the call-back is of the 20th

        Assert.Equal((LineOutcome.NotEarned, "pay.not-earned.ended-before-counted"), (line.Outcome, line.Reason.Code));
    }

    [Theory]
    [InlineData(PolicyEventKind.ClaimEnded)]
    [InlineData(PolicyEventKind.Matured)]
    public void Premium_that_counted_stays_earned_when_a_claim_or_the_term_ends_the_policy(PolicyEventKind ended) =>
        Assert.Equal(Some.Cny(2_800m), Pay(Some.Book([.. Some.Sold(), Some.Event(ended, "2026-08-19")])).Total);

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)] // first day
    [InlineData("2026-09-30", true)] // last day
    [InlineData("2026-10-01", null)] // waits at the end of the quarter
    public void Counts_in_the_quarter_of_the_call_back(string callback, bool? counted)
    {
        var statement = Pay(Some.Book(Some.Sold(on: "2026-06-01", callback: callback)));

        Assert.Equal(counted is false ? null : counted is true ? LineOutcome.Earned : LineOutcome.Held, statement.Lines.SingleOrDefault()?.Outcome);
    }

    [Theory] // X1
    [InlineData("collected", "2026-10-20", "2026Q4")]
    [InlineData("issued", "2026-11-02", "2026Q4")]
    [InlineData("effective", "2027-01-01", "2027Q1")]
    public void The_counting_date_is_declared(string countedOn, string expected, string quarter)
    {
        var book = Some.Book(Some.Policy(submitted: "2026-10-20", issued: "2026-11-02", effective: "2027-01-01"), Some.Premium(on: "2026-10-20"));
        var document = Plans.Document($$"""{ "id": "commission", "kind": "rate", "on": "premium-collected", "countedOn": "{{countedOn}}", "corrections": "net-in-current", "rate": 0.1 }""");

        var line = Assert.Single(new TestReadings(book).Pay(document, Quarter.Parse(quarter)).Lines);

        Assert.Equal((LineOutcome.Earned, expected), (line.Outcome, line.Reason["date"].Text));
    }

    [Fact] // shares are the measures'; see MeasuredPayTests
    public void Commission_is_wholly_the_selling_agent_s_whoever_shares_the_sale()
    {
        var book = Some.Book(
        [
            .. Some.Sold(),
            .. ((string[])["E1", "E2"]).Select(agent => new PolicyRoleFact
            {
                Origin = new("crm", agent), Date = Some.Day("2026-07-01"), Policy = new("P1"), Role = PolicyRole.Seller, Agent = new(agent), Share = 0.5m,
            }),
        ]);

        Assert.Equal(Some.Cny(2_800m), Pay(book).Total);
    }

    [Fact]
    public void Premium_without_call_back_is_held_with_its_amount_outside_the_total()
    {
        var statement = Pay(Some.Book(Some.Sold(callback: null)));

        Assert.Equal((Some.Cny(0m), Some.Cny(2_800m)), (statement.Total, statement.HeldTotal));
        Assert.Equal("pay.held.no-callback", Assert.Single(statement.Lines).Reason.Code);
    }

    [Theory]
    [InlineData("2026-07-01", LineOutcome.Earned)] // valid up to and including the day of submission
    [InlineData("2026-06-30", LineOutcome.Held)]
    public void An_expired_licence_on_the_day_of_submission_holds_the_line(string until, LineOutcome expected)
    {
        var book = FactBook.Of([Some.AgentFact(), Some.Licence(until: until), Some.Assignment(), .. Some.Sold()]);

        Assert.Equal(expected, Assert.Single(Pay(book).Lines).Outcome);
    }

    [Fact]
    public void A_policy_cancelled_before_its_premium_counted_gives_nothing()
    {
        var statement = Pay(Some.Book([.. Some.Sold(callback: null), Some.Event(PolicyEventKind.CancelledInCoolingOff, "2026-07-10"), Some.Premium("R9", on: "2026-07-11", kind: PremiumKind.Refunded)]));

        Assert.Equal((LineOutcome.NotEarned, Some.Cny(0m)), (Assert.Single(statement.Lines).Outcome, statement.Total));
        Assert.Equal("pay.not-earned.ended-before-counted", statement.Lines[0].Reason.Code);
    }

    [Fact]
    public void A_late_call_back_does_not_revive_a_cancelled_policy() =>
        Assert.Equal(Some.Cny(0m), Pay(Some.Book([.. Some.Sold(callback: "2026-07-20"), Some.Event(PolicyEventKind.CancelledInCoolingOff, "2026-07-10")])).Total);

    [Fact]
    public void Renewal_premium_is_left_aside_by_the_condition() =>
        Assert.Empty(Pay(Some.Book(Some.Policy(), Some.Premium(year: 2), Some.Event(PolicyEventKind.CallbackPassed, "2026-07-20"))).Lines);

    [Fact]
    public void Rounds_once_at_the_line() =>
        Assert.Equal(Some.Cny(2_800.01m), Pay(Some.Book(Some.Sold(premium: 10_000.02m))).Total); // 2,800.0056

    [Theory]
    [InlineData("rank in ['A1', 'A2']", LineOutcome.Earned)]
    [InlineData("rank == 'S1'", LineOutcome.NotEarned)]
    [InlineData("agent.status == 'active'", LineOutcome.Earned)]
    [InlineData("agent.tenureMonths < 12", LineOutcome.NotEarned)]
    public void Eligibility_decides_for_every_line(string eligible, LineOutcome expected) =>
        Assert.Equal(expected, Assert.Single(TestReadings.Over(Some.Book(Some.Sold())).Pay(Plans.Document(Plans.Commission, Plans.Tables.Split("\"persistency\"")[0].TrimEnd().TrimEnd(','), eligible)).Lines).Outcome);

    [Fact]
    public void Somebody_who_left_keeps_the_last_rank_of_the_quarter()
    {
        var book = FactBook.Of([Some.AgentFact(left: "2026-08-15"), Some.Licence(), Some.Assignment(until: "2026-08-15"), .. Some.Sold()]);

        Assert.Equal(LineOutcome.Earned, Assert.Single(TestReadings.Over(book).Pay(Document("rank == 'A2'")).Lines).Outcome);
    }

    private static Statement Pay(FactBook book) => TestReadings.Over(book).Pay(Document());

    private static PublishedDocument Document(string eligible = "") => Plans.Document(Plans.Commission, Plans.Tables.Split("\"persistency\"")[0].TrimEnd().TrimEnd(','), eligible);

    private static StatementLine Line(Statement statement, string policy) => statement.Lines.Single(l => l.Id.Contains($"/{policy}/", StringComparison.Ordinal));
}

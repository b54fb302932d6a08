namespace ActivityMgmt.Incentives.Tests.Clawbacks;

public class ClawbackTests
{
    [Fact] // C6: 4,000 paid, cancelled in month 3 of 12
    public void Takes_all_back_within_the_window()
    {
        var document = Plans.Document("""
            { "id": "commission", "kind": "rate", "on": "premium-collected", "countedOn": "collected", "corrections": "net-in-current", "rate": 0.4 },
            { "id": "clawback", "kind": "clawback", "of": "commission", "on": ["surrendered"], "corrections": "net-in-current",
              "schedule": { "bounds": "[a,b)", "gap": "zero", "bands": [ { "from": 0, "to": 12, "share": 1 } ] } }
            """);
        var book = Some.Book([.. Some.Sold(on: "2026-05-01"), Some.Event(PolicyEventKind.Surrendered, "2026-08-10")]);

        Assert.Equal(Some.Cny(4_000m), new TestReadings(book).Pay(document, new Quarter(2026, 2)).Total);
        Assert.Equal(Some.Cny(-4_000m), new TestReadings(book).Pay(document).Total);
    }

    [Fact] // C7-like: what is taken back is the commission at its own rate, whatever the bonus made of it
    public void Takes_back_the_commission_and_not_the_bonus()
    {
        var line = Clawback(Some.Book([.. Some.Sold("P1"), .. Some.Sold("P2"), Some.Event(PolicyEventKind.Surrendered, "2026-09-01", "P2")]));

        Assert.Equal((LineOutcome.Earned, Some.Cny(-2_800m)), (line.Outcome, line.Amount));
    }

    [Theory]
    [InlineData("2026-07-05", -2_800)]
    [InlineData("2026-06-30", -2_800)] // 5 whole months after 15 January
    public void The_share_goes_by_whole_months(string on, decimal expected) => Assert.Equal(expected, Lapsed("2026-01-31", on));

    [Theory]
    [InlineData("2026-01-05", "2026-07-04", -2_800)] // one day short of 6 months
    [InlineData("2026-01-05", "2026-07-05", -1_400)] // 6 months to the day
    [InlineData("2025-07-06", "2026-07-05", -1_400)]
    [InlineData("2025-07-05", "2026-07-05", 0)] // 12 months: outside the schedule
    public void The_bounds_of_the_schedule_hold_to_the_day(string sold, string lapsed, decimal expected) => Assert.Equal(expected, Lapsed(sold, lapsed));

    [Fact]
    public void Cooling_off_takes_all_back_whenever_it_happens()
    {
        var line = Clawback(Some.Book([.. Some.Sold(on: "2025-01-01", callback: "2025-01-05"), Some.Event(PolicyEventKind.CancelledInCoolingOff, "2026-07-10")]));

        Assert.Equal(Some.Cny(-2_800m), line.Amount);
    }

    [Fact]
    public void What_never_counted_is_not_taken_back()
    {
        var line = Clawback(Some.Book([.. Some.Sold(callback: null), Some.Event(PolicyEventKind.CancelledInCoolingOff, "2026-07-10")]));

        Assert.Equal((LineOutcome.NotEarned, "pay.not-earned.nothing-counted"), (line.Outcome, line.Reason.Code));
    }

    [Fact]
    public void Nothing_is_taken_back_twice()
    {
        var book = Some.Book(
        [
            .. Some.Sold(on: "2026-01-05", callback: "2026-01-20"),
            Some.Event(PolicyEventKind.Lapsed, "2026-07-10"), Some.Event(PolicyEventKind.Reinstated, "2026-07-20"), Some.Event(PolicyEventKind.Surrendered, "2026-08-10"),
        ]);

        var lines = Whole(book).Lines.Where(l => l.Component == "clawback").ToArray();

        Assert.Equal([Some.Cny(-1_400m), Some.Cny(0m)], lines.Select(l => l.Amount));
        Assert.Equal("pay.not-earned.nothing-left", lines[1].Reason.Code);
    }

    [Fact]
    public void What_took_a_part_earlier_is_behind_every_later_line()
    {
        var book = Some.Book(
        [
            .. Some.Sold(on: "2026-01-05", callback: "2026-01-20"),
            Some.Event(PolicyEventKind.Lapsed, "2026-07-10"), Some.Event(PolicyEventKind.Lapsed, "2026-07-20"), Some.Event(PolicyEventKind.Surrendered, "2026-08-10"),
        ]);

        var last = Whole(book).Lines.Last(l => l.Component == "clawback");

        Assert.Contains("PolicyEvent:crm/P1-Lapsed-2026-07-10@1", last.Evidence.Facts.Select(f => f.ToString()));
        Assert.DoesNotContain("PolicyEvent:crm/P1-Lapsed-2026-07-20@1", last.Evidence.Facts.Select(f => f.ToString()));
    }

    [Fact]
    public void The_opening_says_what_was_paid_and_taken_back_before_the_facts_begin()
    {
        var opening = new PayOpening { Policies = new Dictionary<PolicyId, PolicyOpening> { [new("P1")] = new(Some.Cny(500m), Some.Cny(100m)) } };
        var book = Some.Book(Some.Policy(effective: "2026-05-01"), Some.Event(PolicyEventKind.Surrendered, "2026-08-10"));

        var line = TestReadings.Over(book).Pay(Plans.Whole(), opening: opening).Lines.Single(l => l.Component == "clawback");

        Assert.Equal(Some.Cny(-400m), line.Amount);
    }

    [Fact]
    public void Commission_that_was_not_paid_for_want_of_eligibility_is_not_taken_back()
    {
        var book = FactBook.Of(
        [
            Some.AgentFact(), Some.Licence(), Some.Assignment("A1", rank: "S1", until: "2026-06-30"), Some.Assignment("A2", rank: "A2", from: "2026-07-01"),
            .. Some.Sold(on: "2026-05-01", callback: "2026-05-20"), Some.Event(PolicyEventKind.Surrendered, "2026-08-10"),
        ]);

        Assert.Equal(LineOutcome.NotEarned, Clawback(book).Outcome);
    }

    private static decimal Lapsed(string sold, string lapsed)
    {
        var line = Clawback(Some.Book([.. Some.Sold(on: sold, callback: sold), Some.Event(PolicyEventKind.Lapsed, lapsed)]), Quarter.Containing(Some.Day(lapsed)));
        return line.Amount!.Value.Amount;
    }

    private static StatementLine Clawback(FactBook book, Quarter? period = null) => Whole(book, period).Lines.Single(l => l.Component == "clawback");

    private static Statement Whole(FactBook book, Quarter? period = null) => TestReadings.Over(book).Pay(Plans.Whole(), period);
}

namespace ActivityMgmt.Kpi.Tests;

public class FactMeasureTests
{
    private const string Interviews = """ "kind": "count", "facts": "activity", "where": "activity == 'interview' and outcome in ['success', 'no-success']" """;

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)] // first day counts
    [InlineData("2026-07-31", 1)] // last day counts
    [InlineData("2026-08-01", 0)]
    public void Counts_on_both_edges_of_the_period(string on, int expected) =>
        Assert.Equal(expected, Kpis.Value(Kpis.Read(Interviews, Facts.Activity(on))));

    [Fact]
    public void Counts_nothing_as_a_measured_zero()
    {
        var reading = Assert.IsType<Reading.Measured>(Kpis.Read(Interviews));

        Assert.Equal((Quantity.Count(0m), 0), (reading.Value, reading.Evidence.Facts.Count));
    }

    [Fact]
    public void Does_not_count_a_fact_whose_deciding_field_is_empty() =>
        Assert.Equal(0m, Kpis.Value(Kpis.Read(Interviews, Facts.Activity("2026-07-01", outcome: null))));

    [Fact]
    public void Names_exactly_the_facts_it_counted()
    {
        var (met, missed) = (Facts.Activity("2026-07-02"), Facts.Activity("2026-07-02", outcome: "missed"));

        Assert.Equal([met.Reference], Assert.IsType<Reading.Measured>(Kpis.Read(Interviews, met, missed, Facts.Agent(), Facts.Assignment())).Evidence.Facts);
    }

    [Fact]
    public void Names_the_assignment_where_the_rank_decides()
    {
        var (met, place) = (Facts.Activity("2026-07-02"), Facts.Assignment(rank: "A2"));

        var reading = Kpis.Read(""" "kind": "count", "facts": "activity", "where": "rank == 'A2'" """, met, place, Facts.Agent());

        Assert.Equal([place.Reference, met.Reference], Assert.IsType<Reading.Measured>(reading).Evidence.Facts);
    }

    [Fact]
    public void Takes_rank_and_tenure_as_of_the_day_of_the_fact()
    {
        var facts = new Fact[]
        {
            Facts.Agent(joined: "2026-01-10"),
            Facts.Assignment(rank: "A1", from: "2026-01-10", until: "2026-07-14"),
            Facts.Assignment(rank: "A2", from: "2026-07-15"),
            Facts.Activity("2026-07-09"),
            Facts.Activity("2026-07-10"),
            Facts.Activity("2026-07-14"),
            Facts.Activity("2026-07-15"),
        };

        Assert.Equal(1m, Kpis.Value(Kpis.Read(""" "kind": "count", "facts": "activity", "where": "rank == 'A2'" """, facts)));
        Assert.Equal(3m, Kpis.Value(Kpis.Read(""" "kind": "count", "facts": "activity", "where": "tenureMonths >= 6" """, facts)));
    }

    [Theory]
    [InlineData("2026-03-31", 2)] // the next contract follows without a break
    [InlineData("2026-03-30", 0)] // a day between: tenure begins anew
    public void Tenure_goes_on_over_a_contract_that_follows_on(string left, int expected)
    {
        var (first, second) = (Facts.Agent(joined: "2026-01-10") with { LeftOn = Facts.Day(left) }, Facts.Agent(joined: "2026-04-01") with { Origin = new("crm", "E1-2") });

        var reading = Kpis.Read(""" "kind": "count", "facts": "activity", "where": "tenureMonths >= 6" """, first, second, Facts.Activity("2026-07-09"), Facts.Activity("2026-07-10"), Facts.Activity("2026-07-14"));

        Assert.Equal(expected, Kpis.Value(reading));
        Assert.Contains(first.Reference, ((Reading.Measured)reading).Evidence.Facts); // after a break, too: without the second contract it would be the one that counts
    }

    [Fact]
    public void Sums_first_year_premium_net_of_refunds()
    {
        var facts = new Fact[]
        {
            Facts.Policy("P1"),
            Facts.Premium("P1", "2026-07-01", 1200.10m),
            Facts.Premium("P1", "2026-07-20", 1200.10m, kind: PremiumKind.Refunded),
            Facts.Premium("P1", "2026-07-21", 50.05m),
            Facts.Premium("P1", "2026-07-22", 700m, year: 2),
        };

        var reading = Kpis.Read(""" "unit": "CNY", "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "where": "policyYear == 1", "of": "amount" """, facts);

        Assert.Equal(Quantity.Of(50.05m, Unit.Money("CNY")), Assert.IsType<Reading.Measured>(reading).Value);
        Assert.Contains(facts[0].Reference, ((Reading.Measured)reading).Evidence.Facts); // the policy says whose premium it is
    }

    [Fact]
    public void Refuses_to_add_another_currency() =>
        Assert.Throws<InvalidOperationException>(() => Kpis.Read(
            """ "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "of": "amount" """,
            Facts.Policy("P1"),
            Facts.Premium("P1", "2026-07-01") with { Amount = Money.Of(1m, "USD") }));

    [Fact]
    public void Averages_only_what_has_a_value_and_keeps_the_fraction()
    {
        var reading = Kpis.Read(
            """ "kind": "average", "facts": "feedback", "where": "feedback == 'survey'", "of": "score" """,
            Facts.Survey("2026-07-01", 7), Facts.Survey("2026-07-02", 8), Facts.Survey("2026-07-31", 10), Facts.Survey("2026-07-03", 1) with { Score = null });

        Assert.Equal(Quantity.Fraction(25m, 3m, Unit.Score), Assert.IsType<Reading.Measured>(reading).Value);
    }

    [Fact]
    public void Has_no_average_of_nothing() =>
        Assert.Equal("kpi.nothing-to-average", Assert.IsType<Reading.NoData>(Kpis.Read(""" "kind": "average", "facts": "feedback", "of": "score" """)).Reason.Code);

    [Fact]
    public void Counts_each_customer_once_and_nobody_for_an_unknown_one() =>
        Assert.Equal(2m, Kpis.Value(Kpis.Read(
            """ "kind": "distinct", "facts": "activity", "of": "customer" """,
            Facts.Activity("2026-07-01"), Facts.Activity("2026-07-02"), Facts.Activity("2026-07-02", customer: "C2"), Facts.Activity("2026-07-02", customer: null))));

    [Fact]
    public void Counts_days_that_reach_the_threshold()
    {
        var alone = Facts.Activity("2026-07-01");

        var reading = Kpis.Read(
            """ "kind": "active-days", "facts": "activity", "where": "channel == 'face-to-face'", "atLeast": 2 """,
            alone, Facts.Activity("2026-07-02"), Facts.Activity("2026-07-02"), Facts.Activity("2026-07-03"), Facts.Activity("2026-07-03"), Facts.Activity("2026-07-03"));

        Assert.Equal(Quantity.Of(2m, Unit.Days), Assert.IsType<Reading.Measured>(reading).Value);
        Assert.Contains(alone.Reference, ((Reading.Measured)reading).Evidence.Facts); // one more of that day would make it count
    }

    // X1 of the worked examples: collected 20 Oct, issued 2 Nov, effective 1 Jan. The other dates are made up beside it.
    [Theory]
    [InlineData("submitted", 10)]
    [InlineData("collected", 10)]
    [InlineData("issued", 11)]
    [InlineData("effective", 1)]
    [InlineData("callback-passed", 12)]
    [InlineData("receipt-returned", 11)]
    [InlineData("cooling-off-ended", 12)]
    public void Counts_a_policy_in_the_month_of_its_declared_date(string countedOn, int month)
    {
        var readings = Kpis.Open(
            Kpis.Document([Kpis.Measure("m", $$""" "kind": "count", "facts": "policy", "countedOn": "{{countedOn}}", "gates": [] """)]),
            Facts.Policy("P1", "2026-10-20", issued: "2026-11-02", effective: "2027-01-01"),
            Facts.Premium("P1", "2026-10-20"),
            Facts.Event("P1", "2026-11-09", PolicyEventKind.ReceiptReturned),
            Facts.Event("P1", "2026-12-05", PolicyEventKind.CoolingOffEnded),
            Facts.Event("P1", "2026-12-01", PolicyEventKind.CallbackPassed));

        var counted = Enumerable.Range(0, 4).Select(i => new LocalDate(2026, 10, 1).PlusMonths(i))
            .Where(first => Kpis.Value(readings.Read(new("m"), Kpis.E1, new(first, first.PlusMonths(1).PlusDays(-1)))) == 1m);

        Assert.Equal(month, Assert.Single(counted).Month);
    }

    [Fact]
    public void Does_not_count_a_policy_that_has_no_such_date_yet() =>
        Assert.Equal(0m, Kpis.Value(Kpis.Read(""" "kind": "count", "facts": "policy", "countedOn": "issued", "gates": [] """, Facts.Policy("P1", "2026-07-01"))));

    [Fact]
    public void Counts_a_policy_once_by_its_first_event_and_names_the_event_that_keeps_it_out_of_a_later_month()
    {
        var first = Facts.Event("P1", "2026-06-30", PolicyEventKind.CallbackPassed);

        var reading = Kpis.Read(
            """ "kind": "count", "facts": "policy", "countedOn": "callback-passed", "gates": [] """,
            Facts.Policy("P1"), first, Facts.Event("P1", "2026-07-02", PolicyEventKind.CallbackPassed));

        Assert.Equal(0m, Kpis.Value(reading));
        Assert.Contains(first.Reference, ((Reading.Measured)reading).Evidence.Facts);
    }
}

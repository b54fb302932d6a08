namespace ActivityMgmt.Kpi.Tests;

/// <summary>One test for each thing that keeps a fact out of a figure.</summary>
public class WhyNotTests
{
    private static readonly string Issued = """ "kind": "count", "facts": "policy", "countedOn": "issued", "gates": ["receipt-returned", "callback-passed"] """;

    [Fact]
    public void Nothing_is_left_out_when_everything_counts() => Assert.Equal(
        0, WhyNot(""" "kind": "count", "facts": "activity" """, Facts.Activity("2026-07-01"), Facts.Activity("2026-07-31")).Count);

    [Fact]
    public void Of_a_condition_the_parts_that_are_false_are_named_with_what_was_seen()
    {
        var call = Facts.Activity("2026-07-01", "call", outcome: "missed");

        var excluded = Assert.Single(WhyNot(""" "kind": "count", "facts": "activity", "where": "agent == 'E1' and (activity == 'interview' or minutes > 30) and outcome in ['success']" """, call).Facts);

        Assert.Equal(call.Reference, excluded.Fact);
        Assert.Equal(
            [
                Filter("kpi.why-not.filter-unknown", "activity == 'interview' or minutes > 30", "activity: 'call', minutes: –"),
                Filter("kpi.why-not.filter", "outcome in ['success']", "outcome: 'missed'"),
            ],
            excluded.Reasons);

        static Reason Filter(string code, string part, string seen) => Reason.Of(
            code, ("where", "agent == 'E1' and (activity == 'interview' or minutes > 30) and outcome in ['success']"), ("part", part), ("seen", seen));
    }

    [Theory]
    [InlineData("planned == true and minutes > 30", "planned: false")]
    [InlineData("minutes > 30", "minutes: 30")]
    [InlineData("tenureMonths > 12", "tenureMonths: 6")]
    [InlineData("rank != 'A1' and rank != 'A2'", "rank: –")]
    public void Values_are_told_as_they_were_seen(string where, string seen) => Assert.Equal(
        seen,
        Assert.Single(WhyNot($$""" "kind": "count", "facts": "activity", "where": "{{where}}" """, Facts.Agent(joined: "2026-01-01"), Facts.Activity("2026-07-01", minutes: 30)).Facts).Reasons[0]["seen"].Text);

    [Theory]
    [InlineData("not (minutes >= 30)", "not (minutes >= 30)")]
    [InlineData("minutes * 2 + 1 < (minutes - 1) * 0.5", "(minutes * 2) + 1 < (minutes - 1) * 0.5")]
    [InlineData("activity not in ['interview', 'it''s']", "activity not in ['interview', 'it''s']")]
    [InlineData("-minutes * 2 > 0.50", "-minutes * 2 > 0.5")]
    [InlineData("planned == true and minutes == 30", "planned == true")]
    [InlineData("minutes == 30 and (planned and joint or false)", "(planned and joint) or false")]
    public void A_part_reads_like_the_condition(string where, string part) => Assert.Equal(
        part, Only($$""" "kind": "count", "facts": "activity", "where": "{{where}}" """, Facts.Activity("2026-07-01", minutes: 30))["part"].Text);

    [Fact]
    public void An_empty_field_is_named() => Assert.Equal(
        Reason.Of("kpi.why-not.no-value", ("field", "minutes")),
        Only(""" "kind": "sum", "facts": "activity", "of": "minutes" """, Facts.Activity("2026-07-01")));

    [Fact]
    public void Every_gate_that_is_missing_is_named()
    {
        var policy = Facts.Policy("P1", "2026-06-20");

        Assert.Equal(["kpi.day.issued", "kpi.day.receipt-returned", "kpi.day.callback-passed"], Assert.Single(WhyNot(Issued, policy).Facts).Reasons.Select(r => r["needed"].Text));
        Assert.Equal(
            Reason.Of("kpi.why-not.gate", ("needed", ReasonValue.Term("kpi.day.callback-passed"))),
            Only(Issued, policy with { IssuedOn = Facts.Day("2026-06-25") }, Facts.Event("P1", "2026-06-28", PolicyEventKind.ReceiptReturned)));
    }

    [Fact]
    public void A_gate_that_opened_outside_the_period_is_a_date() => Assert.Equal(
        Reason.Of("kpi.why-not.date", ("by", ReasonValue.Term("kpi.day.callback-passed")), ("date", Facts.Day("2026-08-01")), ("period", ReasonValue.Period(Kpis.July))),
        Only(Issued, Facts.Policy("P1", "2026-07-31", issued: "2026-07-31"), Facts.Event("P1", "2026-07-31", PolicyEventKind.ReceiptReturned), Facts.Event("P1", "2026-08-01", PolicyEventKind.CallbackPassed)));

    [Fact]
    public void Premium_of_a_policy_nobody_knows_waits_for_the_policy() => Assert.Equal(
        "kpi.day.policy",
        Assert.Single(Kpis.Open(Document(""" "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": ["receipt-returned"], "of": "amount" """), Facts.Premium("P9", "2026-07-01"))
            .Explain(Subject.Branch("B1")).Facts).Reasons[0]["needed"].Text);

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-31", true)]
    [InlineData("2026-08-01", false)]
    public void Facts_of_other_days_are_told_only_when_asked_for(string day, bool isTold)
    {
        var (one, readings) = One(""" "kind": "count", "facts": "activity", "where": "outcome == 'success'" """, Facts.Activity(day, outcome: "missed"));

        Assert.Equal(isTold ? 1 : 0, readings.Explain(Kpis.E1).Count);
        Assert.Equal(isTold ? 1 : 2, Assert.Single(readings.Explain(Kpis.E1, one.Key).Facts).Reasons.Count);
    }

    [Fact]
    public void Somebody_elses_fact_is_told_only_when_asked_for()
    {
        var (one, readings) = One(""" "kind": "count", "facts": "activity" """, Facts.Activity("2026-07-01", agent: "E2"));

        Assert.Equal(0, readings.Explain(Kpis.E1).Count);
        Assert.Equal(
            [Reason.Of("kpi.why-not.other-agent", ("agent", "E2"), ("date", Facts.Day("2026-07-01")))], Assert.Single(readings.Explain(Kpis.E1, one.Key).Facts).Reasons);
    }

    [Fact]
    public void A_policy_sold_by_one_and_credited_to_another_is_told_to_the_first() => Assert.Equal(
        Reason.Of("kpi.why-not.other-agent", ("agent", "E2"), ("date", Facts.Day("2026-07-10"))),
        Only(""" "kind": "count", "facts": "policy", "countedOn": "issued", "gates": [], "shares": true """, Facts.Policy("P1", "2026-07-05", issued: "2026-07-10"), Facts.Role("P1", PolicyRole.Seller, "E2")));

    [Fact]
    public void A_team_is_told_where_its_member_was_on_the_day_that_counts()
    {
        Fact[] facts =
        [
            Facts.Assignment(until: "2026-07-08"), Facts.Assignment(team: "T2", from: "2026-07-09", until: "2026-07-20"),
            Facts.Policy("P1", "2026-07-05", issued: "2026-07-10"), Facts.Policy("P2", "2026-07-05", issued: "2026-07-25"),
        ];

        var excluded = Kpis.Open(Document(""" "kind": "count", "facts": "policy", "countedOn": "issued", "gates": [] """), facts).Explain(Subject.Of(new TeamId("T1")));

        Assert.Equal(
            [
                Reason.Of("kpi.why-not.other-team", ("agent", "E1"), ("team", "T2"), ("date", Facts.Day("2026-07-10"))),
                Reason.Of("kpi.why-not.no-team", ("agent", "E1"), ("date", Facts.Day("2026-07-25"))),
            ],
            excluded.Facts.Select(f => f.Reasons.Single()));
    }

    [Fact]
    public void A_fact_of_nobody_is_told_when_asked_for()
    {
        var (one, readings) = One(""" "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "of": "amount" """, Facts.Premium("P9", "2026-07-01"));

        Assert.Equal([Reason.Of("kpi.why-not.no-agent", ("date", Facts.Day("2026-07-01")))], Assert.Single(readings.Explain(Kpis.E1, one.Key).Facts).Reasons);
    }

    [Fact]
    public void Asking_about_a_policy_tells_its_premium_as_well()
    {
        var (policy, premium) = (Facts.Policy("P1", "2026-06-01"), Facts.Premium("P1", "2026-06-30"));
        var readings = Kpis.Open(Document(""" "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "of": "amount" """), policy, premium, Facts.Premium("P2", "2026-06-30"));

        Assert.Equal([premium.Reference], readings.Explain(Kpis.E1, policy.Key).Facts.Select(f => f.Fact));
    }

    [Fact]
    public void A_day_with_too_few_facts_is_no_active_day()
    {
        Fact[] facts = [Facts.Activity("2026-07-01"), Facts.Activity("2026-07-01"), Facts.Activity("2026-07-02")];

        var excluded = Assert.Single(WhyNot(""" "kind": "active-days", "facts": "activity", "atLeast": 2 """, facts).Facts);

        Assert.Equal((facts[2].Reference, Reason.Of("kpi.why-not.too-few", ("date", Facts.Day("2026-07-02")), ("facts", 1), ("needed", 2))), (excluded.Fact, excluded.Reasons.Single()));
    }

    [Theory]
    [InlineData("effective", "kpi.why-not.gate")]
    [InlineData("once", "kpi.why-not.paid-up")]
    [InlineData("cancelled", "kpi.why-not.cancelled")]
    [InlineData("claim", "kpi.why-not.claim-ended")]
    [InlineData("date", "kpi.why-not.date")]
    [InlineData("twice", "kpi.why-not.other-fact")]
    [InlineData("owner", "kpi.why-not.other-agent")]
    [InlineData("product", "kpi.why-not.filter")]
    [InlineData("grace", "kpi.why-not.after-grace")]
    public void Persistency_says_why_a_policy_or_its_premium_is_not_judged(string what, string code)
    {
        // Due on 15 May 2026; 60 days of grace end on 14 July.
        var policy = Facts.Policy("P1", "2025-05-10", effective: "2025-05-15");
        Fact[] facts = what switch
        {
            "effective" => [policy with { EffectiveOn = null }],
            "once" => [policy with { PaymentYears = 1 }],
            "cancelled" => [policy, Facts.Event("P1", "2025-05-20", PolicyEventKind.CancelledInCoolingOff)],
            "claim" => [policy, Facts.Event("P1", "2026-07-14", PolicyEventKind.ClaimEnded)],
            "date" => [policy with { EffectiveOn = Facts.Day("2025-06-02") }],
            "twice" => [policy, Facts.Policy("P1", "2025-05-11", effective: "2025-05-15")],
            "owner" => [policy, Facts.Role("P1", PolicyRole.PersistencyOwner, "E2")],
            "product" => [policy with { Product = "AN05" }],
            _ => [policy, Facts.Premium("P1", "2026-07-15", year: 2)],
        };
        var readings = Kpis.Open(Document(""" "kind": "persistency", "months": 13, "graceDays": 60, "basis": "premium", "where": "product == 'WL20'" """), facts);

        var excluded = Assert.Single(readings.Explain(Kpis.E1, policy.Key).Facts);

        Assert.Equal([code], excluded.Reasons.Select(r => r.Code));
        Assert.Equal(what == "grace" ? facts[1].Reference : policy.Reference, excluded.Fact);
    }

    [Fact]
    public void Reducing_persistency_does_not_judge_again_what_was_lost() => Assert.Equal(
        Reason.Of("kpi.why-not.nothing-kept", ("policy", "P1"), ("year", 2)),
        Only(""" "kind": "persistency", "months": 25, "graceDays": 60, "basis": "count", "balance": "reducing" """, Facts.Policy("P1", "2024-05-10", effective: "2024-05-15")));

    [Fact]
    public void Measures_over_others_name_the_part()
    {
        var readings = Kpis.Open(
            Kpis.Document(
            [
                Kpis.Measure("calls", """ "kind": "count", "facts": "activity", "where": "activity == 'call'" """),
                Kpis.Measure("visits", """ "kind": "count", "facts": "activity", "where": "activity == 'interview'" """),
                Kpis.Measure("all", """ "kind": "derived", "formula": "calls + visits + calls" """),
                Kpis.Measure("share", """ "kind": "ratio", "numerator": "visits", "denominator": "all" """),
                Kpis.Measure("growth", """ "kind": "growth", "of": "calls" """),
            ]),
            Facts.Activity("2026-07-01", "call"), Facts.Activity("2026-06-30", "interview"), Facts.Activity("2026-07-02", "interview"));

        Assert.Equal(["calls", "visits"], Parts("all"));
        Assert.Equal(["visits", "calls"], Parts("share"));
        Assert.Equal(
            [("calls", Kpis.July), ("calls", Facts.Period("2026-06-01", "2026-06-30"))], readings.Explain(Kpis.E1, measure: "growth").Facts.Select(f => (f.Measure.Value, f.Period)));

        string[] Parts(string measure) => [.. readings.Explain(Kpis.E1, measure: measure).Facts.Select(f => f.Measure.Value)];
    }

    [Fact]
    public void A_market_reading_of_another_indicator_market_or_month_is_told()
    {
        MarketFact[] facts = [Facts.Market("2026-07-31", 3m, "lapses"), Facts.Market("2026-07-31", 1m) with { Market = "XIHU" }, Facts.Market("2026-05-31", 2m), Facts.Market("2026-07-31", 4m), Facts.Market("2026-06-30", 4m)];
        var readings = Kpis.Open(Document(""" "kind": "growth", "indicator": "new-business-premium", "market": "BINJIANG" """), facts);

        Assert.Equal([(facts[0].Reference, "kpi.why-not.indicator"), (facts[1].Reference, "kpi.why-not.market")], Told(readings.Explain(Kpis.E1)));
        Assert.Equal([(facts[2].Reference, "kpi.why-not.date")], Told(readings.Explain(Kpis.E1, facts[2].Key)).Distinct());

        static IEnumerable<(FactReference, string)> Told(Exclusions exclusions) => exclusions.Facts.Select(f => (f.Fact, f.Reasons.Single().Code));
    }

    [Fact]
    public void Of_many_all_are_counted_and_the_first_200_listed()
    {
        Fact[] facts = [.. Enumerable.Range(0, 201).Select(_ => Facts.Activity("2026-07-01", "call"))];

        var excluded = WhyNot(""" "kind": "count", "facts": "activity", "where": "activity == 'interview'" """, facts);

        Assert.Equal(201, excluded.Count);
        Assert.Equal(FactBook.Of(facts).Activities.Take(200).Select(f => f.Reference), excluded.Facts.Select(f => f.Fact));
    }

    [Fact]
    public void A_measure_that_is_not_there_is_refused() =>
        Assert.Throws<KeyNotFoundException>(() => Kpis.Open(Document(""" "kind": "count", "facts": "activity" """)).Explain(Kpis.E1, measure: "x"));

    private static PublishedDocument Document(string members) => Kpis.Document([Kpis.Measure("m", members)]);

    private static Exclusions WhyNot(string members, params Fact[] facts) => Kpis.Open(Document(members), facts).Explain(Kpis.E1);

    private static Reason Only(string members, params Fact[] facts) => Assert.Single(Assert.Single(WhyNot(members, facts).Facts).Reasons);

    private static (Fact Fact, IReadings Readings) One(string members, Fact fact) => (fact, Kpis.Open(Document(members), fact));
}

internal static class ExplainedJuly
{
    public static Exclusions Explain(this IReadings readings, Subject subject, FactKey? about = null, string measure = "m") =>
        Assert.IsAssignableFrom<IExplainedReadings>(readings).WhyNot(new(measure), subject, Kpis.July, about);
}

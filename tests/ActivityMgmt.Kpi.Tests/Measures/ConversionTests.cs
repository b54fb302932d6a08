namespace ActivityMgmt.Kpi.Tests;

public class ConversionTests
{
    private const string Closing = """ "kind": "conversion", "from": { "facts": "activity", "where": "activity == 'interview'" }, "to": { "facts": "policy", "countedOn": "issued", "gates": [] }, "by": "customer", "withinDays": 30""";

    private static readonly Fact[] Funnel =
    [
        Facts.Activity("2026-07-01", "interview", customer: "C1"), Facts.Policy("P1", "2026-07-20", issued: "2026-07-31") with { Customer = new("C1") }, // on the 30th day
        Facts.Activity("2026-07-02", "interview", customer: "C2"), Facts.Policy("P2", "2026-07-20", issued: "2026-08-02") with { Customer = new("C2") }, // on the 31st
        Facts.Activity("2026-07-03", "interview", customer: "C3"),
        Facts.Activity("2026-07-31", "interview", customer: "C4"), Facts.Policy("P4", "2026-08-01", issued: "2026-08-30") with { Customer = new("C4") }, // counts in July all the same
    ];

    [Fact]
    public void Counts_what_follows_about_the_same_customer_within_the_days()
    {
        Assert.Equal(2m, Kpis.Value(Kpis.Read(Closing + """, "gives": "conversions" """, Funnel)));
        Assert.Equal(Quantity.Ratio(2m, 4m), Assert.IsType<Reading.Measured>(Kpis.Read(Closing + """, "gives": "rate" """, Funnel)).Value);
    }

    // Two interviews, one policy: it belongs to the later one, which is E2's.
    [Fact]
    public void A_conversion_belongs_to_the_last_one_before_it()
    {
        Fact[] facts = [Facts.Activity("2026-07-01", "interview"), Facts.Activity("2026-07-05", "interview", agent: "E2"), Facts.Policy("P1", "2026-07-10", issued: "2026-07-12") with { Customer = new("C1") }];
        var readings = Kpis.Open(Kpis.Document([Kpis.Measure("m", Closing + """, "gives": "conversions" """)]), facts);

        Assert.Equal((0m, 1m), (Kpis.Value(readings.Read(new("m"), Kpis.E1, Kpis.July)), Kpis.Value(readings.Read(new("m"), Subject.Of(new AgentId("E2")), Kpis.July))));
    }

    [Fact]
    public void Several_may_follow_one() =>
        Assert.Equal(Quantity.Ratio(2m, 1m), Assert.IsType<Reading.Measured>(Kpis.Read(
            Closing + """, "gives": "rate" """,
            Facts.Activity("2026-07-01", "interview"), Facts.Policy("P1", "2026-07-10", issued: "2026-07-12") with { Customer = new("C1") }, Facts.Policy("P2", "2026-07-10", issued: "2026-07-12") with { Customer = new("C1") })).Value);

    [Fact]
    public void Fields_that_differ_keep_facts_apart() =>
        Assert.Equal(1m, Kpis.Value(Kpis.Read(
            """ "kind": "conversion", "from": { "facts": "activity", "where": "activity == 'call'" }, "to": { "facts": "activity", "where": "activity == 'interview'" }, "by": "customer", "same": ["channel"], "withinDays": 0, "gives": "conversions" """,
            Facts.Activity("2026-07-01", "call", customer: "C1") with { Channel = "phone" }, Facts.Activity("2026-07-01", "interview", customer: "C1") with { Channel = "phone" },
            Facts.Activity("2026-07-01", "call", customer: "C2") with { Channel = "phone" }, Facts.Activity("2026-07-01", "interview", customer: "C2") with { Channel = "video" },
            Facts.Activity("2026-07-01", "call", customer: "C3", channel: null), Facts.Activity("2026-07-01", "interview", customer: "C3") with { Channel = "video" })));

    [Fact]
    public void Has_no_rate_of_nothing() =>
        Assert.Equal("kpi.nothing-to-convert", Assert.IsType<Reading.NoData>(Kpis.Read(Closing + """, "gives": "rate" """, Funnel[1])).Reason.Code);

    [Fact]
    public void Tells_why_something_does_not_convert()
    {
        var readings = (IExplainedReadings)Kpis.Open(Kpis.Document([Kpis.Measure("m", Closing + """, "gives": "conversions" """)]), Funnel);
        string[] Why(Fact fact) => [.. readings.WhyNot(new("m"), Kpis.E1, Kpis.July, fact.Key).Facts.SelectMany(f => f.Reasons).Select(r => r.Code)];

        Assert.Equal(["kpi.why-not.nothing-follows"], Why(Funnel[2]));
        Assert.Equal(["kpi.why-not.follows-nothing"], Why(Funnel[3]));
        Assert.Empty(Why(Funnel[1]));
        Assert.Empty(Why(Funnel[0]));
    }
}

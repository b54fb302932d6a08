namespace ActivityMgmt.Kpi.Tests;

public class HeadcountTests
{
    // E1 stays; E2 leaves on 31 July, which is her last day; E3 joins on 1 July; E4 moves from T2 to T1 in July.
    private static readonly Fact[] Branch =
    [
        Facts.Agent("E1"), Facts.Assignment("E1"),
        Facts.Agent("E2") with { LeftOn = Facts.Day("2026-07-31") }, Facts.Assignment("E2", rank: "A2"),
        Facts.Agent("E3", "2026-07-01"), Facts.Assignment("E3", from: "2026-07-01"),
        Facts.Agent("E4"), Facts.Assignment("E4", "T2", until: "2026-07-14"), Facts.Assignment("E4", "T1", from: "2026-07-15"),
    ];

    [Theory]
    [InlineData("opening", "T1", "2")] // E1, E2: on the eve of the period
    [InlineData("closing", "T1", "4")]
    [InlineData("average", "T1", "3")]
    [InlineData("average", "T2", "0.5")]
    [InlineData("opening", null, "3")]
    [InlineData("closing", null, "4")]
    [InlineData("average", null, "3.5")]
    public void Counts_who_is_active_on_the_eve_and_on_the_last_day(string on, string? team, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Kpis.Value(Read($"\"on\": \"{on}\"", team is null ? Subject.Everybody : Subject.Of(new TeamId(team)))));

    [Fact]
    public void Agrees_with_the_headcount_walk()
    {
        var walk = FactBook.Of(Branch).Organisation.HeadcountWalkOf(Kpis.July);

        Assert.Equal((walk.Opening.Count, walk.Closing.Count), ((int)Kpis.Value(Read("\"on\": \"opening\"", Subject.Everybody)), (int)Kpis.Value(Read("\"on\": \"closing\"", Subject.Everybody))));
    }

    [Fact]
    public void Of_an_agent_it_is_one_or_none() =>
        Assert.Equal((0m, 1m), (Kpis.Value(Read("\"on\": \"opening\"", Subject.Of(new AgentId("E3")))), Kpis.Value(Read("\"on\": \"closing\"", Subject.Of(new AgentId("E3"))))));

    [Fact]
    public void Takes_the_condition_as_of_the_day()
    {
        Assert.Equal(1m, Kpis.Value(Read("\"on\": \"closing\", \"where\": \"rank == 'A2'\"", Subject.Everybody)));
        Assert.Equal(1m, Kpis.Value(Read("\"on\": \"closing\", \"where\": \"tenureMonths < 1\"", Subject.Everybody))); // E3 on her 31st day
        Assert.Equal(0m, Kpis.Value(Read("\"on\": \"opening\", \"where\": \"tenureMonths < 1\"", Subject.Everybody)));
    }

    // 新人 … activity rate: two of the four at the end were active.
    [Fact]
    public void Is_the_denominator_of_an_activity_rate()
    {
        var document = Kpis.Document(
        [
            Kpis.Measure("active", """ "kind": "distinct", "facts": "activity", "of": "agent" """),
            Kpis.Measure("agents", """ "kind": "headcount", "on": "closing" """),
            Kpis.Measure("m", """ "kind": "ratio", "numerator": "active", "denominator": "agents" """),
        ]);

        var reading = Kpis.Open(document, [.. Branch, Facts.Activity("2026-07-02"), Facts.Activity("2026-07-03"), Facts.Activity("2026-07-03", agent: "E2")]).Read(new("m"), Subject.Everybody, Kpis.July);

        Assert.Equal(Quantity.Ratio(2m, 4m), Assert.IsType<Reading.Measured>(reading).Value);
    }

    [Fact]
    public void Tells_why_somebody_is_not_counted()
    {
        var readings = (IExplainedReadings)Kpis.Open(Kpis.Document([Kpis.Measure("m", """ "kind": "headcount", "on": "closing", "where": "rank == 'A1'" """)]), Branch);
        string[] Why(string agent, Subject subject, DateInterval period) =>
            [.. readings.WhyNot(new("m"), subject, period, readings.Facts.Agents.Single(a => a.Agent.Value == agent).Key).Facts.SelectMany(f => f.Reasons).Select(r => r.Code)];

        Assert.Equal(["kpi.why-not.filter"], Why("E2", Subject.Everybody, Kpis.July));
        Assert.Equal(["kpi.why-not.not-active"], Why("E2", Subject.Everybody, Facts.Period("2026-08-01", "2026-08-31")));
        Assert.Equal(["kpi.why-not.other-team"], Why("E1", Subject.Of(new TeamId("T2")), Kpis.July));
        Assert.Empty(Why("E1", Subject.Of(new TeamId("T1")), Kpis.July));
    }

    private static Reading Read(string members, Subject subject) => Kpis.Open(Kpis.Document([Kpis.Measure("m", $"\"kind\": \"headcount\", {members}")]), Branch).Read(new("m"), subject, Kpis.July);
}

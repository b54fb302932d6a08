namespace ActivityMgmt.Incentives.Tests.Support;

public class SupportOffersTests
{
    private const string Rules = """
        { "id": "support", "version": 1, "effective": "2026-01-01/..", "mostOffers": 2,
          "support": [
            { "id": "first-steps", "name": { "en": "First steps", "zh": "新人培训" }, "offer": "training", "tenureMonths": { "to": 12 } },
            { "id": "joint", "name": { "en": "Joint visits", "zh": "陪访" }, "offer": "joint-visit", "weakSteps": ["proposals"], "weakness": "conversion", "times": 2 },
            { "id": "coaching", "name": { "en": "Coaching", "zh": "辅导" }, "offer": "coaching", "weakSteps": ["proposals"], "times": 1 },
            { "id": "time", "name": { "en": "Time", "zh": "假期" }, "offer": "time", "prefers": "time", "conditions": [ { "measure": "fyp", "lookBack": 3, "atLeast": 100 } ] } ] }
        """;

    [Theory]
    [InlineData("2025-10-01", true)] // 11 whole months on 30 September
    [InlineData("2025-09-30", false)] // 12
    public void New_agents_are_offered_training(string joined, bool expected) =>
        Assert.Equal(expected, Offers(Some.AgentFact(joined: joined)).Contains("first-steps"));

    [Theory]
    [InlineData("2026-06-30", false)] // back in six months: the same agent, no newcomer
    [InlineData("2026-07-01", true)] // a new agent
    public void A_returner_who_is_the_same_agent_gets_no_benefits_for_newcomers(string back, bool expected)
    {
        var second = Some.AgentFact(joined: back) with { Origin = new("crm", "second-contract") };

        Assert.Equal(expected, Offers(second, Some.AgentFact(joined: "2020-01-01", left: "2025-12-31")).Contains("first-steps"));
    }

    [Theory]
    [InlineData(CauseKind.Conversion, 2, "joint,coaching")]
    [InlineData(CauseKind.Conversion, 1, "coaching")]
    [InlineData(CauseKind.Volume, 2, "coaching")]
    public void Weak_steps_are_helped_by_what_fits_them(CauseKind kind, int times, string expected) =>
        Assert.Equal(expected, string.Join(',', Offers(Some.AgentFact(), Weak(kind, times))));

    [Fact]
    public void The_stated_preference_comes_first_and_the_number_is_limited() =>
        Assert.Equal(["time", "joint"], Offers(Some.AgentFact(prefers: "time"), Weak(CauseKind.Conversion, 3)));

    [Fact]
    public void Somebody_who_left_is_offered_nothing() => Assert.Empty(Offers(Some.AgentFact(joined: "2026-08-01", left: "2026-09-01")));

    [Fact]
    public void An_offer_for_everybody_is_refused()
    {
        var text = Rules.Replace(", \"tenureMonths\": { \"to\": 12 }", "", StringComparison.Ordinal);

        Assert.Equal("honours.document.no-criterion", Assert.Single(Assert.Throws<DocumentException>(() => Read(text)).Problems).Reason.Code);
    }

    private static RepeatedWeakStep Weak(CauseKind kind, int times) => new(new("proposals"), times, new()
    {
        Step = new("proposals"),
        Kind = kind,
        Actual = Quantity.Ratio(1m, 9m),
        Usual = Quantity.Ratio(1m, 2m),
        SampleSize = 18,
        Basis = "own",
    });

    private static IReadOnlyList<string> Offers(AgentFact agent, params RepeatedWeakStep[] weak) => Offers(agent, null, weak);

    private static IReadOnlyList<string> Offers(AgentFact agent, AgentFact? before, params RepeatedWeakStep[] weak)
    {
        var readings = new TestReadings(FactBook.Of([agent, .. before is null ? [] : new Fact[] { before }, Some.Assignment()])).Stating("fyp", 100m).Stating("proposals", 1m, Unit.Count);
        return [.. SupportOffers.For(readings, Read(Rules), Some.Agent, Some.Q3, weak, FiscalCalendars.Gregorian, RehirePolicy.Default).Select(o => o.Rule)];
    }

    private static IncentiveRules Read(string text) =>
        IncentiveRules.Read(Plans.Text(text, DocumentKinds.Incentives), new TestReadings(Some.Book()).Stating("fyp", 1m).Stating("proposals", 1m, Unit.Count).Measures);
}

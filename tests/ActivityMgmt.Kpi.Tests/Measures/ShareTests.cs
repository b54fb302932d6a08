namespace ActivityMgmt.Kpi.Tests;

public class ShareTests
{
    private const string Cases = """ "kind": "count", "facts": "policy", "countedOn": "submitted", "gates": [], "shares": true """;
    private static readonly Subject E2 = Subject.Of(new AgentId("E2"));
    private static readonly Subject Branch = Subject.Branch("B1");

    // X5: one policy sold 50/50.
    [Fact]
    public void A_joint_sale_is_half_a_case_for_each_and_one_for_the_branch()
    {
        var readings = Read(Cases, Facts.Policy("P1", "2026-07-01"), Half("P1", "E1"), Half("P1", "E2"));

        Assert.Equal((0.5m, 0.5m, 1m), (Value(readings, Kpis.E1), Value(readings, E2), Value(readings, Branch)));
        Assert.Equal(1m, Assert.IsType<Reading.Measured>(readings.Read(new("m"), Branch, Kpis.July)).Evidence.Counts.Single(c => c.Key == "facts").Value);
    }

    // X5: whether both sellers are active is declared.
    [Theory]
    [InlineData("", 1)]
    [InlineData(", \"shares\": true", 2)]
    public void Both_sellers_are_active_when_the_measure_says_so(string shares, int active) => Assert.Equal(active, Value(
        Read($$""" "kind": "distinct", "facts": "policy", "countedOn": "submitted", "gates": []{{shares}}, "of": "agent" """, Facts.Policy("P1", "2026-07-01"), Half("P1", "E1"), Half("P1", "E2")),
        Branch));

    // S2: one order of 5 at 100 %, one of 10 at 50 %.
    [Theory]
    [InlineData(", \"shares\": true", 10)]
    [InlineData("", 15)]
    public void An_order_counts_by_the_seller_s_share_of_it(string shares, int achieved) => Assert.Equal(achieved, Value(
        Read(
            $$""" "kind": "sum", "facts": "policy", "countedOn": "submitted", "gates": []{{shares}}, "of": "annualPremium" """,
            Facts.Policy("P1", "2026-07-01", premium: 5m),
            Facts.Policy("P2", "2026-07-01", premium: 10m),
            Half("P2", "E1"),
            Half("P2", "E2")),
        Kpis.E1));

    [Theory]
    [InlineData("2026-06-30", 1, 0)] // sellers of the day of counting: the role is over by then
    [InlineData("2026-07-01", 0.5, 0.5)]
    public void Shares_are_those_of_the_day_on_which_the_policy_counts(string until, decimal first, decimal second)
    {
        var end = Facts.Day(until);

        var readings = Read(Cases, Facts.Policy("P1", "2026-07-01"), Half("P1", "E1") with { Until = end }, Half("P1", "E2") with { Until = end });

        Assert.Equal((first, second), (Value(readings, Kpis.E1), Value(readings, E2)));
    }

    [Fact]
    public void Premium_and_cancellations_are_shared_alike_so_that_net_figures_stay_whole()
    {
        Fact[] facts = [Facts.Policy("P1", "2026-07-01"), Half("P1", "E1"), Half("P1", "E2"), Facts.Event("P1", "2026-07-09", PolicyEventKind.CancelledInCoolingOff), Facts.Premium("P1", "2026-07-01", 3000m)];

        Assert.Equal(0.5m, Value(Read(""" "kind": "count", "facts": "policy-event", "shares": true """, facts), E2));
        Assert.Equal(1500m, Value(Read(""" "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "shares": true, "of": "amount" """, facts), E2));
    }

    [Fact]
    public void The_role_that_gives_the_share_is_evidence()
    {
        var (policy, mine) = (Facts.Policy("P1", "2026-07-01"), Half("P1", "E2"));

        var reading = Read(Cases, policy, Half("P1", "E1"), mine).Read(new("m"), E2, Kpis.July);

        Assert.Equal([policy.Reference, mine.Reference], Assert.IsType<Reading.Measured>(reading).Evidence.Facts);
    }

    private static PolicyRoleFact Half(string policy, string agent) => Facts.Role(policy, PolicyRole.Seller, agent, share: 0.5m);

    private static IReadings Read(string members, params Fact[] facts) => Kpis.Open(Kpis.Document([Kpis.Measure("m", members)]), facts);

    private static decimal Value(IReadings readings, Subject subject) => Kpis.Value(readings.Read(new("m"), subject, Kpis.July));
}

using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class OrphanPoliciesTests
{
    private static readonly Fact[] People = [Joined("A1", left: "2026-07-31"), Joined("A2"), Joined("A3")];

    [Fact]
    public void Policies_not_over_on_the_last_day_that_the_leaver_serviced_are_orphans()
    {
        var orphans = OrphanPolicies.Of(
            Book([.. People, Policy("P1", "A1", "2026-07-01"), Policy("P2", "A1", "2026-07-02"), Event("P2", PolicyEventKind.Surrendered, "2026-07-31"), Policy("P3", "A2", "2026-07-01"), Policy("P4", "A2", "2026-07-01"), Served("P4", "A1", "2026-07-10")]),
            new("A1"), 30);

        Assert.Equal([("P1", Day("2026-08-30")), ("P4", Day("2026-08-30"))], orphans.Select(o => (o.Policy.Value, o.Deadline)));
        Assert.Empty(OrphanPolicies.Of(Book([.. People, Policy("P1", "A2")]), new("A2"), 30));
    }

    [Theory]
    [InlineData(null, null, null, true)] // pending
    [InlineData("2026-07-20", "2026-09-01", null, true)] // issued, not begun
    [InlineData("2026-07-02", "2026-07-02", PolicyEventKind.Lapsed, true)] // may be reinstated
    [InlineData(null, null, PolicyEventKind.Declined, false)]
    [InlineData(null, null, PolicyEventKind.Withdrawn, false)]
    [InlineData("2026-07-02", "2026-07-02", PolicyEventKind.CancelledInCoolingOff, false)]
    public void Whatever_is_not_over_needs_somebody(string? issued, string? effective, PolicyEventKind? what, bool isOrphan)
    {
        var policy = Policy("P1", "A1", "2026-07-01") with { IssuedOn = MaybeDay(issued), EffectiveOn = MaybeDay(effective) };

        var orphans = OrphanPolicies.Of(Book([.. People, policy, .. what is { } kind ? [Event("P1", kind, "2026-07-15")] : Array.Empty<Fact>()]), new("A1"), 30);

        Assert.Equal(isOrphan ? ["P1"] : [], orphans.Select(o => o.Policy.Value));
    }

    [Fact]
    public void Every_time_somebody_leaves_leaves_policies_behind_and_a_return_takes_back_what_nobody_took()
    {
        var facts = Book(
            Joined("A1", left: "2026-03-31"), Joined("A1", "2026-06-01", "2026-09-30") with { Origin = new("crm", "A1-2") }, Joined("A2"),
            Policy("P1", "A1", "2026-01-05"), Policy("P2", "A1", "2026-01-05"), Policy("P3", "A1", "2026-07-05"), Served("P2", "A2", "2026-04-10"));

        Assert.Equal(
            [
                ("P1", "2026-03-31", "A1 2026-06-01"), ("P1", "2026-09-30", "open"), ("P2", "2026-03-31", "A2 2026-04-10"), ("P3", "2026-09-30", "open"),
            ],
            OrphanPolicies.Of(facts, new("A1"), 30).Select(o => (o.Policy.Value, Iso(o.LeftOn), o.HandedOn is { } on ? $"{o.HandedTo} {Iso(on)}" : "open")));
    }

    [Fact]
    public void A_contract_that_follows_on_leaves_nothing_behind()
    {
        var facts = Book(Joined("A1", left: "2026-03-31"), Joined("A1", "2026-04-01") with { Origin = new("crm", "A1-2") }, Policy("P1", "A1", "2026-01-05"));

        Assert.Empty(OrphanPolicies.All(facts, 30));
    }

    [Fact]
    public void All_orphans_are_those_of_every_leaver()
    {
        var facts = Book([.. People, Joined("A4", left: "2026-08-31"), Policy("P1", "A4", "2026-07-01"), Policy("P2", "A1", "2026-07-01"), Served("P2", "A4", "2026-08-01")]);

        Assert.Equal([("P1", "A4"), ("P2", "A1"), ("P2", "A4")], OrphanPolicies.All(facts, 30).Select(o => (o.Policy.Value, o.Leaver.Value)));
    }

    [Theory]
    [InlineData("2026-08-30", false)] // the deadline itself is in time
    [InlineData("2026-08-31", true)]
    public void A_hand_over_is_late_after_the_deadline(string handedOn, bool isLate)
    {
        var open = Assert.Single(OrphanPolicies.Of(Book([.. People, Policy("P1", "A1", "2026-07-01")]), new("A1"), 30));
        var handed = Assert.Single(OrphanPolicies.Of(Book([.. People, Policy("P1", "A1", "2026-07-01"), Served("P1", "A2", handedOn)]), new("A1"), 30));

        Assert.Equal((isLate, isLate), (open.IsLateOn(Day(handedOn)), handed.IsLateOn(Day("2026-12-31"))));
        Assert.Equal((new AgentId("A2"), Day(handedOn)), (handed.HandedTo, handed.HandedOn));
    }

    [Fact]
    public void Households_stay_together_and_the_one_with_fewest_policies_takes_the_biggest_first()
    {
        var facts = Book(
        [
            .. People, Customer("C1") with { Household = "H" }, Customer("C2") with { Household = "H" }, Customer("C3"),
            Policy("P1", "A1", "2026-07-01", "C1"), Policy("P2", "A1", "2026-07-01", "C2"), Policy("P3", "A1", "2026-07-01", "C3"), Policy("P9", "A2", "2026-07-01", "C9"),
        ]);

        var roles = OrphanPolicies.Propose(facts, OrphanPolicies.Of(facts, new("A1"), 30), [new("A2"), new("A3")], Day("2026-08-01"), "library");

        Assert.Equal([("P1", "A3"), ("P2", "A3"), ("P3", "A2")], roles.Select(r => (r.Policy.Value, r.Agent!.Value.Value)));
        Assert.All(roles, r => Assert.Equal((PolicyRole.Servicer, true, Day("2026-08-01")), (r.Role, r.IsByHandover, r.Date)));
    }

    [Fact]
    public void Every_open_policy_is_handed_to_exactly_one_taker_and_nothing_else_changes() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 4], Gen.Int[0, 3].Array[12]).Sample((policies, takers, customers) =>
        {
            var facts = Book([.. People, .. Enumerable.Range(0, policies).Select(i => Policy($"P{i:00}", "A1", "2026-07-01", $"C{customers[i]}"))]);
            var orphans = OrphanPolicies.Of(facts, new("A1"), 30);
            AgentId[] who = [.. Enumerable.Range(0, takers).Select(i => new AgentId($"T{i}"))];

            var roles = OrphanPolicies.Propose(facts, orphans, who, Day("2026-08-01"), "library");

            Assert.Equal(orphans.Select(o => o.Policy), roles.Select(r => r.Policy));
            Assert.All(roles, r => Assert.Contains(r.Agent!.Value, who));
            Assert.All(roles.GroupBy(r => facts.Policy(r.Policy)!.Customer), g => Assert.Single(g.Select(r => r.Agent).Distinct()));
            var after = roles.Aggregate(facts, (book, role) => book.With(role));
            Assert.Equal(roles.Select(r => (r.Policy, r.Agent)), OrphanPolicies.Of(after, new("A1"), 30).Select(o => (o.Policy, o.HandedTo)));
            Assert.All(orphans, o => Assert.Equal(new AgentId("A1"), PolicyRoles.On(after, after.Policy(o.Policy)!, Day("2026-09-01")).PersistencyOwner.Agent));
        });

    [Fact]
    public void Without_a_taker_nothing_is_proposed_for_what_is_open()
    {
        var facts = Book([.. People, Policy("P1", "A1", "2026-07-01")]);

        var refused = Assert.Throws<BrokenRuleException>(() => OrphanPolicies.Propose(facts, OrphanPolicies.Of(facts, new("A1"), 30), [], Day("2026-08-01"), "library"));

        Assert.Equal(new SomebodyMustTakeOrphansRule(new("A1"), 1), refused.Rule);
        Assert.Empty(OrphanPolicies.Propose(facts, [], [], Day("2026-08-01"), "library"));
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static PolicyRoleFact Served(string policy, string agent, string from) =>
        new() { Origin = new("crm", $"{policy}-S-{from}"), Date = Day(from), Policy = new(policy), Role = PolicyRole.Servicer, Agent = new(agent), IsByHandover = true };
}

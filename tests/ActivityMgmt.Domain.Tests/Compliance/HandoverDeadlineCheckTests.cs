using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class HandoverDeadlineCheckTests
{
    private static readonly HandoverDeadlineCheck Check = new(30, 20, ["service"]);

    // Leaves on 10 July: the deadline is 9 August, the thirtieth day after.
    [Theory]
    [InlineData("2026-08-09", ComplianceOutcome.Pass)]
    [InlineData("2026-08-10", ComplianceOutcome.Block)]
    public void Told_on_day_30_is_in_time_and_on_day_31_is_late(string told, ComplianceOutcome expected) =>
        Assert.Equal(expected, Says("2026-09-30", Did("A2", "service", told + " 10:00", "C1")).Outcome);

    [Theory]
    [InlineData("2026-07-29", ComplianceOutcome.NotApplicable)] // day 19
    [InlineData("2026-07-30", ComplianceOutcome.Warn)] // day 20
    [InlineData("2026-08-09", ComplianceOutcome.Warn)] // day 30
    [InlineData("2026-08-10", ComplianceOutcome.Block)] // day 31
    public void An_open_case_warns_and_then_breaks_the_rule(string asOf, ComplianceOutcome expected) =>
        Assert.Equal(expected, Says(asOf).Outcome);

    [Fact]
    public void Another_owner_in_the_crm_counts_as_told()
    {
        Assert.Equal(ComplianceOutcome.Pass, SaysWith(Customer("C1", owner: "A2"), "2026-09-30").Outcome);
        Assert.Equal(ComplianceOutcome.Block, SaysWith(Customer("C1", owner: "A1"), "2026-09-30").Outcome);
    }

    [Theory]
    [InlineData("2026-08-09", ComplianceOutcome.Pass)] // the thirtieth day
    [InlineData("2026-08-10", ComplianceOutcome.Block)]
    public void Another_servicer_of_the_policy_counts_as_told(string from, ComplianceOutcome expected)
    {
        var role = OrphanPolicies.Propose(Book(Case()), OrphanPolicies.Of(Book(Case()), new("A1"), 30), [new("A2")], Day(from), "hr").Single();

        var result = Says("2026-09-30", role);

        Assert.Equal(expected, result.Outcome);
        Assert.Contains(role.Reference, result.Facts);
    }

    [Fact]
    public void A_policy_that_the_leaver_only_serviced_is_checked_and_one_they_gave_away_is_not()
    {
        var serviced = OrphanPolicies.Propose(Book(Case()), OrphanPolicies.Of(Book(Case()), new("A1"), 30), [new("A2")], Day("2026-08-01"), "hr").Single();
        Fact[] facts = [.. Case(), serviced, Joined("A2", left: "2026-08-10")];

        var results = SomeRule.Says(Check, new DateInterval(Day("2026-07-01"), Day("2026-09-30")), facts);

        Assert.Equal([("A1", ComplianceOutcome.Pass), ("A2", ComplianceOutcome.Block)], results.Select(r => (r.Agent!.Value.Value, r.Outcome)));
    }

    [Theory]
    [InlineData("A1", "service", "2026-07-20", null)] // the leaver cannot hand over to themselves
    [InlineData("A2", "call", "2026-07-20", null)] // not a kind that counts
    [InlineData("A2", "service", "2026-07-10", null)] // before the agent was gone
    [InlineData("A2", "service", "2026-07-20", "missed")]
    [InlineData("A2", "service", "2026-07-20", "cancelled")]
    public void Not_every_activity_is_telling(string agent, string activity, string date, string? outcome) =>
        Assert.Equal(ComplianceOutcome.Block, Says("2026-09-30", Did(agent, activity, date + " 10:00", "C1", outcome)).Outcome);

    [Fact]
    public void Without_the_customer_nothing_can_be_said_and_nobody_elses_service_is_named()
    {
        var other = Did("A2", "service", "2026-07-20 10:00");
        Fact[] facts = [Joined("A1", left: "2026-07-10"), Policy("P1", "A1", "2026-01-10", customer: null), other];

        var result = Assert.Single(SomeRule.Says(Check, facts));

        Assert.Equal(ComplianceOutcome.InsufficientData, result.Outcome);
        Assert.DoesNotContain(other.Reference, result.Facts);
    }

    [Theory]
    [InlineData(PolicyEventKind.Lapsed, "2026-07-10", true)] // may be reinstated
    [InlineData(PolicyEventKind.Surrendered, "2026-07-10", false)] // ended on the last day
    [InlineData(PolicyEventKind.Surrendered, "2026-07-11", true)] // still in force when the agent left
    [InlineData(PolicyEventKind.Surrendered, "2026-03-01", false)]
    [InlineData(PolicyEventKind.CancelledInCoolingOff, "2026-01-15", false)]
    [InlineData(PolicyEventKind.CallbackFailed, "2026-01-15", true)]
    public void Only_policies_not_over_on_the_last_day_count(PolicyEventKind what, string on, bool counts) =>
        Assert.Equal(counts ? 1 : 0, SomeRule.Says(Check, [.. Case(), Event("P1", what, on)]).Count);

    [Fact]
    public void A_reinstated_policy_is_in_force_again() =>
        Assert.Single(SomeRule.Says(Check, [.. Case(), Event("P1", PolicyEventKind.Lapsed, "2026-03-01"), Event("P1", PolicyEventKind.Reinstated, "2026-04-01")]));

    [Fact]
    public void Single_premium_and_agents_who_stay_are_not_asked_and_what_is_not_in_force_yet_is()
    {
        Assert.Empty(SomeRule.Says(Check, Joined("A1", left: "2026-07-10"), Policy("P1", "A1", "2026-01-10", years: 1), Customer("C1")));
        Assert.Single(SomeRule.Says(Check, Joined("A1", left: "2026-07-10"), Policy("P1", "A1", "2026-07-01", effective: "2026-07-11"), Customer("C1")));
        Assert.Empty(SomeRule.Says(Check, Joined("A1"), Policy("P1", "A1", "2026-01-10"), Customer("C1")));
    }

    [Theory]
    [InlineData("2026-05-31", 0)] // the deadline was over on 30 June
    [InlineData("2026-06-01", 1)] // the deadline is 1 July
    [InlineData("2026-09-30", 1)]
    [InlineData("2026-10-01", 0)]
    public void A_case_belongs_to_periods_from_the_leaving_to_the_deadline(string left, int cases) =>
        Assert.Equal(cases, SomeRule.Says(Check, Joined("A1", left: left), Policy("P1", "A1", "2026-01-10"), Customer("C1")).Count);

    private static Fact[] Case(CustomerFact? customer = null) => [Joined("A1", left: "2026-07-10"), Policy("P1", "A1", "2026-01-10"), customer ?? Customer("C1")];

    private static ComplianceResult Says(string asOf, params Fact[] more) =>
        Assert.Single(SomeRule.Says(Check, new DateInterval(Day("2026-07-01"), Day(asOf)), [.. Case(), .. more]));

    private static ComplianceResult SaysWith(CustomerFact customer, string asOf) =>
        Assert.Single(SomeRule.Says(Check, new DateInterval(Day("2026-07-01"), Day(asOf)), Case(customer)));
}

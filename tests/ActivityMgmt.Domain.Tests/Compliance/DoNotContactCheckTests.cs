using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class DoNotContactCheckTests
{
    [Theory]
    [InlineData("2026-07-14", ComplianceOutcome.Pass)]
    [InlineData("2026-07-15", ComplianceOutcome.Pass)] // the very talk in which they refused
    [InlineData("2026-07-16", ComplianceOutcome.Block)]
    [InlineData("2026-09-30", ComplianceOutcome.Block)]
    public void After_the_day_of_refusal_nobody_contacts(string date, ComplianceOutcome expected) =>
        Assert.Equal(expected, Assert.Single(Says(null, Customer("C1", refused: "2026-07-15"), Did("A1", "call", date + " 10:00", "C1"))).Outcome);

    [Theory]
    [InlineData("2026-07-14", ComplianceOutcome.Block)]
    [InlineData("2026-07-15", ComplianceOutcome.Pass)] // exactly six months later
    public void A_refusal_that_runs_out_binds_until_its_last_day(string date, ComplianceOutcome expected) =>
        Assert.Equal(expected, Assert.Single(Says(6, Customer("C1", refused: "2026-01-15"), Did("A1", "call", date + " 10:00", "C1"))).Outcome);

    [Theory]
    [InlineData("2026-07-31", ComplianceOutcome.Block)]
    [InlineData("2026-08-01", ComplianceOutcome.Pass)] // opted in again
    [InlineData("2026-09-02", ComplianceOutcome.Block)] // withdrew it on 1 September
    public void Opting_in_again_ends_it_and_withdrawing_begins_it_anew(string date, ComplianceOutcome expected) =>
        Assert.Equal(expected, Assert.Single(Says(
            null,
            Customer("C1", refused: "2026-07-15"),
            ConsentsTests.Said("marketing", true, "2026-08-01"),
            ConsentsTests.Said("marketing", false, "2026-09-01"),
            Did("A1", "call", date + " 10:00", "C1"))).Outcome);

    [Fact]
    public void Who_never_refused_may_be_contacted_and_who_is_unknown_cannot_be_checked()
    {
        Assert.Equal(ComplianceOutcome.Pass, Assert.Single(Says(null, Customer("C1"), Did("A1", "call", customer: "C1"))).Outcome);
        Assert.Equal(ComplianceOutcome.InsufficientData, Assert.Single(Says(null, Did("A1", "call", customer: "C1"))).Outcome);
    }

    [Theory]
    [InlineData("2026-07-15", ComplianceOutcome.Block)] // the last day of the customer's own end
    [InlineData("2026-07-16", ComplianceOutcome.Pass)]
    public void The_customers_own_end_of_a_refusal_counts_before_the_rules(string day, ComplianceOutcome expected) =>
        Assert.Equal(expected, Assert.Single(Says(null, Customer("C1", refused: "2026-01-01") with { RefusalUntil = Day("2026-07-15") }, Did("A1", "call", day + " 10:00", customer: "C1"))).Outcome);

    [Fact]
    public void Service_and_cancelled_calls_are_no_contacts() =>
        Assert.Empty(Says(
            null, Customer("C1", refused: "2026-01-01"), Did("A1", "service", customer: "C1"), Did("A1", "call", customer: "C1", outcome: "cancelled")));

    [Fact]
    public void Of_a_contact_that_names_no_customer_nothing_can_be_said() =>
        Assert.Equal(ComplianceOutcome.InsufficientData, Assert.Single(Says(null, Did("A1", "call", at: "2026-07-15 11:00"))).Outcome);

    private static IReadOnlyList<ComplianceResult> Says(int? months, params Fact[] facts) => SomeRule.Says(new DoNotContactCheck(months, ["call"]), facts);
}

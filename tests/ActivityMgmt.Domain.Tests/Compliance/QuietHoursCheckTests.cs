using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class QuietHoursCheckTests
{
    private static readonly QuietHoursCheck Night = new(new(21, 0), new(9, 0), ["call"]);

    [Theory]
    [InlineData("2026-07-15 20:59", ComplianceOutcome.Pass)]
    [InlineData("2026-07-15 21:00", ComplianceOutcome.Block)] // from 21:00 on
    [InlineData("2026-07-15 23:59", ComplianceOutcome.Block)]
    [InlineData("2026-07-15 00:00", ComplianceOutcome.Block)]
    [InlineData("2026-07-15 08:59", ComplianceOutcome.Block)]
    [InlineData("2026-07-15 09:00", ComplianceOutcome.Pass)] // 9:00 is day again
    public void The_night_begins_with_its_first_minute_and_ends_before_its_last(string at, ComplianceOutcome expected) =>
        Assert.Equal(expected, Assert.Single(SomeRule.Says(Night, Customer("C1"), Did("A1", "call", at, "C1"))).Outcome);

    [Theory]
    [InlineData("2026-07-15 11:59", ComplianceOutcome.Pass)]
    [InlineData("2026-07-15 12:00", ComplianceOutcome.Block)]
    [InlineData("2026-07-15 13:59", ComplianceOutcome.Block)]
    [InlineData("2026-07-15 14:00", ComplianceOutcome.Pass)]
    public void Quiet_hours_within_one_day_work_too(string at, ComplianceOutcome expected) =>
        Assert.Equal(expected, Assert.Single(SomeRule.Says(new QuietHoursCheck(new(12, 0), new(14, 0), ["call"]), Customer("C1"), Did("A1", "call", at, "C1"))).Outcome);

    [Theory]
    [InlineData("2026-07-15 22:30", ComplianceOutcome.Pass)] // 20:30 in Urumqi, two hours behind
    [InlineData("2026-07-15 10:30", ComplianceOutcome.Block)] // 8:30 there
    public void The_hour_is_that_of_the_called_party(string atInShanghai, ComplianceOutcome expected)
    {
        var result = Assert.Single(SomeRule.Says(Night, Customer("C1", zone: "Asia/Urumqi"), Did("A1", "call", atInShanghai, "C1")));

        Assert.Equal((expected, "Asia/Urumqi"), (result.Outcome, result.Reason["zone"].Text));
    }

    [Fact]
    public void Without_customer_or_time_zone_nothing_can_be_said()
    {
        Assert.Equal(ComplianceOutcome.InsufficientData, Assert.Single(SomeRule.Says(Night, Did("A1", "call", "2026-07-15 22:00", "C9"))).Outcome);
        Assert.Equal(ComplianceOutcome.InsufficientData, Assert.Single(SomeRule.Says(Night, Did("A1", "call", "2026-07-15 22:00"))).Outcome);
        Assert.Equal(ComplianceOutcome.InsufficientData, Assert.Single(SomeRule.Says(Night, Customer("C1", zone: null), Did("A1", "call", "2026-07-15 22:00", "C1"))).Outcome);
        Assert.Equal(ComplianceOutcome.InsufficientData, Assert.Single(SomeRule.Says(Night, Customer("C1", zone: "Moon/Crater"), Did("A1", "call", "2026-07-15 22:00", "C1"))).Outcome);
    }

    [Fact]
    public void Only_calls_count_and_a_cancelled_one_was_never_made() =>
        Assert.Empty(SomeRule.Says(
            Night, Customer("C1"), Did("A1", "service", "2026-07-15 22:00", "C1"), Did("A1", "call", "2026-07-15 22:30", "C1", outcome: "cancelled")));

    [Fact]
    public void Names_call_and_customer_as_the_facts_it_looked_at()
    {
        var (call, customer) = (Did("A1", "call", "2026-07-15 22:00", "C1"), Customer("C1"));

        var result = Assert.Single(SomeRule.Says(Night, call, customer));

        Assert.Equal([call.Reference, customer.Reference], result.Facts);
        Assert.Equal((Id("A1"), call.Date, "22:00", "21:00", "09:00"), (
            result.Agent, result.Date, result.Reason["time"].Text, result.Reason["from"].Text, result.Reason["to"].Text));
    }
}

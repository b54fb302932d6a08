using static ActivityMgmt.Domain.Tests.ConsentsTests;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ContactCheckTests
{
    private static readonly ContactCheck SixMonths = new(6, needsConsent: false);

    [Theory]
    [InlineData("2026-01-14", "contact.allowed")]
    [InlineData("2026-01-15", "contact.refused")] // from the day of refusal
    [InlineData("2026-07-14", "contact.refused")] // the last day of six months
    [InlineData("2026-07-15", "contact.allowed")]
    public void A_refusal_holds_for_the_months_of_the_rule(string day, string expected) =>
        Assert.Equal(expected, SixMonths.Check(Book(Customer("C1", refused: "2026-01-15")), new("C1"), Day(day)).Reason.Code);

    [Theory]
    [InlineData("2026-02-28", "contact.refused")] // the customer's own end, included
    [InlineData("2026-03-01", "contact.allowed")]
    public void The_customers_own_end_counts_before_the_rules(string day, string expected) =>
        Assert.Equal(expected, SixMonths.Check(Book(Customer("C1", refused: "2026-01-15") with { RefusalUntil = Day("2026-02-28") }), new("C1"), Day(day)).Reason.Code);

    [Fact]
    public void Who_opts_in_again_may_be_contacted()
    {
        var facts = Book(Customer("C1", refused: "2026-01-15"), Said("marketing", true, "2026-02-01"));

        Assert.Equal(Severity.Block, SixMonths.Check(facts, new("C1"), Day("2026-01-31")).Severity);
        Assert.Equal(Severity.Info, SixMonths.Check(facts, new("C1"), Day("2026-02-01")).Severity);
    }

    [Fact]
    public void Where_consent_is_needed_silence_is_no_yes()
    {
        var strict = new ContactCheck(null, needsConsent: true);

        Assert.Equal("contact.no-consent", strict.Check(Book(Customer("C1")), new("C1"), Day("2026-04-01")).Reason.Code);
        Assert.Equal("contact.allowed", strict.Check(Book(Customer("C1"), Said("marketing", true, "2026-03-01")), new("C1"), Day("2026-04-01")).Reason.Code);
    }

    [Fact]
    public void Of_whom_nothing_is_known_nobody_can_say_that_they_may_be_contacted() =>
        Assert.Equal(new Finding(Severity.Block, Reason.Of("contact.unknown", ("customer", "C1"))), SixMonths.Check(Book(), new("C1"), Day("2026-04-01")));
}

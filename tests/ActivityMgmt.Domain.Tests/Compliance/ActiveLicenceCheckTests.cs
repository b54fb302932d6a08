using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ActiveLicenceCheckTests
{
    private static readonly ActiveLicenceCheck Check = new(["call", "closing"]);

    [Theory]
    [InlineData("2026-07-14", ComplianceOutcome.Block)]
    [InlineData("2026-07-15", ComplianceOutcome.Pass)] // first day
    [InlineData("2026-08-15", ComplianceOutcome.Pass)] // last day
    [InlineData("2026-08-16", ComplianceOutcome.Block)]
    public void Selling_needs_a_certificate_that_is_valid_on_the_day(string date, ComplianceOutcome expected)
    {
        var results = SomeRule.Says(
            Check, Joined("A1"), Licensed("A1", "2026-07-15", "2026-08-15"), Did("A1", "call", date + " 10:00"), Policy("P1", "A1", date));

        Assert.Equal([expected, expected], results.Select(r => r.Outcome));
    }

    [Fact]
    public void A_sale_in_the_gap_before_a_renewal_is_a_breach_that_shows_every_certificate()
    {
        var (old, renewed, call) = (Licensed("A1", "2025-01-01", "2026-06-30"), Licensed("A1", "2026-07-20"), Did("A1", "call"));

        var result = Assert.Single(SomeRule.Says(Check, Joined("A1"), old, renewed, call));

        Assert.Equal((ComplianceOutcome.Block, "2025-01-01/2026-06-30, 2026-07-20/.."), (result.Outcome, result.Reason["valid"].Text));
        Assert.Equal([call.Reference, old.Reference, renewed.Reference], result.Facts);
    }

    [Fact]
    public void Without_any_certificate_nothing_can_be_said() =>
        Assert.Equal(ComplianceOutcome.InsufficientData, Assert.Single(SomeRule.Says(Check, Joined("A1"), Did("A1", "call"))).Outcome);

    [Fact]
    public void What_is_no_selling_or_did_not_take_place_is_not_checked() =>
        Assert.Empty(SomeRule.Says(
            Check, Did("A1", "meeting"), Did("A1", "call", outcome: "missed"), Did("A1", "closing", outcome: "cancelled"), Did("A1", "call", "2026-10-01 10:00")));
}

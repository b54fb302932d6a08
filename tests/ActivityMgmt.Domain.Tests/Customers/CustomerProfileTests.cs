using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class CustomerProfileTests
{
    private static readonly FactBook Known = Book(
        Customer("C1") with { Segment = "gold", NextTouchOn = Day("2026-08-01") }, Customer("C2") with { ReferredBy = new("C1") },
        Policy("P1", "A1", "2026-07-01", "C1"), Policy("P2", "A1", "2026-07-02", "C1"), Event("P2", PolicyEventKind.Surrendered, "2026-07-10"),
        Did("A1", "call", "2026-07-05 10:00", customer: "C1"), Did("A1", "call", "2026-07-06 10:00", customer: "C1", outcome: "missed"));

    [Theory]
    [InlineData("2026-07-09", 2, 12_000)]
    [InlineData("2026-07-10", 1, 6_000)]
    public void Counts_policies_in_force_and_their_premium(string day, int policies, int premium)
    {
        var profile = CustomerProfile.Of(Known, new("C1"), Day(day))!;

        Assert.Equal((policies, Money.Of(premium, "CNY")), (profile.PoliciesInForce, profile.AnnualPremium["CNY"]));
        Assert.Equal((Day("2026-07-05"), Day("2026-08-01"), 1, "gold"), (profile.LastTouch, profile.NextTouch, profile.Referrals, profile.Segment));
    }

    [Fact]
    public void A_reduced_premium_counts_as_it_stands_on_the_day()
    {
        var reduced = Known.With(Event("P1", PolicyEventKind.Reduced, "2026-07-20") with { AnnualPremium = Money.Of(2_000m, "CNY") });

        Assert.Equal(
            [6_000m, 2_000m], new[] { "2026-07-19", "2026-07-20" }.Select(day => CustomerProfile.Of(reduced, new("C1"), Day(day))!.AnnualPremium["CNY"].Amount));
    }

    [Fact]
    public void Of_whom_nothing_is_known_there_is_no_profile() => Assert.Null(CustomerProfile.Of(Known, new("C9"), Day("2026-07-10")));

    [Theory]
    [InlineData("2026-07-09", "gold")] // 12,000: the line itself is reached
    [InlineData("2026-07-10", "silver")]
    [InlineData("2026-06-30", null)]
    public void A_segment_by_premium_is_that_of_the_highest_line_reached(string day, string? expected)
    {
        var policy = SegmentPolicies.ByPremium(("gold", Money.Of(12_000m, "CNY")), ("silver", Money.Of(1m, "CNY")));

        Assert.Equal(expected, policy(CustomerProfile.Of(Known, new("C1"), Day(day))!));
        Assert.Throws<ArgumentException>(() => SegmentPolicies.ByPremium(("gold", Money.Of(1m, "CNY")), ("silver", Money.Of(1m, "USD"))));
    }
}

using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ReferralsTests
{
    // C1 referred C2 and C3, C3 referred C4.
    private static readonly Fact[] Family = [Customer("C1"), By("C2", "C1"), By("C3", "C1"), By("C4", "C3")];

    [Fact]
    public void The_chain_goes_up_from_the_nearest()
    {
        var referrals = new Referrals(Book(Family));

        Assert.Equal([new CustomerId("C3"), new CustomerId("C1")], referrals.ChainAbove(new("C4")));
        Assert.Empty(referrals.ChainAbove(new("C1")));
        Assert.Equal([new CustomerId("C2"), new CustomerId("C3")], referrals.ReferredBy(new("C1")));
        Assert.Equal([new CustomerId("C2"), new CustomerId("C3"), new CustomerId("C4")], referrals.AllThrough(new("C1")));
    }

    [Fact]
    public void The_yield_is_the_share_of_those_who_hold_a_policy_by_the_day()
    {
        var referrals = new Referrals(Book([.. Family, Policy("P1", "A1", "2026-07-15", customer: "C4")]));

        Assert.Equal(Quantity.Ratio(1m, 3m), referrals.YieldOf(new("C1"), Day("2026-07-15")));
        Assert.Equal(Quantity.Ratio(0m, 3m), referrals.YieldOf(new("C1"), Day("2026-07-14")));
        Assert.Null(referrals.YieldOf(new("C4"), Day("2026-07-15")));
    }

    [Fact]
    public void Any_cycle_ends_and_nobody_is_their_own_referrer() =>
        Gen.Int[0, 7].Array[8].Sample(parents =>
        {
            var referrals = new Referrals(Book([.. parents.Select((parent, i) => By($"C{i}", $"C{parent}"))]));
            for (var i = 0; i < parents.Length; i++)
            {
                var id = new CustomerId($"C{i}");
                var above = referrals.ChainAbove(id);
                Assert.Equal(above.Count, above.Distinct().Count());
                Assert.DoesNotContain(id, above);
                Assert.DoesNotContain(id, referrals.AllThrough(id));
                Assert.All(above, a => Assert.Contains(id, referrals.AllThrough(a)));
            }
        });

    private static CustomerFact By(string customer, string referrer) => Customer(customer) with { ReferredBy = new(referrer) };
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class PremiumFactTests
{
    [Fact]
    public void Refuses_a_negative_amount_also_when_a_copy_changes_it()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Premium("P1", -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Premium("P1", 1m) with { Amount = Money.Of(-1m, "CNY") });
    }

    [Fact]
    public void A_refund_counts_negative()
    {
        Assert.Equal(Money.Of(100m, "CNY"), Premium("P1", 100m).SignedAmount);
        Assert.Equal(Money.Of(-100m, "CNY"), Premium("P1", 100m, kind: PremiumKind.Refunded).SignedAmount);
    }
}

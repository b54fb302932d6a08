using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class FactReceptionTests
{
    private static readonly DeliveryOrder Earlier = new(Day("2026-07-01"), "a");
    private static readonly DeliveryOrder Delivery = new(Day("2026-07-02"), "b");
    private static readonly DeliveryOrder Later = new(Day("2026-07-02"), "c");

    [Theory]
    [InlineData(3, true, false, FactReception.Revised)]
    [InlineData(3, false, false, FactReception.Revised)]
    [InlineData(1, true, false, FactReception.Stale)]
    [InlineData(1, false, true, FactReception.Stale)]
    [InlineData(2, false, false, FactReception.Conflict)]
    [InlineData(2, false, true, FactReception.Conflict)]
    [InlineData(2, true, false, FactReception.Repeated)]
    [InlineData(2, true, true, FactReception.Returned)]
    public void What_becomes_of_a_fact_known_in_revision_2(int revision, bool sameContent, bool isRemoved, FactReception expected) =>
        Assert.Equal(expected, new KnownFact(2, isRemoved, Delivery).Receive(revision, sameContent, Later));

    [Fact]
    public void A_removed_fact_does_not_come_back_with_the_same_or_an_older_delivery()
    {
        var removed = new KnownFact(2, IsRemoved: true, Delivery);

        Assert.Equal(FactReception.Repeated, removed.Receive(2, sameContent: true, Delivery));
        Assert.Equal(FactReception.Repeated, removed.Receive(2, sameContent: true, Earlier));
    }

    [Fact]
    public void A_complete_export_removes_what_came_with_it_or_before_and_nothing_twice()
    {
        Assert.True(new KnownFact(1, IsRemoved: false, Delivery).IsRemovedBy(Delivery));
        Assert.True(new KnownFact(1, IsRemoved: false, Delivery).IsRemovedBy(Later));
        Assert.False(new KnownFact(1, IsRemoved: false, Delivery).IsRemovedBy(Earlier));
        Assert.False(new KnownFact(1, IsRemoved: true, Delivery).IsRemovedBy(Later));
    }

    [Fact]
    public void Deliveries_are_ordered_by_date_then_by_name_ordinally()
    {
        Assert.True(Earlier < Delivery);
        Assert.True(Delivery < Later);
        Assert.True(new DeliveryOrder(Day("2026-07-02"), "B") < Delivery);
        Assert.True(Delivery <= new DeliveryOrder(Day("2026-07-02"), "b"));
    }
}

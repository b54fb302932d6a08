namespace ActivityMgmt.Domain.Tests;

public class KnownFactTests
{
    private static readonly DeliveryOrder Second = new(new(2026, 7, 8), "b");
    private static readonly KnownFact Present = new(Revision: 3, IsRemoved: false, Second);
    private static readonly KnownFact Removed = Present with { IsRemoved = true };

    [Theory]
    [InlineData(4, false, FactReception.Revised)]
    [InlineData(3, true, FactReception.Repeated)]
    [InlineData(3, false, FactReception.Conflict)]
    [InlineData(2, false, FactReception.Stale)]
    [InlineData(2, true, FactReception.Stale)]
    public void The_revision_decides_and_then_the_content(int revision, bool sameContent, FactReception expected) =>
        Assert.Equal(expected, Present.Receive(revision, sameContent, new(new(2026, 7, 15), "c")));

    [Theory]
    [InlineData("2026-07-01", "z", FactReception.Repeated)] // an older delivery, sent again
    [InlineData("2026-07-08", "a", FactReception.Repeated)]
    [InlineData("2026-07-08", "b", FactReception.Repeated)] // the delivery that removed it
    [InlineData("2026-07-08", "c", FactReception.Returned)]
    [InlineData("2026-07-15", "a", FactReception.Returned)]
    public void A_removed_fact_returns_with_a_later_delivery(string on, string name, FactReception expected) =>
        Assert.Equal(expected, Removed.Receive(3, sameContent: true, new(Day(on), name)));

    [Theory]
    [InlineData(4, true, FactReception.Revised)]
    [InlineData(3, false, FactReception.Conflict)]
    [InlineData(2, true, FactReception.Stale)]
    public void Removal_changes_nothing_about_revisions(int revision, bool sameContent, FactReception expected) =>
        Assert.Equal(expected, Removed.Receive(revision, sameContent, new(new(2026, 7, 1), "a")));

    [Theory]
    [InlineData("2026-07-01", "z", false)] // an older export says nothing about what came later
    [InlineData("2026-07-08", "a", false)]
    [InlineData("2026-07-08", "b", true)]
    [InlineData("2026-07-08", "c", true)]
    [InlineData("2026-07-15", "a", true)]
    public void A_complete_export_removes_what_came_before_it(string on, string name, bool expected)
    {
        Assert.Equal(expected, Present.IsRemovedBy(new(Day(on), name)));
        Assert.False(Removed.IsRemovedBy(new(Day(on), name)));
    }

    [Theory]
    [InlineData("2026-07-08", "a", false)]
    [InlineData("2026-07-08", "b", false)] // said already
    [InlineData("2026-07-08", "c", true)]
    public void A_later_delivery_that_repeats_it_confirms_it(string on, string name, bool expected)
    {
        Assert.Equal(expected, Present.IsConfirmedBy(new(Day(on), name)));
        Assert.False(Removed.IsConfirmedBy(new(Day(on), name)));
    }

    [Fact]
    public void What_is_there_after_a_complete_export_was_confirmed_by_it()
    {
        var known = Present.After(new(Day("2026-07-15"), "c"));

        Assert.False(known.IsRemovedBy(new(Day("2026-07-10"), "late")));
        Assert.True(known.IsRemovedBy(new(Day("2026-07-16"), "d")));
        Assert.Equal(Present, Present.After(new(Day("2026-07-01"), "a")));
        Assert.Equal(Present, Present.After(null));
    }

    [Theory]
    [InlineData("2026-07-10", true)] // before the export of the 15th
    [InlineData("2026-07-15", false)] // more under its own name
    [InlineData("2026-07-16", false)]
    public void What_a_later_complete_export_left_out_stays_removed(string on, bool expected)
    {
        DeliveryOrder export = new(Day("2026-07-15"), "c"), delivery = new(Day(on), "c");

        Assert.Equal(FactReception.Added, KnownFact.Unknown(export).Receive(1, sameContent: false, delivery));
        Assert.Equal(expected, KnownFact.Unknown(export).StaysRemoved(delivery));
        Assert.Equal(expected, Removed.After(export).StaysRemoved(delivery));
        Assert.False(Present.After(export).StaysRemoved(delivery));
        Assert.False(KnownFact.Unknown(null).StaysRemoved(delivery));
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;
}

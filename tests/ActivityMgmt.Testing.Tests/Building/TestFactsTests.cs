namespace ActivityMgmt.Testing.Tests;

public class TestFactsTests
{
    [Fact]
    public void The_same_call_gives_the_same_fact() =>
        Assert.Equal(TestFacts.Did("E1", "call", new LocalDateTime(2026, 7, 1, 9, 30), customer: "C1"), TestFacts.Did("E1", "call", new LocalDateTime(2026, 7, 1, 9, 30), customer: "C1"));

    [Fact]
    public void A_time_is_Shanghais()
    {
        var early = TestFacts.Did("E1", "call", new LocalDateTime(2026, 7, 1, 0, 30));

        Assert.Equal((new LocalDate(2026, 7, 1), Instant.FromUtc(2026, 6, 30, 16, 30)), (early.Date, early.StartedAt));
    }

    [Fact]
    public void Facts_that_differ_in_what_makes_them_what_they_are_have_different_ids()
    {
        Fact[] facts =
        [
            TestFacts.Collected("P1", 1m), TestFacts.Refunded("P1", 1m), TestFacts.Collected("P1", 1m, year: 2), TestFacts.Collected("P1", 1m, on: new(2026, 7, 16)),
            TestFacts.Scored("E1", 9), TestFacts.Scored("E1", 9, customer: "C1"), TestFacts.Complained("E1"),
            TestFacts.Entered("O1", "E1", "proposal"), TestFacts.Entered("O1", "E1", "won"),
        ];

        Assert.Equal(facts.Length, facts.Select(f => f.Key).Distinct().Count());
    }

    [Fact]
    public void A_revision_and_a_source_change_nothing_else()
    {
        var fact = TestFacts.Sold("P1", "E1");

        Assert.Equal(new("core", "P1", 3), fact.InRevision(3).From("core").Origin);
        Assert.Equal(fact, fact.InRevision(3).From("core") with { Origin = fact.Origin });
    }

    [Fact]
    public void A_delivery_is_named_by_its_date()
    {
        var delivery = TestDeliveries.On(new(2026, 7, 1), TestFacts.Joined("E1")).CompleteFor(FactKind.Agent).Naming(FactKind.Agent, "E1", "李娜");

        Assert.Equal(("crm-2026-07-01", "crm"), (delivery.Name, delivery.Source));
        Assert.Equal([TestFacts.Joined("E1")], delivery.Facts.Select(f => f.Fact));
        Assert.Equal([FactKind.Agent], delivery.CompleteKinds);
        Assert.Equal([new(FactKind.Agent, "E1", "李娜")], delivery.Names);
    }
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ProspectListTests
{
    [Fact]
    public void Holds_whom_the_agent_looks_after_and_who_has_no_policy_yet_best_score_first()
    {
        var list = ProspectList.Of(
            Book(Listed("C1", 3m), Listed("C2", 8m), Listed("C3", null), Listed("C4", 9m, owner: "A2"), Listed("C5", 5m), Policy("P1", "A1", customer: "C5")),
            new("A1"), Day("2026-07-15"));

        Assert.Equal(["C2", "C1", "C3"], list.Entries.Select(e => e.Customer.Value));
    }

    [Fact]
    public void A_name_is_private_until_a_talk_took_place_or_consent_was_given()
    {
        var list = ProspectList.Of(
            Book(
                Listed("C1"), Listed("C2"), Listed("C3"), Listed("C4") with { RefusedContactOn = Day("2026-07-10") },
                Did("A1", "call", "2026-07-10 10:00", customer: "C1"), Did("A1", "call", "2026-07-10 11:00", customer: "C2", outcome: "missed"),
                ConsentsTests.Said("marketing", true, "2026-07-01", customer: "C3"), Did("A1", "call", "2026-07-10 12:00", customer: "C4")),
            new("A1"), Day("2026-07-15"));

        Assert.Equal([("C1", false), ("C2", true), ("C3", false), ("C4", true)], list.Entries.Select(e => (e.Customer.Value, e.IsPrivate)));
    }

    [Fact]
    public void A_manager_sees_counts_by_source_group()
    {
        var list = ProspectList.Of(
            Book(Listed("C1", group: "family"), Listed("C2", group: "family"), Listed("C3", group: null), Did("A1", "call", "2026-07-10 10:00", customer: "C1")),
            new("A1"), Day("2026-07-15"));

        Assert.Equal([new ProspectCount("-", 1, 0), new ProspectCount("family", 2, 1)], list.Counts);
    }

    [Fact]
    public void Others_see_no_private_names_and_the_same_counts()
    {
        var list = ProspectList.Of(Book(Listed("C1"), Listed("C2"), Did("A1", "call", "2026-07-10 10:00", customer: "C2")), new("A1"), Day("2026-07-15"));

        Assert.Equal(["C1", "C2"], list.SeenBy(new("A1")).Entries.Select(e => e.Customer.Value));
        foreach (var reader in new AgentId?[] { new AgentId("A2"), null })
        {
            Assert.Equal(["C2"], list.SeenBy(reader).Entries.Select(e => e.Customer.Value));
            Assert.Equal([new ProspectCount("family", 2, 1)], list.SeenBy(reader).Counts);
        }
    }

    private static CustomerFact Listed(string customer, decimal? score = null, string owner = "A1", string? group = "family") =>
        Customer(customer, owner: owner) with { Score = score, SourceGroup = group };
}

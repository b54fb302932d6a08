using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class FactBookTests
{
    // What a revision of a row says depends on its id and revision alone, as in a source that never changes a revision.
    private static readonly Gen<Fact> AnyFact = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 9], Gen.Int[1, 3]).Select((kind, id, revision) => (Fact)(kind switch
    {
        0 => Did("A1", "call", id: $"{id}") with { Origin = new("crm", $"{id}", revision, id % 3), Date = new LocalDate(2026, 7, 1).PlusDays(id * revision % 4) },
        1 => Trained("A1", revision, "2026-07-02", id: $"{id}") with { Origin = new("lms", $"{id}", revision) },
        _ => Joined($"A{id}", revision: revision),
    }));

    [Fact]
    public void The_order_of_arrival_and_repeated_facts_change_nothing() =>
        AnyFact.List[1, 40].SelectMany(f => Gen.Shuffle(f.Concat(f.Take(5)).ToArray()).Select(s => (Facts: f, Shuffled: s)))
            .Sample((facts, shuffled) => Assert.Equal(FactBook.Of(facts).All, FactBook.Of(shuffled).All), iter: 300);

    [Fact]
    public void Facts_are_sorted_by_date_then_sequence_then_key() =>
        AnyFact.List[1, 40].Sample(
            facts =>
            {
                var all = FactBook.Of(facts).All;
                for (var i = 1; i < all.Count; i++)
                {
                    var (before, after) = (all[i - 1], all[i]);
                    Assert.True((before.Date, before.Origin.Sequence, before.Key).CompareTo((after.Date, after.Origin.Sequence, after.Key)) < 0);
                }
            },
            iter: 300);

    [Fact]
    public void Of_a_facts_revisions_only_the_highest_counts_whichever_comes_first()
    {
        var (first, second) = (Joined("A1", on: "2024-01-01"), Joined("A1", on: "2024-02-01", revision: 2));

        Assert.Equal([second], Book(first, second).All);
        Assert.Equal([second], Book(second, first).All);
    }

    [Fact]
    public void The_same_id_in_another_source_or_kind_is_another_fact()
    {
        var call = Did("A1", "call", id: "7");

        Assert.Equal(3, Book(call, call with { Origin = new("app", "7") }, Trained("A1", 2m, "2026-07-15", id: "7")).All.Count);
    }

    [Fact]
    public void Up_to_a_day_is_what_a_naive_replay_of_the_day_knows() =>
        Gen.Select(AnyFact.List[1, 40], Gen.Int[0, 6]).Sample(
            (facts, day) =>
            {
                var date = new LocalDate(2026, 6, 30).PlusDays(day);
                List<Fact> more = [.. facts, Assigned("A1", "T1", "2026-07-03", id: "later")];
                var (cut, naive) = (FactBook.Of(more).UpTo(date), FactBook.Of(FactBook.Of(more).All.Where(f => f.Date <= date || f is LicenceFact or AssignmentFact)));

                Assert.Equal(naive.All, cut.All);
                Assert.Equal(naive.Activities, cut.Activities);
                Assert.Equal(naive.Trainings, cut.Trainings);
                Assert.Equal(naive.Agents, cut.Agents);
                Assert.Equal(naive.Assignments, cut.Assignments);
                Assert.Equal(naive.Organisation.Agents, cut.Organisation.Agents);
                Assert.All(more, f => Assert.Equal(naive.Find(f.Key), cut.Find(f.Key)));
            },
            iter: 300);

    [Fact]
    public void A_cut_book_knows_the_whole_one_and_the_earliest_day_it_was_cut_to()
    {
        var book = Book(Did("A1", "call", "2026-07-15 10:00"), Did("A1", "call", "2026-07-16 10:00"));
        var twice = book.UpTo(Day("2026-07-15")).UpTo(Day("2026-07-20"));

        Assert.Same(book, twice.Whole);
        Assert.Equal(Day("2026-07-15"), twice.LastDay);
        Assert.Equal((book, null), (book.Whole, book.LastDay));
    }

    [Fact]
    public void Up_to_a_day_holds_that_day_but_not_the_next()
    {
        var book = Book(Did("A1", "call", "2026-07-15 10:00"), Did("A1", "call", "2026-07-16 10:00"));

        Assert.Equal([Day("2026-07-15")], book.UpTo(Day("2026-07-15")).Activities.Select(a => a.Date));
        Assert.Empty(book.UpTo(Day("2026-07-14")).All);
        Assert.Equal(2, book.All.Count);
    }

    [Fact]
    public void Without_a_fact_everything_else_is_still_there()
    {
        var (policy, premium) = (Policy("P1", "A1"), Premium("P1", 100m));
        var book = Book(policy, premium);

        var without = book.Without(policy.Key);

        Assert.Equal([premium], without.All);
        Assert.Null(without.Policy(new("P1")));
        Assert.Equal(2, book.All.Count);
        Assert.Equal(book.All, book.Without(new(FactKind.Market, "crm", "none")).All);
    }

    [Fact]
    public void With_a_fact_replaces_its_other_version_even_a_newer_one()
    {
        var (older, newer) = (Joined("A1", on: "2024-01-01"), Joined("A1", on: "2024-02-01", revision: 2));

        Assert.Equal([older], Book(newer).With(older).All);
        Assert.Equal(2, Book(newer).With(Joined("A2")).All.Count);
    }

    [Fact]
    public void Policy_events_and_premium_count_for_the_agent_who_sold_the_policy()
    {
        var book = Book(Policy("P1", "A1"), Joined("A1"));

        Assert.Equal(Id("A1"), book.AgentOf(Premium("P1", 100m)));
        Assert.Equal(Id("A1"), book.AgentOf(Event("P1", PolicyEventKind.Lapsed, "2026-08-01")));
        Assert.Null(book.AgentOf(Premium("P2", 100m)));
    }

    [Fact]
    public void Every_other_fact_counts_for_whoever_it_names()
    {
        var book = Book();

        Assert.Equal(Id("A1"), book.AgentOf(Did("A1", "call")));
        Assert.Equal(Id("A1"), book.AgentOf(Trained("A1", 1m, "2026-07-01")));
        Assert.Equal(Id("A1"), book.AgentOf(Policy("P1", "A1")));
        Assert.Equal(Id("A1"), book.AgentOf(Joined("A1")));
        Assert.Equal(Id("A1"), book.AgentOf(Assigned("A1", "T1")));
        Assert.Equal(Id("A2"), book.AgentOf(Customer("C1", owner: "A2")));
        Assert.Null(book.AgentOf(Customer("C1")));
        Assert.Null(book.AgentOf(new MarketFact { Origin = new("crm", "m"), Date = Day("2026-07-31"), Market = "GZ", Indicator = "premium", Value = 1m }));
    }

    [Fact]
    public void Premiums_and_events_are_found_by_their_policy_in_order_of_date()
    {
        var book = Book(
            Premium("P1", 2m, "2026-08-01"), Premium("P1", 1m, "2026-07-01"), Premium("P2", 3m),
            Event("P1", PolicyEventKind.Reinstated, "2026-09-02"), Event("P1", PolicyEventKind.Lapsed, "2026-09-01"));

        Assert.Equal([1m, 2m], book.PremiumsOf(new("P1")).Select(p => p.Amount.Amount));
        Assert.Equal([PolicyEventKind.Lapsed, PolicyEventKind.Reinstated], book.EventsOf(new("P1")).Select(e => e.Event));
    }
}

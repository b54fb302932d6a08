using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.OrganisationFacts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationReviewTests
{
    private static readonly Fact[] WithLeader = [Joined("L"), Assigned("L", "T1", rank: "R2", leads: true), Joined("A"), Assigned("A", "T1", rank: "R1")];

    [Fact]
    public void Nothing_is_found_where_nothing_clashes() =>
        Assert.Empty(OrganisationReview.Review(Book([.. WithLeader, Placed("T1", "P"), Placed("P", null), Recruited("A", "L")]), new("R1", "R2")));

    [Fact]
    public void A_cycle_is_found_on_the_days_on_which_it_exists_and_told_once()
    {
        var book = Book(Placed("T1", "T2", "2026-01-01", "2026-06-30"), Placed("T2", "T3", "2026-02-01"), Placed("T3", "T1", "2026-03-01", "2026-05-31"));

        var found = OrganisationReview.Review(book).Where(f => f.Reason.Code == "organisation.team-cycle");

        Assert.Equal([("T1", "T1 → T2 → T3 → T1", "2026-03-01/2026-05-31")], found.Select(f => (f.Reason["team"].Text, f.Reason["path"].Text, f.Reason["days"].Text)));
    }

    [Fact]
    public void A_cycle_of_a_lineage_without_an_end_is_found_from_its_first_day()
    {
        var book = Book(Joined("A"), Joined("B"), Recruited("A", "B", "2026-01-01"), Recruited("B", "A", "2026-03-01"), Bred("A", "B", "2026-01-01"));

        var found = Assert.Single(OrganisationReview.Review(book), f => f.Reason.Code == "organisation.upline-cycle");

        Assert.Equal((Severity.Block, "A → B → A", "2026-03-01/..", "lineage.Recruited"), (found.Severity, found.Reason["path"].Text, found.Reason["days"].Text, found.Reason["relation"].Text));
    }

    public static TheoryData<string, string, string, Fact[]> Clashes() => new()
    {
        { "organisation.contracts-overlap", "2026-03-01/2026-05-31", "Block", [Joined("X", "2026-01-01", "2026-05-31"), Joined("X", "2026-03-01") with { Origin = new("crm", "again") }, Assigned("X", "T1", "2026-01-01")] },
        { "organisation.assignments-overlap", "2026-03-01/..", "Block", [Joined("X"), Assigned("X", "T1"), Assigned("X", "T1", "2026-03-01")] },
        { "organisation.places-overlap", "2026-03-31/2026-03-31", "Block", [Placed("T1", null, until: "2026-03-31"), Placed("T1", "P", "2026-03-31"), Placed("P", null)] },
        { "organisation.uplines-overlap", "2026-03-01/2026-03-31", "Block", [Recruited("A", "L", until: "2026-03-31"), Recruited("A", "X", "2026-03-01"), Joined("X"), Assigned("X", "T1")] },
        { "organisation.leaves-overlap", "2026-07-02/2026-07-03", "Block", [OnLeave("A", "sick", Day("2026-07-01"), Day("2026-07-03")), OnLeave("A", "annual", Day("2026-07-02"), null)] },
        { "organisation.team-cycle", "2026-01-01/..", "Block", [Placed("T1", "T1", "2026-01-01")] },
        { "organisation.upline-cycle", "2026-01-01/..", "Block", [Bred("A", "A", "2026-01-01")] },
        { "organisation.two-leaders", "2026-03-01/2026-04-30", "Block", [Joined("X"), Assigned("X", "T1", until: "2026-02-28"), Assigned("X", "T1", "2026-03-01", "2026-04-30", leads: true), Assigned("X", "T1", "2026-05-01")] },
        { "organisation.probation-outside", "2026-01-01/2026-02-28", "Block", [Joined("X", "2026-01-01", "2026-02-28"), Assigned("X", "T1", "2026-01-01", "2026-02-28") with { ProbationUntil = Day("2026-03-01") }] },
        { "organisation.no-team", "2026-03-01/2026-03-31", "Warn", [Joined("X"), Assigned("X", "T1", until: "2026-02-28"), Assigned("X", "T1", "2026-04-01")] },
        { "organisation.no-contract", "2026-03-01/..", "Warn", [Joined("X", left: "2026-02-28"), Assigned("X", "T1")] },
        { "organisation.no-leader", "2026-03-01/..", "Warn", [Joined("X", "2026-03-01"), Assigned("X", "T9", "2026-03-01")] },
        { "organisation.leader-below-member", "2026-03-01/..", "Warn", [Joined("X"), Assigned("X", "T1", until: "2026-02-28"), Assigned("X", "T1", "2026-03-01", rank: "R3")] },
        { "organisation.parent-unknown", "2026-01-01/..", "Warn", [Placed("T1", "nowhere", "2026-01-01")] },
        { "organisation.parent-unknown", "2026-04-01/..", "Warn", [Placed("T1", "P", "2026-01-01"), Placed("P", null, until: "2026-03-31")] },
        { "organisation.upline-unknown", "2026-01-01/2026-01-31", "Warn", [Recruited("A", "nobody", "2026-01-01", "2026-01-31")] },
    };

    [Theory]
    [MemberData(nameof(Clashes))]
    public void A_clash_is_found_alone_with_its_days_and_its_weight(string code, string days, string severity, Fact[] facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        var found = Assert.Single(OrganisationReview.Review(Book([.. WithLeader, .. facts]), new("R1", "R2", "R3")));

        Assert.Equal((code, days, severity), (found.Reason.Code, found.Reason["days"].Text, found.Severity.ToString()));
    }

    [Fact]
    public void A_span_that_ends_before_it_begins_is_found()
    {
        var found = Assert.Single(OrganisationReview.Review(Book([.. WithLeader, Recruited("A", "L", "2026-03-01", "2026-02-27")])));

        Assert.Equal(("organisation.ends-before-it-begins", "2026-03-01", "2026-02-27"), (found.Reason.Code, found.Reason["first"].Text, found.Reason["last"].Text));
    }

    [Fact]
    public void Members_without_a_leader_are_found_until_one_comes()
    {
        var book = Book(Joined("A"), Assigned("A", "T1", "2026-01-01"), Joined("L"), Assigned("L", "T1", "2026-02-01", "2026-03-31", leads: true), Assigned("L", "T1", "2026-04-01"));

        var found = OrganisationReview.Review(book).Where(f => f.Reason.Code == "organisation.no-leader");

        Assert.Equal(["2026-01-01/2026-01-31", "2026-04-01/.."], found.Select(f => f.Reason["days"].Text));
    }

    [Fact]
    public void Gaps_and_cycles_are_those_of_a_walk_over_the_days() =>
        AnyOrganisation.Sample(
            facts =>
            {
                var naive = new NaiveOrganisation(facts);
                var found = OrganisationReview.Review(FactBook.Of(facts));
                for (var day = NewYear; day < NewYear.PlusDays(100); day = day.PlusDays(1))
                {
                    var agents = SomeAgents.Select(Id).ToArray();
                    Assert.Equal(agents.Where(a => naive.Contract(a, day) is not null && naive.Assignment(a, day) is null).Select(a => a.Value), On(found, "organisation.no-team", "agent", day));
                    Assert.Equal(agents.Where(a => naive.Contract(a, day) is null && naive.Assignment(a, day) is not null).Select(a => a.Value), On(found, "organisation.no-contract", "agent", day));
                    Assert.Equal(
                        SomeTeams.Where(t => naive.Leader(new(t), day) is null && naive.Agents.Any(a => naive.IsActive(a, day) && naive.Assignment(a, day)!.Team.Value == t)),
                        On(found, "organisation.no-leader", "team", day));
                    Assert.Equal(
                        SomeTeams.Where(t => IsOnACycle(t, x => naive.Parent(new(x), day)?.Value)).Order(StringComparer.Ordinal),
                        On(found, "organisation.team-cycle", "path", day).SelectMany(p => p.Split(" → ").Skip(1)).Order(StringComparer.Ordinal));
                    Assert.Equal(
                        SomeAgents.Where(a => IsOnACycle(a, x => naive.Upline(new(x), LineageRelation.Recruited, day)?.Value)).Order(StringComparer.Ordinal),
                        On([.. found.Where(f => f.Reason.Code != "organisation.upline-cycle" || f.Reason["relation"].Text == "lineage.Recruited")], "organisation.upline-cycle", "path", day)
                            .SelectMany(p => p.Split(" → ").Skip(1)).Order(StringComparer.Ordinal));
                }
            },
            iter: 25);

    private static bool IsOnACycle(string start, Func<string, string?> up)
    {
        var next = up(start);
        for (var steps = 0; steps < 10 && next is not null; steps++, next = up(next))
        {
            if (next == start)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> On(IReadOnlyList<Finding> found, string code, string value, LocalDate day) => found
        .Where(f => f.Reason.Code == code && f.Reason["days"].Text.Split('/') is [var from, var until] && Day(from) <= day && (until == ".." || day <= Day(until)))
        .Select(f => f.Reason[value].Text)
        .Order(StringComparer.Ordinal);
}

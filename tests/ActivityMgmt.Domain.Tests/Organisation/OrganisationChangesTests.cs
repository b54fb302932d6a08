using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.OrganisationFacts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationChangesTests
{
    private static readonly RankOrder Ranks = new("R1", "R2", "R3");

    [Fact]
    public void Opening_plus_those_who_come_minus_those_who_go_is_closing_for_everybody_and_every_team() =>
        Gen.Select(AnyOrganisation, Gen.Int[0, 60], Gen.Int[0, 40], Gen.OneOfConst<string?>([null, .. SomeTeams])).Sample(
            (facts, day, length, team) =>
            {
                var period = new DateInterval(NewYear.PlusDays(day), NewYear.PlusDays(day + length));
                var naive = new NaiveOrganisation(facts);

                var walk = FactBook.Of(facts).Organisation.HeadcountWalkOf(period, team is null ? null : new TeamId(team));

                Assert.Equal(walk.Closing.Count, walk.Opening.Count + walk.Joined.Count + walk.Returned.Count - walk.Left.Count + walk.MovedIn.Count - walk.MovedOut.Count);
                Assert.Equal(DayByDay(naive, period, team), (walk.Opening.Count, walk.Joined.Count, walk.Returned.Count, walk.Left.Count, walk.MovedIn.Count, walk.MovedOut.Count, walk.Closing.Count));
                Assert.Equal(Within(naive, period.End, team), walk.Closing);
            },
            iter: 400);

    [Fact]
    public void Changes_are_the_differences_between_one_day_and_the_next() =>
        AnyOrganisation.Sample(
            facts =>
            {
                var period = new DateInterval(NewYear, NewYear.PlusDays(99));
                var naive = new NaiveOrganisation(facts);

                var changes = FactBook.Of(facts).Organisation.ChangesIn(period, Ranks);

                Assert.Equal(naive.Agents.SelectMany(a => period.SelectMany(d => DayByDay(naive, a, d))).OrderBy(c => c.Item1).ThenBy(c => c.Item2, StringComparer.Ordinal).ThenBy(c => c.Item3, StringComparer.Ordinal),
                    changes.Select(c => (c.Date, c.Agent.Value, c.GetType().Name)).OrderBy(c => c.Date).ThenBy(c => c.Value, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal));
            },
            iter: 400);

    [Fact]
    public void A_quarter_with_everything_in_it_is_told_with_its_days()
    {
        var organisation = Book(
            Joined("A1"), Assigned("A1", "T1", until: "2026-07-31", rank: "R1"), Assigned("A1", "T2", "2026-08-01", rank: "R2", leads: true),
            Joined("A2", left: "2026-08-15"), Assigned("A2", "T1", until: "2026-08-15", rank: "R1"),
            Joined("A2", "2026-09-10") with { Origin = new("crm", "again") }, Assigned("A2", "T2", "2026-09-10", rank: "R1"),
            Joined("A3", "2026-07-01"), Assigned("A3", "T1", "2026-07-01", rank: "R2")).Organisation;

        OrganisationChange[] expected =
        [
            new OrganisationChange.Joined(Id("A3"), Day("2026-07-01"), new("T1"), "R2"),
            new OrganisationChange.MovedTeam(Id("A1"), Day("2026-08-01"), new("T1"), new("T2")),
            new OrganisationChange.Promoted(Id("A1"), Day("2026-08-01"), "R1", "R2"),
            new OrganisationChange.LeadershipTaken(Id("A1"), Day("2026-08-01"), new("T2")),
            new OrganisationChange.Left(Id("A2"), Day("2026-08-16"), new("T1"), "R1", false),
            new OrganisationChange.Returned(Id("A2"), Day("2026-09-10"), new("T2"), "R1", Day("2026-08-15")),
        ];
        Assert.Equal(expected, organisation.ChangesIn(Q3.Interval, Ranks));
    }

    [Fact]
    public void A_team_that_hangs_elsewhere_takes_its_members_along()
    {
        var organisation = Book(
            Placed("T1", "P"), Placed("T2", "P", until: "2026-08-31"), Placed("T2", "T1", "2026-09-01"),
            Joined("A1"), Assigned("A1", "T1"), Joined("A2"), Assigned("A2", "T2")).Organisation;

        var walk = organisation.HeadcountWalkOf(Q3.Interval, new("T1"));

        Assert.Equal([Id("A1")], walk.Opening);
        Assert.Equal([Id("A2")], walk.MovedIn);
        Assert.Equal([Id("A1"), Id("A2")], walk.Closing);
        Assert.Equal(Quantity.Count(1.5m), walk.Average);
        Assert.Empty(organisation.HeadcountWalkOf(Q3.Interval, new("P")).MovedIn);
    }

    [Theory]
    [InlineData("2026-06-29", 0)]
    [InlineData("2026-06-30", 1)] // the last day before the period: gone on its first day
    [InlineData("2026-09-29", 1)]
    [InlineData("2026-09-30", 0)] // the last day of the period: still there at closing
    public void A_leaver_leaves_in_the_period_that_holds_the_first_day_without_them(string lastDay, int left) =>
        Assert.Equal(left, Book(Joined("A1", left: lastDay), Assigned("A1", "T1")).Organisation.HeadcountWalkOf(Q3.Interval).Left.Count);

    [Theory]
    [InlineData("R1", "R3", -1)]
    [InlineData("R3", "R3", 0)]
    [InlineData("R3", "R2", 1)]
    [InlineData("R3", "X", null)]
    [InlineData("X", "X", 0)]
    [InlineData(null, "R1", null)]
    public void Ranks_are_compared_by_their_order(string? left, string? right, int? expected) => Assert.Equal(expected, Ranks.Compare(left, right));

    [Fact]
    public void Orders_of_ranks_are_equal_when_they_list_the_same_and_refuse_a_rank_listed_twice()
    {
        Assert.Equal(new RankOrder("R1", "R2", "R3"), Ranks);
        Assert.Equal(new RankOrder("R1", "R2", "R3").GetHashCode(), Ranks.GetHashCode());
        Assert.NotEqual(new RankOrder("R1", "R3", "R2"), Ranks);
        Assert.Throws<ArgumentException>(() => new RankOrder("R1", "R1"));
    }

    private static IReadOnlyList<AgentId> Within(NaiveOrganisation naive, LocalDate day, string? team) =>
        team is null ? [.. naive.Agents.Where(a => naive.IsActive(a, day))] : naive.MembersWithin(new(team), day);

    private static (int, int, int, int, int, int, int) DayByDay(NaiveOrganisation naive, DateInterval period, string? team)
    {
        var (joined, returned, left, movedIn, movedOut) = (0, 0, 0, 0, 0);
        foreach (var day in period)
        {
            var (before, now) = (Within(naive, day.PlusDays(-1), team), Within(naive, day, team));
            foreach (var agent in now.Except(before))
            {
                _ = naive.IsActive(agent, day.PlusDays(-1)) ? movedIn++ : WasEverActive(naive, agent, day) ? returned++ : joined++;
            }

            foreach (var agent in before.Except(now))
            {
                _ = naive.IsActive(agent, day) ? movedOut++ : left++;
            }
        }

        return (Within(naive, period.Start.PlusDays(-1), team).Count, joined, returned, left, movedIn, movedOut, Within(naive, period.End, team).Count);
    }

    private static IEnumerable<(LocalDate, string, string)> DayByDay(NaiveOrganisation naive, AgentId agent, LocalDate day)
    {
        var yesterday = day.PlusDays(-1);
        var before = naive.IsActive(agent, yesterday) ? naive.Assignment(agent, yesterday) : null;
        var now = naive.IsActive(agent, day) ? naive.Assignment(agent, day) : null;
        var what = new List<string>();
        if (before is null && now is not null)
        {
            what.Add(WasEverActive(naive, agent, day) ? "Returned" : "Joined");
        }
        else if (before is not null && now is null)
        {
            what.Add("Left");
        }
        else if (before is not null && now is not null)
        {
            what.AddRange(before.Team == now.Team ? [] : ["MovedTeam"]);
            what.AddRange(string.CompareOrdinal(before.Rank, now.Rank) switch { 0 => [], < 0 => ["Promoted"], > 0 => (string[])["Demoted"] });
        }

        var (led, leads) = (before is { IsLeader: true } ? before.Team : (TeamId?)null, now is { IsLeader: true } ? now.Team : (TeamId?)null);
        what.AddRange(led is not null && led != leads ? ["LeadershipLost"] : []);
        what.AddRange(leads is not null && led != leads ? ["LeadershipTaken"] : []);
        return what.Select(w => (day, agent.Value, w));
    }

    private static bool WasEverActive(NaiveOrganisation naive, AgentId agent, LocalDate before)
    {
        for (var day = NewYear; day < before; day = day.PlusDays(1))
        {
            if (naive.IsActive(agent, day))
            {
                return true;
            }
        }

        return false;
    }
}

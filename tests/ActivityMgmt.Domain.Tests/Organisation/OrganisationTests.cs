using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    private static readonly Gen<List<Fact>> AnyOrganisation = Gen.Select(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 60], Gen.Int[0, 90], (agent, from, days) => (Fact)(Joined($"A{agent}") with
        {
            Date = NewYear.PlusDays(from),
            LeftOn = days > 70 ? null : NewYear.PlusDays(from + days),
        })).List[0, 5],
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3], Gen.Int[0, 80], Gen.Int[0, 60], Gen.Int[0, 999], (agent, team, from, days, id) => (Fact)(Assigned($"A{agent}", $"T{team}", id: $"{id}") with
        {
            Date = NewYear.PlusDays(from),
            Until = days > 50 ? null : NewYear.PlusDays(from + days),
            IsLeader = id % 4 == 0,
        })).List[0, 8],
        (agents, assignments) => agents.Concat(assignments).ToList());

    [Fact]
    public void Every_question_about_a_day_is_answered_as_a_naive_replay_answers_it() =>
        Gen.Select(AnyOrganisation, Gen.Int[0, 100]).Sample(
            (facts, day) =>
            {
                var date = NewYear.PlusDays(day);
                var organisation = FactBook.Of(facts).Organisation;
                var naive = new NaiveReplay(FactBook.Of(facts));
                foreach (var agent in new[] { "A0", "A1", "A2", "A3", "A9" }.Select(Id))
                {
                    Assert.Equal(naive.TeamOf(agent, date), organisation.TeamOf(agent, date));
                    Assert.Equal(naive.IsActive(agent, date), organisation.IsActive(agent, date));
                }

                Assert.Equal(naive.Agents.Where(a => naive.IsActive(a, date)), organisation.ActiveOn(date));
                foreach (var team in organisation.Teams)
                {
                    var members = naive.Agents.Where(a => naive.IsActive(a, date) && naive.TeamOf(a, date) == team).ToArray();
                    Assert.Equal(members, organisation.MembersOf(team, date));
                    Assert.Equal(members.Where(m => naive.Leads(m, date)).Select(m => (AgentId?)m).FirstOrDefault(), organisation.LeaderOf(team, date));
                }
            },
            iter: 300);

    [Fact]
    public void Active_in_a_period_is_active_on_one_of_its_days() =>
        Gen.Select(AnyOrganisation, Gen.Int[0, 100], Gen.Int[0, 30]).Sample(
            (facts, day, length) =>
            {
                var period = new DateInterval(NewYear.PlusDays(day), NewYear.PlusDays(day + length));
                var naive = new NaiveReplay(FactBook.Of(facts));

                Assert.Equal(naive.Agents.Where(a => period.Any(d => naive.IsActive(a, d))), FactBook.Of(facts).Organisation.ActiveIn(period));
            },
            iter: 300);

    [Theory]
    [InlineData("2026-07-01", null, true)] // joins on the first day
    [InlineData("2026-09-30", null, true)] // joins on the last day
    [InlineData("2026-10-01", null, false)]
    [InlineData("2024-01-01", "2026-07-01", true)] // leaves on the first day
    [InlineData("2024-01-01", "2026-06-30", false)]
    public void Joiners_and_leavers_are_active_in_a_quarter_that_holds_one_of_their_days(string joined, string? left, bool expected)
    {
        var organisation = Book(Joined("A1", joined, left), Assigned("A1", "T1", joined)).Organisation;

        Assert.Equal(expected, organisation.ActiveIn(Q3.Interval).Contains(Id("A1")));
    }

    [Fact]
    public void Of_two_overlapping_assignments_the_one_that_began_later_counts()
    {
        var organisation = Book(Joined("A1"), Assigned("A1", "T1", "2026-01-01"), Assigned("A1", "T2", "2026-07-10", "2026-07-20")).Organisation;

        Assert.Equal(new TeamId("T1"), organisation.TeamOf(Id("A1"), Day("2026-07-09")));
        Assert.Equal(new TeamId("T2"), organisation.TeamOf(Id("A1"), Day("2026-07-10")));
        Assert.Equal(new TeamId("T2"), organisation.TeamOf(Id("A1"), Day("2026-07-20")));
        Assert.Equal(new TeamId("T1"), organisation.TeamOf(Id("A1"), Day("2026-07-21")));
    }

    [Theory]
    [InlineData("2026-01-14", null)]
    [InlineData("2026-01-15", 0)]
    [InlineData("2026-02-14", 0)]
    [InlineData("2026-02-15", 1)]
    [InlineData("2027-01-15", 12)]
    [InlineData("2028-01-14", 23)]
    public void Tenure_counts_whole_months_since_joining(string date, int? months) =>
        Assert.Equal(months, Book(Joined("A1", "2026-01-15")).Organisation.TenureInMonths(Id("A1"), Day(date)));

    [Theory]
    [InlineData("2026-12-31", 11)]
    [InlineData("2027-01-01", 11)] // the contract that follows on goes on counting
    [InlineData("2027-01-15", 12)]
    [InlineData("2028-04-01", 26)] // left on 31 March; a contract that begins later changes nothing
    [InlineData("2028-07-31", 30)]
    [InlineData("2028-08-01", 0)] // came back after a break
    public void A_contract_that_follows_on_goes_on_counting(string date, int months)
    {
        var organisation = Book(
            Joined("A1", "2026-01-15", "2026-12-31"),
            Joined("A1", "2027-01-01", "2028-03-31") with { Origin = new("crm", "A1-2") },
            Joined("A1", "2028-08-01") with { Origin = new("crm", "A1-3") }).Organisation;

        Assert.Equal(months, organisation.TenureInMonths(Id("A1"), Day(date)));
    }

    [Fact]
    public void The_latest_contract_is_the_one_in_force_or_the_last_one_before()
    {
        var organisation = Book(Joined("A1", "2026-01-15", "2026-06-30"), Joined("A1", "2026-09-01") with { Origin = new("crm", "A1-2") }).Organisation;

        Assert.Equal(
            [null, Day("2026-01-15"), Day("2026-01-15"), Day("2026-09-01")],
            new[] { "2026-01-14", "2026-06-30", "2026-08-31", "2026-09-01" }.Select(d => organisation.LatestContractOf(Id("A1"), Day(d))?.Date));
        Assert.Equal((null, Day("2026-01-15"), Day("2026-09-01")), (organisation.JoinedOn(Id("A1"), Day("2026-01-14")), organisation.JoinedOn(Id("A1"), Day("2026-08-31")), organisation.JoinedOn(Id("A1"), Day("2026-09-01"))));
    }

    [Fact]
    public void Nobody_knows_the_tenure_of_a_stranger() =>
        Assert.Null(Book().Organisation.TenureInMonths(Id("A1"), Day("2026-07-01")));

    [Fact]
    public void A_contract_without_assignment_and_an_assignment_without_contract_are_not_active()
    {
        var organisation = Book(Joined("A1"), Assigned("A2", "T1")).Organisation;

        Assert.Empty(organisation.ActiveOn(Day("2026-07-01")));
        Assert.Equal([Id("A1")], organisation.Agents);
        Assert.Equal([new TeamId("T1")], organisation.Teams);
    }

    // Walks over all assignments of an agent and keeps the last one that began.
    private sealed class NaiveReplay(FactBook book)
    {
        public IEnumerable<AgentId> Agents => book.All.OfType<AgentFact>().Select(a => a.Agent).Distinct().OrderBy(a => a.Value, StringComparer.Ordinal);

        public TeamId? TeamOf(AgentId agent, LocalDate date) => InForce(agent, date)?.Team;

        public bool Leads(AgentId agent, LocalDate date) => InForce(agent, date)!.IsLeader;

        public bool IsActive(AgentId agent, LocalDate date)
        {
            var contract = book.All.OfType<AgentFact>().SingleOrDefault(a => a.Agent == agent);
            return contract is not null && date >= contract.Date && (contract.LeftOn is null || date <= contract.LeftOn) && InForce(agent, date) is not null;
        }

        private AssignmentFact? InForce(AgentId agent, LocalDate date)
        {
            AssignmentFact? found = null;
            foreach (var assignment in book.All.OfType<AssignmentFact>().Where(a => a.Agent == agent && a.Date <= date && (a.Until is null || a.Until >= date)))
            {
                if (found is null || assignment.Date > found.Date || (assignment.Date == found.Date && assignment.Key > found.Key))
                {
                    found = assignment;
                }
            }

            return found;
        }
    }
}

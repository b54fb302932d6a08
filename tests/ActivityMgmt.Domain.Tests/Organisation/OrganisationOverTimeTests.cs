using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.OrganisationFacts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationOverTimeTests
{
    [Fact]
    public void Trees_lineages_and_ranks_of_any_day_are_those_of_a_naive_replay() =>
        Gen.Select(AnyOrganisation, Gen.Int[0, 70]).Sample(
            (facts, day) => AgreeOn(NewYear.PlusDays(day), FactBook.Of(facts).Organisation, new NaiveOrganisation(facts)),
            iter: 400);

    [Fact]
    public void As_known_at_a_commit_is_the_organisation_of_what_was_recorded_until_then() =>
        Gen.Select(AnyOrganisation, Gen.Int[0, 30], Gen.Int[0, 70]).Sample(
            (facts, commits, day) =>
            {
                var prefix = facts.Take(commits).ToList();
                AgreeOn(NewYear.PlusDays(day), FactBook.Of(prefix).Organisation, new NaiveOrganisation(prefix));
            },
            iter: 200);

    [Fact]
    public void The_order_of_arrival_never_matters() =>
        Gen.Select(AnyOrganisation, Gen.Int[0, 1000]).Sample(
            (facts, seed) =>
            {
                var shuffled = facts.OrderBy(f => HashCode.Combine(f.Key, seed)).Concat(facts).ToList();
                var (one, other) = (FactBook.Of(facts), FactBook.Of(shuffled));
                var period = new DateInterval(NewYear, NewYear.PlusDays(90));

                Assert.Equal(one.All, other.All);
                Assert.Equal(one.Organisation.ChangesIn(period), other.Organisation.ChangesIn(period));
                Assert.Equal(OrganisationReview.Review(one), OrganisationReview.Review(other));
            },
            iter: 200);

    [Theory]
    [InlineData("2026-03-31", "2025-04-01")] // two assignments of one rank without a break
    [InlineData("2026-04-01", "2026-04-01")] // another rank
    [InlineData("2026-06-30", "2026-04-01")]
    [InlineData("2026-07-01", null)] // a day without assignment
    [InlineData("2026-07-02", "2026-07-02")] // a gap of one day ends it
    [InlineData("2025-03-31", null)]
    public void A_rank_is_held_since_the_first_day_without_a_break(string date, string? since)
    {
        var organisation = Book(
            Joined("A1", "2025-04-01"),
            Assigned("A1", "T1", "2025-04-01", "2025-12-31", "R2"),
            Assigned("A1", "T2", "2026-01-01", "2026-03-31", "R2"),
            Assigned("A1", "T2", "2026-04-01", "2026-06-30", "R3"),
            Assigned("A1", "T2", "2026-07-02", rank: "R3")).Organisation;

        Assert.Equal(MaybeDay(since), organisation.RankSince(Id("A1"), Day(date)));
    }

    [Theory]
    [InlineData("2026-04-09", "2026-04-01")] // inside the acting rank
    [InlineData("2026-05-10", "2026-05-01")] // back in the rank of old: it begins anew
    public void An_acting_rank_interrupts_the_rank_it_covers(string date, string since)
    {
        var organisation = Book(Joined("A1"), Assigned("A1", "T1", "2026-01-01", rank: "R2"), Assigned("A1", "T1", "2026-04-01", "2026-04-30", "R3")).Organisation;

        Assert.Equal(Day(since), organisation.RankSince(Id("A1"), Day(date)));
    }

    [Fact]
    public void A_returner_holds_the_rank_since_the_return()
    {
        var organisation = Book(Joined("A1", "2024-01-01", "2025-12-31"), Joined("A1", "2026-03-01") with { Origin = new("crm", "again") }, Assigned("A1", "T1", rank: "R2")).Organisation;

        Assert.Equal(Day("2026-03-01"), organisation.RankSince(Id("A1"), Day("2026-08-31")));
        Assert.Equal(6, organisation.MonthsInRank(Id("A1"), Day("2026-08-31")));
        Assert.Equal(5, organisation.MonthsInRank(Id("A1"), Day("2026-08-30")));
    }

    [Theory]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    [InlineData("2025-12-31", null)]
    public void Probation_of_a_rank_lasts_up_to_its_last_day(string date, bool? expected)
    {
        var organisation = Book(Joined("A1"), Assigned("A1", "T1", "2026-01-01") with { ProbationUntil = Day("2026-03-31") }).Organisation;

        Assert.Equal(expected, organisation.IsOnProbation(Id("A1"), Day(date)));
    }

    [Theory]
    [InlineData("annuity", "CN-SH", true)]
    [InlineData("annuity", "CN", false)] // a place's certificate is not the country's
    [InlineData("life", "CN-BJ", true)] // the country's is every place's
    [InlineData("life", "CNX", false)]
    [InlineData("annuity", null, true)]
    [InlineData(null, "CN-BJ", true)]
    public void A_certificate_permits_its_scope_where_it_is_valid(string? scope, string? place, bool expected)
    {
        var organisation = Book(
            Joined("A1"),
            Licensed("A1", "2026-01-01", "2026-12-31") with { Scope = "annuity", Jurisdiction = "CN-SH" },
            Licensed("A1", "2026-01-02", "2026-12-31") with { Scope = "life", Jurisdiction = "CN" }).Organisation;

        Assert.Equal(expected, organisation.IsLicensedOn(Id("A1"), Day("2026-07-01"), scope, place));
        Assert.False(organisation.IsLicensedOn(Id("A1"), Day("2027-01-01"), scope, place));
        Assert.Null(organisation.IsLicensedOn(Id("A2"), Day("2026-07-01"), scope, place));
    }

    [Fact]
    public void A_certificate_that_is_renewed_on_the_next_day_doesn_t_run_out()
    {
        var organisation = Book(
            Joined("A1"), Licensed("A1", "2025-01-01", "2026-07-31"), Licensed("A1", "2026-08-01", "2026-09-30"), Licensed("A2", "2025-01-01", "2026-07-31"),
            Licensed("A2", "2026-08-02")).Organisation;

        Assert.Equal([("A2", Day("2026-07-31")), ("A1", Day("2026-09-30"))], organisation.LicencesRunningOut(Q3.Interval).Select(l => (l.Agent.Value, l.Until!.Value)));
    }

    [Theory]
    [InlineData(null, null, false)] // permits everything everywhere
    [InlineData("life", "CN", false)] // one of CN is valid in CN-SH
    [InlineData("annuity", null, true)]
    [InlineData(null, "CN-BJ", true)]
    public void A_wider_certificate_renews_a_narrower_one(string? scope, string? place, bool runsOut)
    {
        var old = Licensed("A1", until: "2026-07-31") with { Scope = "life", Jurisdiction = "CN-SH" };
        var renewal = Licensed("A1", "2026-08-01") with { Scope = scope, Jurisdiction = place };

        Assert.Equal(runsOut ? [old] : [], Book(Joined("A1"), old, renewal).Organisation.LicencesRunningOut(Q3.Interval));
    }

    [Theory]
    [InlineData("2026-07-31", false)] // leaves with it
    [InlineData("2026-08-01", true)]
    public void Nobody_renews_for_a_leaver(string left, bool runsOut) =>
        Assert.Equal(runsOut ? 1 : 0, Book(Joined("A1", left: left), Licensed("A1", until: "2026-07-31")).Organisation.LicencesRunningOut(Q3.Interval).Count);

    [Fact]
    public void Status_and_grade_are_those_of_the_contract_in_force()
    {
        var organisation = Book(
            Joined("A1", "2024-01-01", "2025-12-31") with { Status = "regular", Grade = "B" },
            Joined("A1", "2026-03-01") with { Origin = new("crm", "again"), Status = "probation", Grade = "A" }).Organisation;

        Assert.Equal(("regular", "B"), (organisation.StatusOf(Id("A1"), Day("2025-12-31")), organisation.GradeOf(Id("A1"), Day("2025-12-31"))));
        Assert.Equal((null, null), (organisation.StatusOf(Id("A1"), Day("2026-01-01")), organisation.GradeOf(Id("A1"), Day("2026-01-01"))));
        Assert.Equal(("probation", "A"), (organisation.StatusOf(Id("A1"), Day("2026-03-01")), organisation.GradeOf(Id("A1"), Day("2026-03-01"))));
    }

    [Theory]
    [InlineData("2025-01-14", null)]
    [InlineData("2025-01-15", true)]
    [InlineData("2026-01-14", true)] // the last day of the first twelve months
    [InlineData("2026-01-15", false)]
    public void Somebody_is_new_for_the_first_months(string date, bool? expected) =>
        Assert.Equal(expected, Book(Joined("A1", "2025-01-15")).Organisation.IsNewcomer(Id("A1"), Day(date), RehirePolicy.Default));

    [Theory]
    [InlineData("2026-06-30", 6, true)] // six months after 31 December, to the day
    [InlineData("2026-07-01", 6, false)]
    [InlineData("2026-01-02", 0, false)] // zero months: everybody is new
    public void A_returner_is_new_again_when_too_many_months_have_passed(string returned, int months, bool isSame)
    {
        var organisation = Book(
            Joined("A1", "2024-01-01", "2025-12-31"), Joined("A1", returned) with { Origin = new("crm", "again") }, Recruited("A1", "R", until: "2025-12-31")).Organisation;
        var policy = new RehirePolicy { SameAgentWithinMonths = months };

        var reentry = organisation.ReentryOf(Id("A1"), Day("2026-08-01"), policy)!;

        Assert.Equal((Day("2025-12-31"), Day(returned), Id("R"), isSame), (reentry.LeftOn, reentry.ReturnedOn, reentry.OldRecruiter!.Value, reentry.IsWithinLimit));
        Assert.Equal(!isSame, organisation.IsNewcomer(Id("A1"), Day("2026-08-01"), policy));
    }

    [Fact]
    public void A_contract_that_follows_on_the_next_day_is_no_reentry()
    {
        var organisation = Book(Joined("A1", "2024-01-01", "2025-12-31"), Joined("A1", "2026-01-01") with { Origin = new("crm", "next") }).Organisation;

        Assert.Null(organisation.ReentryOf(Id("A1"), Day("2026-08-01"), RehirePolicy.Default));
        Assert.Equal(false, organisation.IsNewcomer(Id("A1"), Day("2026-08-01"), RehirePolicy.Default));
    }

    [Theory]
    [InlineData("maternity", "2026-07-01", "2026-07-30", true)] // thirty days
    [InlineData("maternity", "2026-07-01", "2026-07-29", false)]
    [InlineData("annual", "2026-07-01", "2026-08-30", false)]
    [InlineData("sick", "2026-05-01", "2026-07-29", false)] // only days in the period count
    [InlineData("sick", "2026-09-01", null, true)] // and an open end lasts to its end
    public void Leave_of_the_right_kind_and_length_spares_an_assessment(string kind, string from, string? until, bool expected)
    {
        var organisation = Book(Joined("A1"), OnLeave("A1", kind, Day(from), MaybeDay(until))).Organisation;

        Assert.Equal(expected, LeavePolicy.Default.Exempting(organisation, Id("A1"), Q3.Interval) is not null);
    }

    private static void AgreeOn(LocalDate date, Organisation organisation, NaiveOrganisation naive)
    {
        foreach (var team in SomeTeams.Select(t => new TeamId(t)))
        {
            Assert.Equal(naive.Parent(team, date), organisation.ParentOf(team, date));
            Assert.Equal(SomeTeams.Where(t => naive.IsBelow(new(t), team, date)), organisation.TeamsBelow(team, date).Select(t => t.Value));
            Assert.Equal(naive.MembersWithin(team, date), organisation.MembersWithin(team, date));
        }

        foreach (var agent in SomeAgents.Select(Id))
        {
            Assert.Equal(naive.Assignment(agent, date)?.Rank, organisation.RankOf(agent, date));
            Assert.Equal(naive.RankSince(agent, date), organisation.RankSince(agent, date));
            Assert.Equal(naive.Supervisor(agent, date), organisation.SupervisorOf(agent, date));
            foreach (var relation in Enum.GetValues<LineageRelation>())
            {
                Assert.Equal(naive.Upline(agent, relation, date), organisation.UplineOf(agent, relation, date));
                var generations = organisation.GenerationsBelow(agent, relation, date);
                foreach (var other in SomeAgents.Select(Id))
                {
                    var found = Enumerable.Range(1, generations.Count).Where(g => generations[g - 1].Contains(other)).Select(g => (int?)g).SingleOrDefault();
                    Assert.Equal(naive.Generation(other, agent, relation, date), found);
                }
            }
        }
    }
}

using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.OrganisationFacts;

namespace ActivityMgmt.Domain.Tests;

public class PersonnelChangeTests
{
    private static readonly FactOrigin Origin = new("hr", "change");

    private static readonly OrganisationPolicies Policies = OrganisationPolicies.Default with { Ranks = new("R1", "S1", "S2", "S3", "S4") };

    // M leads P; below it S leads T1 with member A; below that U leads T2 with member B. R recruited U; U recruited B.
    private static readonly FactBook Branch = Book(
        Placed("P", null), Placed("T1", "P"), Placed("T2", "T1"),
        Joined("M"), Assigned("M", "P", rank: "S4", leads: true),
        Joined("S"), Assigned("S", "T1", rank: "S2", leads: true),
        Joined("U"), Assigned("U", "T2", rank: "S1", leads: true),
        Joined("R"), Assigned("R", "P", rank: "R1"),
        Joined("A"), Assigned("A", "T1", rank: "R1"),
        Joined("B"), Assigned("B", "T2", rank: "R1"),
        Recruited("U", "R"), Recruited("B", "U"), Recruited("R", "M"));

    [Theory]
    [InlineData("2026-06-30", "S", null)]
    [InlineData("2026-07-01", "M", "S")] // the same rank: management ends, breeding begins
    [InlineData("2026-12-31", "M", "S")]
    [InlineData("2027-01-01", "S", null)] // the breeder is promoted: management returns
    public void X4_leading_breeding_and_recruiting_change_independently(string date, string supervisor, string? breeder)
    {
        var after = Apply(Apply(Branch, Promote("U", "S2", "2026-07-01")), Promote("S", "S3", "2027-01-01"), id: "later");

        var organisation = after.Organisation;

        Assert.Equal(Id(supervisor), organisation.SupervisorOf(Id("U"), Day(date)));
        Assert.Equal(breeder is null ? null : Id(breeder), organisation.UplineOf(Id("U"), LineageRelation.Bred, Day(date)));
        Assert.Equal(Id("R"), organisation.UplineOf(Id("U"), LineageRelation.Recruited, Day(date)));
        Assert.Equal(Id("U"), organisation.SupervisorOf(Id("B"), Day(date)));
        Assert.Equal(Id("U"), organisation.UplineOf(Id("B"), LineageRelation.Recruited, Day(date)));
        Assert.Empty(OrganisationReview.Review(after, Policies.Ranks));
    }

    [Fact]
    public void X4_the_facts_end_the_day_before_and_the_reasons_say_why()
    {
        var change = PersonnelChange.Of(Branch, Promote("U", "S2", "2026-07-01"), Policies, Origin);

        Assert.Equal(
            [
                "Assignment:crm/U-2024-01-01@2 2024-01-01/2026-06-30", "Team:crm/T2-2024-01-01@2 2024-01-01/2026-06-30",
                "Assignment:hr/change-1@1 2026-07-01/..", "Team:hr/change-2@1 2026-07-01/..", "Lineage:hr/change-3@1 2026-07-01/..",
            ],
            change.Facts.Select(f => $"{f.Reference} {DaysOf(f)}"));
        Assert.Equal(["personnel.promoted", "personnel.separated", "personnel.breeding-began"], change.Reasons.Select(r => r.Code));
        Assert.Equal(change.Facts, PersonnelChange.Of(Branch, Promote("U", "S2", "2026-07-01"), Policies, Origin).Facts);
    }

    [Theory]
    [InlineData(BreedingAtReturn.Ends, null)]
    [InlineData(BreedingAtReturn.Pauses, null)]
    [InlineData(BreedingAtReturn.GoesOn, "S")]
    public void Breeding_at_the_return_is_a_setting(BreedingAtReturn setting, string? breeder)
    {
        var policies = Policies with { Lineage = new() { BreedingAtReturn = setting } };
        var after = Apply(Apply(Branch, Promote("U", "S2", "2026-07-01"), policies), Promote("S", "S3", "2027-01-01"), policies, "later").Organisation;

        Assert.Equal(Id("S"), after.SupervisorOf(Id("U"), Day("2027-01-01")));
        Assert.Equal(breeder, after.UplineOf(Id("U"), LineageRelation.Bred, Day("2027-01-01"))?.Value);
    }

    [Theory]
    [InlineData(BreedingAtReturn.Ends, "N")] // whoever leads at the next separation
    [InlineData(BreedingAtReturn.Pauses, "S")] // the breeder of before
    public void A_paused_breeding_relation_is_continued_by_the_next_separation(BreedingAtReturn setting, string breeder)
    {
        var policies = Policies with { Lineage = new() { BreedingAtReturn = setting } };
        var book = FactBook.Of(
        [
            .. Branch.All.Where(f => f is not (AssignmentFact { Agent.Value: "S" } or AssignmentFact { Agent.Value: "U" })),
            Assigned("S", "P", rank: "S3"), Joined("N"), Assigned("N", "T1", rank: "S2", leads: true), Assigned("U", "T2", rank: "S1", leads: true),
            Bred("U", "S", "2024-01-01", "2025-12-31"),
        ]);

        var after = Apply(book, Promote("U", "S2", "2026-07-01"), policies).Organisation;

        Assert.Equal(Id(breeder), after.UplineOf(Id("U"), LineageRelation.Bred, Day("2026-07-01")));
    }

    [Fact]
    public void Where_units_stay_or_ranks_have_no_order_nothing_follows_from_a_rank()
    {
        OrganisationPolicies[] settings = [Policies with { Lineage = new() { AtEqualRank = EqualRank.Stays } }, OrganisationPolicies.Default];

        foreach (var policies in settings)
        {
            var after = Apply(Branch, Promote("U", "S2", "2026-07-01"), policies).Organisation;

            Assert.Equal(("S2", Id("S")), (after.RankOf(Id("U"), Day("2026-07-01")), after.SupervisorOf(Id("U"), Day("2026-07-01"))));
            Assert.Null(after.UplineOf(Id("U"), LineageRelation.Bred, Day("2026-07-01")));
        }
    }

    [Fact]
    public void Where_units_stay_separate_the_promoted_breeder_leads_them_no_more()
    {
        var policies = Policies with { Lineage = new() { WhenTheBreederRanksAbove = BreederRanksAbove.StaysSeparate } };
        var after = Apply(Apply(Branch, Promote("U", "S2", "2026-07-01")), Promote("S", "S3", "2027-01-01"), policies, "later").Organisation;

        Assert.Equal((Id("M"), Id("S")), (after.SupervisorOf(Id("U"), Day("2027-01-01")), after.UplineOf(Id("U"), LineageRelation.Bred, Day("2027-01-01"))));
    }

    [Fact]
    public void A_member_who_is_promoted_to_a_team_of_their_own_leads_it_below_the_old_one()
    {
        var policies = Policies with { ProbationMonths = new Dictionary<string, int> { ["S1"] = 3 } };
        var after = Apply(Branch, new PersonnelEvent.Promotion { Agent = Id("A"), Date = Day("2026-07-01"), Rank = "S1", OwnTeam = new("T3") }, policies).Organisation;

        Assert.Equal((new TeamId("T1"), Id("A"), Id("S")), (after.ParentOf(new("T3"), Day("2026-07-01")), after.LeaderOf(new("T3"), Day("2026-07-01")), after.SupervisorOf(Id("A"), Day("2026-07-01"))));
        Assert.Equal((true, false), (after.IsOnProbation(Id("A"), Day("2026-09-30")), after.IsOnProbation(Id("A"), Day("2026-10-01"))));
        Assert.Equal((new TeamId("T1"), "R1"), (after.TeamOf(Id("A"), Day("2026-06-30")), after.RankOf(Id("A"), Day("2026-06-30"))));
    }

    [Fact]
    public void A_demoted_leader_whose_own_subordinate_ranks_as_high_loses_the_management_of_that_unit()
    {
        var after = Apply(Branch, Demote("S", "S1", "2026-07-01", keeps: true)).Organisation;

        Assert.Equal((Id("M"), Id("S")), (after.SupervisorOf(Id("U"), Day("2026-07-01")), after.UplineOf(Id("U"), LineageRelation.Bred, Day("2026-07-01"))));
        Assert.Equal(Id("S"), after.SupervisorOf(Id("A"), Day("2026-07-01")));
    }

    [Theory]
    [InlineData(TeamWithoutLeader.GoesToTheNextLeaderAbove, "M", "T2", "M", "personnel.team-to-next-leader")]
    [InlineData(TeamWithoutLeader.GoesToTheBreeder, "S", "T2", "S", "personnel.team-to-breeder")]
    [InlineData(TeamWithoutLeader.IsDissolvedIntoTheParent, "M", "P", "M", "personnel.team-dissolved")]
    public void The_team_of_a_demoted_leader_goes_where_the_policy_says(TeamWithoutLeader policy, string leaderOfB, string teamOfB, string leaderOfU, string reason)
    {
        var separated = Apply(Branch, Promote("U", "S2", "2026-07-01"));
        var policies = Policies with { Lineage = new() { TeamOfADemotedLeader = policy } };

        var change = PersonnelChange.Of(separated, Demote("U", "R1", "2027-01-01"), policies, new("hr", "later"));

        var after = OrganisationRules.Default.Accept(separated, change.Facts).Organisation;
        var date = Day("2027-01-01");
        Assert.Equal((Id(leaderOfB), new TeamId(teamOfB)), (after.SupervisorOf(Id("B"), date), after.TeamOf(Id("B"), date)));
        Assert.Equal((Id(leaderOfU), "R1"), (after.SupervisorOf(Id("U"), date), after.RankOf(Id("U"), date)));
        Assert.Equal((Id("U"), new TeamId("T2")), (after.SupervisorOf(Id("B"), date.PlusDays(-1)), after.TeamOf(Id("B"), date.PlusDays(-1))));
        Assert.Contains(reason, change.Reasons.Select(r => r.Code));
        Assert.Equal((Id("S"), (AgentId?)null), (after.UplineOf(Id("U"), LineageRelation.Bred, date.PlusDays(-1)), after.UplineOf(Id("U"), LineageRelation.Bred, date)));
        Assert.Equal((Id("R"), Id("U")), (after.UplineOf(Id("U"), LineageRelation.Recruited, date), after.UplineOf(Id("B"), LineageRelation.Recruited, date)));
    }

    [Fact]
    public void A_team_at_the_top_can_t_be_dissolved_and_needs_a_leader()
    {
        var policies = Policies with { Lineage = new() { TeamOfADemotedLeader = TeamWithoutLeader.IsDissolvedIntoTheParent } };

        var change = PersonnelChange.Of(Branch, Demote("M", "R1", "2026-07-01"), policies, Origin);

        Assert.Equal(["personnel.demoted", "personnel.team-without-leader"], change.Reasons.Select(r => r.Code));
    }

    [Theory]
    [InlineData(DownlinesOfALeaver.GoToTheUpline, "R")]
    [InlineData(DownlinesOfALeaver.StayOpen, "U")]
    public void Recruits_of_a_leaver_go_to_the_leaver_s_recruiter_or_stay(DownlinesOfALeaver policy, string recruiterOfB)
    {
        var after = Apply(Branch, Leave("U", "2026-06-30"), Policies with { Lineage = new() { RecruitsOfALeaver = policy } }).Organisation;

        Assert.Equal((Id("U"), Id(recruiterOfB)), (after.UplineOf(Id("B"), LineageRelation.Recruited, Day("2026-06-30")), after.UplineOf(Id("B"), LineageRelation.Recruited, Day("2026-07-01"))));
        Assert.Equal((true, false), (after.IsActive(Id("U"), Day("2026-06-30")), after.IsActive(Id("U"), Day("2026-07-01"))));
        Assert.Equal((Id("U"), Id("S")), (after.SupervisorOf(Id("B"), Day("2026-06-30")), after.SupervisorOf(Id("B"), Day("2026-07-01"))));
    }

    [Fact]
    public void Bred_units_of_a_leaver_go_to_the_leaver_s_breeder_and_recruits_without_an_heir_lose_the_relation()
    {
        var book = FactBook.Of([.. Branch.All, Bred("U", "S"), Bred("S", "M")]);

        var change = PersonnelChange.Of(book, Leave("S", "2026-06-30"), Policies, Origin);
        var after = OrganisationRules.Default.Accept(book, change.Facts).Organisation;

        Assert.Equal((Id("S"), Id("M")), (after.UplineOf(Id("U"), LineageRelation.Bred, Day("2026-06-30")), after.UplineOf(Id("U"), LineageRelation.Bred, Day("2026-07-01"))));
        Assert.Null(after.LineageOf(Id("S"), LineageRelation.Bred, Day("2026-07-01")));
        Assert.Null(Apply(Branch, Leave("M", "2026-06-30")).Organisation.UplineOf(Id("R"), LineageRelation.Recruited, Day("2026-07-01")));
    }

    [Theory]
    [InlineData("2026-12-30", "R", "B", "personnel.returned")] // the sixth month ends on 30 December
    [InlineData("2026-12-31", "A", "B", "personnel.returned-as-new")]
    public void A_returner_gets_the_old_recruiter_back_or_a_new_one(string returned, string recruiter, string stillThere, string reason)
    {
        var left = Apply(Branch, Leave("U", "2026-06-30"));

        var change = PersonnelChange.Of(
            left, new PersonnelEvent.Rehire { Agent = Id("U"), Date = Day(returned), Team = new("T1"), Rank = "R1", Recruiter = Id("A") }, Policies, new("hr", "back"));
        var after = OrganisationRules.Default.Accept(left, change.Facts).Organisation;

        Assert.Equal(reason, change.Reasons[0].Code);
        Assert.Equal(Id(recruiter), after.UplineOf(Id("U"), LineageRelation.Recruited, Day(returned)));
        Assert.Null(after.UplineOf(Id("U"), LineageRelation.Recruited, Day(returned).PlusDays(-1)));
        Assert.Equal(reason == "personnel.returned-as-new", after.IsNewcomer(Id("U"), Day(returned), Policies.Rehire));
        Assert.Equal((Id("S"), true), (after.SupervisorOf(Id("U"), Day(returned)), after.IsActive(Id(stillThere), Day(returned))));
    }

    [Theory]
    [InlineData("2026-12-30", "B")] // the same agent
    [InlineData("2026-12-31", null)] // a new one, but the same person
    public void A_returner_stays_the_same_person(string returned, string? grade)
    {
        var known = Joined("U") with { Customer = new CustomerId("C-U"), TimeZone = "Asia/Shanghai", RewardPreference = "time", Grade = "B" };
        var left = Apply(FactBook.Of([.. Branch.All.Where(f => f.Key != known.Key), known]), Leave("U", "2026-06-30"));

        var contract = Apply(left, new PersonnelEvent.Rehire { Agent = Id("U"), Date = Day(returned), Team = new("T1"), Rank = "R1" }, id: "back").Organisation.Find(Id("U"))!;

        Assert.Equal((Day(returned), new CustomerId("C-U"), "Asia/Shanghai", "time", grade), (contract.Date, contract.Customer, contract.TimeZone, contract.RewardPreference, contract.Grade));
    }

    [Fact]
    public void An_old_recruiter_who_is_gone_is_replaced_by_the_one_above()
    {
        var left = Apply(Apply(Branch, Leave("U", "2026-06-30")), Leave("R", "2026-07-31"), id: "r");

        var after = Apply(left, new PersonnelEvent.Rehire { Agent = Id("U"), Date = Day("2026-09-01"), Team = new("T1"), Rank = "R1" }, id: "back").Organisation;

        Assert.Equal(Id("M"), after.UplineOf(Id("U"), LineageRelation.Recruited, Day("2026-09-01")));
    }

    [Theory]
    [InlineData(TeamWithoutLeader.GoesToTheNextLeaderAbove, "M", "T1", "T1")]
    [InlineData(TeamWithoutLeader.IsDissolvedIntoTheParent, "M", "P", "P")]
    public void A_leader_who_moves_leaves_the_team_behind(TeamWithoutLeader setting, string supervisor, string team, string unitBelow)
    {
        var policies = Policies with { Lineage = new() { TeamOfAMovedLeader = setting } };
        var book = FactBook.Of([.. Branch.All, Placed("T5", "P"), Bred("S", "M")]);

        var change = PersonnelChange.Of(book, Move("S", "T5", "2026-07-01"), policies, Origin);
        var after = OrganisationRules.Default.Accept(book, change.Facts).Organisation;

        Assert.Equal((new TeamId("T1"), true), (after.TeamOf(Id("S"), Day("2026-06-30")), after.AssignmentOf(Id("S"), Day("2026-06-30"))!.IsLeader));
        Assert.Equal((new TeamId("T5"), false, "S2"), (after.TeamOf(Id("S"), Day("2026-07-01")), after.AssignmentOf(Id("S"), Day("2026-07-01"))!.IsLeader, after.RankOf(Id("S"), Day("2026-07-01"))));
        Assert.Equal((Id(supervisor), new TeamId(team), new TeamId(unitBelow)), (after.SupervisorOf(Id("A"), Day("2026-07-01")), after.TeamOf(Id("A"), Day("2026-07-01")), after.ParentOf(new("T2"), Day("2026-07-01"))));
        Assert.Equal((Id("M"), null), (after.UplineOf(Id("S"), LineageRelation.Bred, Day("2026-06-30")), after.UplineOf(Id("S"), LineageRelation.Bred, Day("2026-07-01"))));
        Assert.Equal(("personnel.moved", "personnel.breeding-ended"), (change.Reasons[0].Code, change.Reasons[^1].Code));
    }

    [Fact]
    public void A_leader_who_leads_the_next_team_keeps_the_breeder_and_a_member_just_moves()
    {
        var book = FactBook.Of([.. Branch.All, Placed("T5", "P"), Bred("S", "M")]);
        var leads = Apply(book, new PersonnelEvent.Move { Agent = Id("S"), Date = Day("2026-07-01"), Team = new("T5"), LeadsIt = true }).Organisation;
        var moved = Apply(Branch, Move("A", "T2", "2026-07-01")).Organisation;

        Assert.Equal((Id("S"), Id("M")), (leads.LeaderOf(new("T5"), Day("2026-07-01")), leads.UplineOf(Id("S"), LineageRelation.Bred, Day("2026-07-01"))));
        Assert.Equal((Id("S"), Id("U")), (moved.SupervisorOf(Id("A"), Day("2026-06-30")), moved.SupervisorOf(Id("A"), Day("2026-07-01"))));
    }

    [Theory]
    [InlineData("P", "M")]
    [InlineData(null, null)]
    public void A_unit_moves_with_its_leader_and_all_below_it(string? below, string? supervisor)
    {
        var after = Apply(Branch, MoveUnit("U", below, "2026-07-01")).Organisation;

        Assert.Equal((new TeamId("T1"), below is null ? null : new TeamId(below)), (after.ParentOf(new("T2"), Day("2026-06-30")), after.ParentOf(new("T2"), Day("2026-07-01"))));
        Assert.Equal((supervisor is null ? null : Id(supervisor), Id("U")), (after.SupervisorOf(Id("U"), Day("2026-07-01")), after.SupervisorOf(Id("B"), Day("2026-07-01"))));
        Assert.Equal(Id("R"), after.UplineOf(Id("U"), LineageRelation.Recruited, Day("2026-07-01")));
    }

    [Fact]
    public void A_leaver_takes_nothing_up_that_was_planned_for_later()
    {
        Fact[] planned =
        [
            Assigned("A", "T1", until: "2026-07-31", rank: "R1") with { Origin = new("crm", "A-2024-01-01", 2) }, Assigned("A", "T2", "2026-08-01", rank: "R1"),
            Joined("A", left: "2026-12-31", revision: 2), Joined("A", "2027-01-01") with { Origin = new("crm", "A-2") },
        ];
        var book = FactBook.Of([.. Branch.All, .. planned]);

        var after = Apply(book, Leave("A", "2026-06-30")).Organisation;

        Assert.Equal((true, false), (after.IsActive(Id("A"), Day("2026-06-30")), after.IsActive(Id("A"), Day("2026-08-01"))));
        Assert.Equal((null, null), (after.TeamOf(Id("A"), Day("2026-08-01")), after.ContractOf(Id("A"), Day("2027-01-01"))));
        Assert.Equal(Day("2026-06-30"), after.LatestContractOf(Id("A"), Day("2027-06-01"))!.LeftOn);
        Assert.Equal(29, after.TenureInMonths(Id("A"), Day("2026-06-30")));
    }

    [Fact]
    public void What_can_t_be_is_refused_with_rule_and_values()
    {
        Assert.Equal(new OnlyAnActiveAgentIsPromotedOrMovedRule(Id("X"), Day("2026-07-01")), RefusedBy(Move("X", "T1", "2026-07-01")));
        Assert.Equal(new AMoveLeadsSomewhereElseRule(Id("A"), new("T1"), Day("2026-07-01")), RefusedBy(Move("A", "T1", "2026-07-01")));
        Assert.Equal(new OnlyALeaderMovesAUnitRule(Id("A"), new("T1"), Day("2026-07-01")), RefusedBy(MoveUnit("A", "P", "2026-07-01")));
        Assert.Equal(new AMoveLeadsSomewhereElseRule(Id("U"), new("T1"), Day("2026-07-01")), RefusedBy(MoveUnit("U", "T1", "2026-07-01")));
        Assert.Equal(new AMoveLeadsSomewhereElseRule(Id("S"), new("T2"), Day("2026-07-01")), RefusedBy(MoveUnit("S", "T2", "2026-07-01")));
        Assert.Equal(new AMoveLeadsSomewhereElseRule(Id("M"), new("P"), Day("2026-07-01")), RefusedBy(MoveUnit("M", null, "2026-07-01")));
        Assert.Equal(new OnlyAnActiveAgentIsPromotedOrMovedRule(Id("X"), Day("2026-07-01")), RefusedBy(Promote("X", "S1", "2026-07-01")));
        Assert.Equal(new APromotionLeadsUpAndADemotionDownRule(Id("U"), "S1", "R1", Day("2026-07-01")), RefusedBy(Promote("U", "R1", "2026-07-01")));
        Assert.Equal(new APromotionLeadsUpAndADemotionDownRule(Id("U"), "S1", "S1", Day("2026-07-01")), RefusedBy(Demote("U", "S1", "2026-07-01")));
        Assert.Equal(new OnlyAnAgentUnderContractLeavesRule(Id("X"), Day("2026-07-01")), RefusedBy(Leave("X", "2026-07-01")));
        Assert.Equal(
            new OnlyAFormerAgentReturnsRule(Id("U"), Day("2026-07-01")), RefusedBy(new PersonnelEvent.Rehire { Agent = Id("U"), Date = Day("2026-07-01"), Team = new("T1"), Rank = "R1" }));
        Assert.Equal(
            new OnlyAFormerAgentReturnsRule(Id("X"), Day("2026-07-01")), RefusedBy(new PersonnelEvent.Rehire { Agent = Id("X"), Date = Day("2026-07-01"), Team = new("T1"), Rank = "R1" }));
    }

    private static DateSpan DaysOf(Fact fact) => new(fact.Date, fact switch { AssignmentFact a => a.Until, TeamFact t => t.Until, LineageFact l => l.Until, _ => null });

    private static PersonnelEvent.Promotion Promote(string agent, string rank, string on) => new PersonnelEvent.Promotion { Agent = Id(agent), Date = Day(on), Rank = rank };

    private static PersonnelEvent.Demotion Demote(string agent, string rank, string on, bool keeps = false) =>
        new PersonnelEvent.Demotion { Agent = Id(agent), Date = Day(on), Rank = rank, KeepsTheTeam = keeps };

    private static PersonnelEvent.Move Move(string agent, string team, string on) => new() { Agent = Id(agent), Date = Day(on), Team = new(team) };

    private static PersonnelEvent.UnitMove MoveUnit(string agent, string? below, string on) =>
        new() { Agent = Id(agent), Date = Day(on), Below = below is null ? null : new TeamId(below) };

    private static PersonnelEvent.Leaving Leave(string agent, string last) => new PersonnelEvent.Leaving { Agent = Id(agent), LastDay = Day(last) };

    private static FactBook Apply(FactBook book, PersonnelEvent what, OrganisationPolicies? policies = null, string id = "change") =>
        OrganisationRules.Default.Accept(book, PersonnelChange.Of(book, what, policies ?? Policies, new("hr", id)).Facts);

    private static IBusinessRule RefusedBy(PersonnelEvent what) => Assert.Throws<BrokenRuleException>(() => PersonnelChange.Of(Branch, what, Policies, Origin)).Rule;
}

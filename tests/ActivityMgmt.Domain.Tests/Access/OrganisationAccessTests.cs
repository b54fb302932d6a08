using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationAccessTests
{
    // A1 moves from T1 to T2 on 16 August; L1 leads T1 until the end of August, L2 from September on.
    private static readonly Organisation Branch = Book(
        Joined("A1"), Assigned("A1", "T1", until: "2026-08-15"), Assigned("A1", "T2", from: "2026-08-16"),
        Joined("A2", left: "2026-07-31"), Assigned("A2", "T1"),
        Joined("L1"), Assigned("L1", "T1", until: "2026-08-31", leads: true),
        Joined("L2"), Assigned("L2", "T1", from: "2026-09-01", leads: true)).Organisation;

    [Theory]
    [InlineData("2026-08-15", true)] // the last day in the team
    [InlineData("2026-08-16", false)] // the day after
    public void A_leader_sees_a_member_for_the_days_in_the_team(string day, bool may) =>
        Assert.Equal(may, Scope("L1", "2026-08-20").Allows(AccessAction.See, DataKind.Checkpoints, Agent("A1"), Day(day), Day(day)));

    [Theory]
    [InlineData("L1", "2026-08-31", true)] // leads on the last day
    [InlineData("L1", "2026-09-01", false)]
    [InlineData("L2", "2026-08-31", false)]
    [InlineData("L2", "2026-09-01", true)] // the new leader sees the team's past
    public void Who_leads_today_sees_the_teams_past(string actor, string today, bool may) =>
        Assert.Equal(may, Scope(actor, today).Allows(AccessAction.See, DataKind.Goals, Agent("A1"), Day("2026-07-01"), Day("2026-07-01")));

    [Fact]
    public void An_agent_sees_only_their_own_and_decides_on_plans_and_activities_only()
    {
        var scope = Scope("A1", "2026-08-20");

        Assert.True(scope.Allows(AccessAction.See, DataKind.Pay, Agent("A1"), Day("2026-01-01"), Day("2026-01-01")));
        Assert.False(scope.Allows(AccessAction.See, DataKind.Goals, Agent("A2"), Day("2026-07-01"), Day("2026-07-01")));
        Assert.False(scope.Allows(AccessAction.See, DataKind.Goals, Team("T2"), Day("2026-08-20"), Day("2026-08-20")));
        Assert.Equal([DataKind.Plans, DataKind.Activities], Own(AccessAction.Decide));
        Assert.Equal([DataKind.Goals, DataKind.Plans, DataKind.Activities], Own(AccessAction.Propose)); // to decide is more than to propose
        Assert.All(Enum.GetValues<DataKind>(), data => Assert.False(scope.Allows(AccessAction.Decide, data, Agent("A2"), Day("2026-08-20"), Day("2026-08-20"))));

        IEnumerable<DataKind> Own(AccessAction action) => Enum.GetValues<DataKind>().Where(d => scope.Allows(action, d, Agent("A1"), Day("2026-08-20"), Day("2026-08-20")));
    }

    [Theory]
    [InlineData("2026-07-31", true)] // the last day under contract
    [InlineData("2026-08-01", false)]
    public void A_leaver_sees_their_own_evaluations_only_after_the_last_day(string today, bool mayMore)
    {
        var scope = Scope("A2", today);

        Assert.True(scope.Allows(AccessAction.See, DataKind.Evaluations, Agent("A2"), Day("2026-06-30"), Day("2026-06-30")));
        Assert.Equal(mayMore, scope.Allows(AccessAction.See, DataKind.Pay, Agent("A2"), Day("2026-06-30"), Day("2026-06-30")));
        Assert.Equal(mayMore ? 3 : 1, scope.Grants.Count);
        Assert.Equal(new AgentId("A2"), scope.Agent);
    }

    [Fact]
    public void Who_joins_later_is_nobody_yet()
    {
        var scope = new OrganisationAccess().ScopeOf(new(new("tenant"), new("A9")), Book(Joined("A9", on: "2026-08-01"), Assigned("A9", "T1", from: "2026-08-01")).Organisation, Day("2026-07-31"));

        Assert.Equal((0, (AgentId?)null), (scope.Grants.Count, scope.Agent));
    }

    [Theory]
    [InlineData("L1", AccessAction.Decide, DataKind.Goals, false)]
    [InlineData("L1", AccessAction.Decide, DataKind.Checkpoints, false)]
    [InlineData("L1", AccessAction.Decide, DataKind.Evaluations, false)]
    [InlineData("L1", AccessAction.Propose, DataKind.Goals, true)] // as every agent
    [InlineData("L1", AccessAction.Decide, DataKind.Plans, true)] // as every agent
    [InlineData("L1", AccessAction.See, DataKind.Checkpoints, true)]
    [InlineData("A1", AccessAction.Decide, DataKind.Evaluations, true)]
    public void A_leader_decides_about_the_team_and_not_about_themselves(string agent, AccessAction action, DataKind data, bool may) =>
        Assert.Equal(may, Scope("L1", "2026-08-10").Allows(action, data, Agent(agent), Day("2026-08-10"), Day("2026-08-10")));

    [Fact]
    public void A_leader_sees_neither_pay_nor_customers_of_the_team()
    {
        var scope = Scope("L1", "2026-08-01");

        Assert.False(scope.Allows(AccessAction.See, DataKind.Pay, Agent("A1"), Day("2026-08-01"), Day("2026-08-01")));
        Assert.False(scope.Allows(AccessAction.See, DataKind.Customers, Agent("A1"), Day("2026-08-01"), Day("2026-08-01")));
        Assert.True(scope.Allows(AccessAction.Decide, DataKind.Checkpoints, Team("T1"), Day("2026-08-01"), Day("2026-08-01")));
    }

    [Theory]
    [InlineData("2026-06-30", false)] // the day before
    [InlineData("2026-07-01", true)] // the first day
    [InlineData("2026-09-30", true)] // the last day
    [InlineData("2026-10-01", false)]
    public void A_role_beside_the_organisation_is_held_from_its_first_to_its_last_day(string today, bool may)
    {
        var access = new OrganisationAccess
        {
            Assignments = [new() { Actor = new("boss"), Role = AccessRoles.BranchManager, From = Day("2026-07-01"), Until = Day("2026-09-30") }],
        };

        var scope = access.ScopeOf(new(new("tenant"), new("boss")), Branch, Day(today));

        Assert.Equal(may, scope.Allows(AccessAction.Decide, DataKind.Pay, Subject.Branch("B1"), Day(today), Day(today)));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("T1")]
    [InlineData("System")] // ids are compared ordinally
    public void Who_is_unknown_may_nothing(string actor) => Assert.Empty(Scope(actor, "2026-08-01").Grants);

    [Fact]
    public async Task The_policy_until_a_host_uses_another_knows_the_system_only()
    {
        var system = new CallContext(new("tenant"), CallContext.SystemActor);

        var ofSystem = await AccessPolicies.System.ScopeOfAsync(system, Day("2026-08-01"), CancellationToken.None);
        var ofOthers = await AccessPolicies.System.ScopeOfAsync(system with { Actor = new("L1") }, Day("2026-08-01"), CancellationToken.None);

        Assert.True(ofSystem.Allows(AccessAction.Decide, DataKind.Audit, Subject.Branch("B1"), Day("2026-08-01"), Day("2026-08-01")));
        Assert.Empty(ofOthers.Grants);
    }

    [Fact]
    public void A_refusal_carries_actor_action_data_subject_and_day()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Scope("A1", "2026-08-01").Require(AccessAction.See, DataKind.Goals, Agent("A2"), Day("2026-08-01")));

        Assert.Equal(new NobodyActsOutsideTheirScopeRule(new("A1"), AccessAction.See, DataKind.Goals, Agent("A2"), Day("2026-08-01")), refused.Rule);
    }

    private static AccessScope Scope(string actor, string today) => new OrganisationAccess().ScopeOf(new(new("tenant"), new(actor)), Branch, Day(today));
}

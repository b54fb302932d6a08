using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class GoalSettingTests
{
    [Fact]
    public async Task Opening_splits_every_target_over_teams_agents_and_months_and_reviews_each_agents_goals()
    {
        var branch = new Branch();

        var opening = await branch.OpenAsync();

        Assert.True(opening.IsNew);
        Assert.Equal(2 * (1 + 2 + 4 + 12), opening.Goals.Count);
        Assert.Equal(401m, opening.Goals.Where(g => g.Measure.Value == "cases" && g.Period != Q3.Interval).Sum(g => g.Target.ToDecimal()));
        Assert.Equal(100_000.50m, opening.Goals.Where(g => g.Measure.Value == "premium" && g.Period != Q3.Interval).Sum(g => g.Target.ToDecimal()));
        Assert.Equal(8, opening.Findings.Count);
        Assert.Equal(opening.Goals, branch.Goals.All);
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        var branch = new Branch();
        var first = await branch.OpenAsync();
        var writes = branch.Goals.Writes;

        var second = await branch.OpenAsync();

        Assert.False(second.IsNew);
        Assert.Equal(first.Goals, second.Goals);
        Assert.Equal(writes, branch.Goals.Writes);
    }

    [Fact]
    public async Task Facts_dated_after_the_opening_are_not_looked_at()
    {
        var branch = new Branch(Joined("A9", "2026-07-02"), Assigned("A9", "T1", "2026-07-02"), Did("A1", "calls", "2026-07-02 10:00"));

        var opening = await branch.OpenAsync();

        Assert.DoesNotContain(branch.Kpis.Opened[^1].Activities, a => a.Date > Branch.Opening);
        Assert.DoesNotContain(opening.Goals, g => g.Subject == Agent("A9"));
    }

    [Theory]
    [InlineData("2026-07-01", true)] // the quarter's first day
    [InlineData("2026-07-02", false)]
    public async Task A_quarter_opened_early_holds_those_who_join_on_its_first_day(string joined, bool takesPart)
    {
        var branch = new Branch(
            Joined("A9", joined), Assigned("A9", "T1", joined),
            Joined("A8", left: "2026-06-30"), Joined("A8", "2026-07-01") with { Origin = new("crm", "A8-follow-on") }, Assigned("A8", "T1"));

        var opening = await branch.GoalSetting.OpenAsync(Branch.Call, Q3, Day("2026-06-20"), null, CancellationToken.None).OrThrow();

        Assert.Equal(takesPart, opening.Goals.Any(g => g.Subject == Agent("A9")));
        Assert.Contains(opening.Goals, g => g.Subject == Agent("A8")); // the contract that follows on begins after the opening
    }

    [Fact]
    public async Task Last_quarters_proposal_gives_way_to_the_cascade_and_stays_in_the_history()
    {
        var branch = new Branch();
        branch.Goals.Put(SomeGoal.Of(77m, GoalState.Proposed) with { Revisions = [new(Quantity.Count(77m), Day("2026-06-30"), SomeGoal.Manager, Reason.Of("next-goal.own-median"))] });

        var opening = await branch.OpenAsync();

        var goal = branch.GoalOf(Agent("A1"));
        Assert.True(opening.IsNew);
        Assert.Equal(["next-goal.own-median", "goal.agent-share"], goal.Revisions.Select(r => r.Reason.Code));
        Assert.NotEqual(Quantity.Count(77m), goal.Target);
    }

    [Fact]
    public async Task Agreeing_starts_what_nothing_stands_against_and_has_begun()
    {
        var branch = new Branch();
        await branch.OpenAsync();

        var agreed = await branch.AgreeAsync();

        // A4 has no valid certificate on the first day: two goals with three months each wait. August and September haven't begun.
        Assert.Equal(38 - 8, agreed.Count);
        Assert.All(branch.Goals.All, g => Assert.Equal(
            g.Subject == Agent("A4") ? GoalState.Proposed : g.Period.Start == Day("2026-07-01") ? GoalState.Active : GoalState.Agreed, g.State));
        Assert.Equal((new ActorId("manager"), "goal.agreed"), (branch.GoalOf(Agent("A1")).Revisions[^1].By, branch.GoalOf(Agent("A1")).Revisions[^1].Reason.Code));
    }

    [Fact]
    public async Task A_team_whose_every_member_waits_waits_too()
    {
        var branch = new Branch(Joined("A3", left: "2026-06-30", revision: 2));

        await branch.OpenAndAgreeAsync();

        Assert.Equal((GoalState.Proposed, GoalState.Active), (branch.GoalOf(Team("T2")).State, branch.GoalOf(Team("T1")).State));
        Assert.Equal(GoalState.Active, branch.GoalOf(Subject.Branch("B1")).State);
    }

    [Fact]
    public async Task Agreeing_again_changes_nothing()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var (writes, goals) = (branch.Goals.Writes, branch.Goals.All);

        var again = await branch.AgreeAsync();

        Assert.Empty(again);
        Assert.Equal(writes, branch.Goals.Writes);
        Assert.Equal(goals, branch.Goals.All);
    }

    [Fact]
    public async Task Agreeing_looks_at_what_stands_against_a_goal_now_whatever_was_found_at_the_opening()
    {
        var branch = new Branch();
        await branch.OpenAsync();
        branch.Facts.Add(Licensed("A3", until: "2026-06-30") with { Origin = new("crm", "A3-2024-01-01", 2) });

        await branch.AgreeAsync();

        Assert.Equal((GoalState.Proposed, GoalState.Active), (branch.GoalOf(Agent("A3")).State, branch.GoalOf(Agent("A1")).State));
    }

    [Fact]
    public async Task The_system_agrees_to_nothing_and_rejects_nothing()
    {
        var branch = new Branch();
        await branch.OpenAsync();
        var system = Branch.Call with { Actor = CallContext.SystemActor };
        var goal = branch.GoalOf(Agent("A1"));

        var all = await branch.GoalSetting.AgreeAsync(system, Q3, Branch.Opening, null, CancellationToken.None);
        var one = await branch.GoalSetting.AgreeOneAsync(system, goal.Id, Branch.Opening, "nightly", CancellationToken.None);
        var rejected = await branch.GoalSetting.RejectAsync(system, goal.Id, Branch.Opening, "nightly", CancellationToken.None);

        Assert.IsType<ANamedPersonSettlesAProposalRule>(Assert.IsType<UseCaseResult<IReadOnlyList<Goal>>.Refused>(all).Rule);
        Assert.Equal(new ANamedPersonSettlesAProposalRule(goal, CallContext.SystemActor), Assert.IsType<UseCaseResult<IReadOnlyList<Goal>>.Refused>(one).Rule);
        Assert.Equal(new ANamedPersonSettlesAProposalRule(goal, CallContext.SystemActor), Assert.IsType<UseCaseResult<IReadOnlyList<Goal>>.Refused>(rejected).Rule);
        Assert.All(branch.Goals.All, g => Assert.Equal(GoalState.Proposed, g.State));
    }

    [Fact]
    public async Task What_is_agreed_before_the_quarter_starts_on_its_first_day()
    {
        var branch = new Branch();
        await branch.OpenAsync();
        await branch.GoalSetting.AgreeAsync(Branch.Call, Q3, Day("2026-06-20"), null, CancellationToken.None).OrThrow();
        Task<IReadOnlyList<Goal>> Start(string on) => branch.GoalSetting.StartDueAsync(Branch.Call, Day(on), CancellationToken.None).OrThrow();

        var early = await Start("2026-06-30");
        var agreed = branch.GoalOf(Agent("A1")).State;
        var started = await Start("2026-07-01");
        var again = await Start("2026-07-01");
        var august = await Start("2026-08-05"); // nobody looked on the first

        Assert.Equal(GoalState.Agreed, agreed);
        Assert.Empty(early);
        Assert.Equal((30 - 12, 0, 6), (started.Count, again.Count, august.Count)); // without August and September of three agents and two measures
        Assert.All(started, g => Assert.Equal((GoalState.Active, Day("2026-07-01")), (g.State, g.Period.Start)));
    }

    [Fact]
    public async Task A_quarter_whose_days_the_work_calendar_does_not_cover_is_refused_with_the_day()
    {
        var branch = new Branch { Fiscal = FiscalCalendars.StartingIn(7) }; // its third quarter begins on 1 January 2027

        var result = await branch.GoalSetting.OpenAsync(Branch.Call, Q3, Day("2026-12-28"), null, CancellationToken.None);

        var rule = Assert.IsType<UseCaseResult<QuarterOpening>.Refused>(result).Rule;
        Assert.Equal(new TheWorkCalendarCoversTheDayRule(Days("2025-01-01", "2026-12-31"), Day("2027-01-01")), rule);
        Assert.Empty(branch.Goals.All);
    }

    [Theory]
    [InlineData(DocumentKinds.Kpis)]
    [InlineData(DocumentKinds.Target)]
    public async Task Without_its_documents_no_quarter_opens(string missing)
    {
        var branch = new Branch
        {
            Documents = missing == DocumentKinds.Kpis
                ? Branch.With(Branch.Document(DocumentKinds.Target, Branch.Target))
                : Branch.With(Branch.Document(DocumentKinds.Kpis, "{}")),
        };

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(branch.OpenAsync);

        Assert.Equal(new ADocumentMustApplyRule(missing, Day("2026-07-01")), refused.Rule);
        Assert.Empty(branch.Goals.All);
    }

    [Fact]
    public async Task A_target_of_another_quarter_opens_none()
    {
        var branch = new Branch();

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() =>
            branch.GoalSetting.OpenAsync(Branch.Call, Q3.Next, Day("2026-10-01"), null, CancellationToken.None).OrThrow());

        Assert.Equal(new TheTargetMustBeForTheQuarterRule("target.json", Q3, Q3.Next), refused.Rule);
        Assert.Empty(branch.Goals.All);
    }

    [Fact]
    public async Task A_leavers_rest_goes_to_the_team_mates_once()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Facts.Add(Joined("A1", left: "2026-08-14", revision: 2));
        var before = branch.GoalOf(Agent("A1")).Target;

        var changed = await HandOver(branch);
        var writes = branch.Goals.Writes;
        var again = await HandOver(branch);

        Assert.Equal(2 * 2 * (1 + 2), changed.Count); // two measures, leaver and mate: the quarter and two months each
        Assert.True(branch.GoalOf(Agent("A1")).Target < before);
        Assert.All(changed, g => Assert.True(g.Subject == Agent("A1") || g.Subject == Agent("A2")));
        Assert.Empty(again);
        Assert.Equal(writes, branch.Goals.Writes);
        Assert.Equal(401m, branch.Goals.All.Where(g => g.Measure.Value == "cases" && g.Period != Q3.Interval).Sum(g => g.Target.ToDecimal()));
    }

    [Fact]
    public async Task Only_a_leaver_hands_over()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => HandOver(branch));

        Assert.Equal(new OnlyALeaverHandsOverRule(Id("A1"), Day("2026-08-17")), refused.Rule);
    }

    [Fact]
    public async Task The_last_of_a_team_has_nobody_to_hand_over_to()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Facts.Add(Joined("A1", left: "2026-08-14", revision: 2), Joined("A2", left: "2026-08-14", revision: 2));

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => HandOver(branch));

        Assert.Equal(new SomebodyMustTakeOverRule(Id("A1"), Day("2026-08-14")), refused.Rule);
    }

    [Fact]
    public async Task A_hand_over_is_refused_when_the_only_mates_goals_were_rejected()
    {
        var branch = new Branch();
        await branch.OpenAsync();
        foreach (var measure in new[] { "cases", "premium" })
        {
            await branch.GoalSetting.RejectAsync(Branch.Call, branch.GoalOf(Agent("A2"), measure).Id, Branch.Opening, "too much", CancellationToken.None).OrThrow();
        }

        await branch.AgreeAsync();
        branch.Facts.Add(Joined("A1", left: "2026-08-14", revision: 2));

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => HandOver(branch));

        Assert.Equal(new SomebodyMustTakeOverRule(Id("A1"), Day("2026-08-14")), refused.Rule);
    }

    [Fact]
    public async Task Somebody_elses_faster_change_surfaces_as_a_conflict_and_nothing_is_stored()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Facts.Add(Joined("A1", left: "2026-08-14", revision: 2));
        var changedMeanwhile = branch.GoalOf(Agent("A2")).AdjustedTo(5m, "2026-08-17");
        branch.Goals.Meanwhile = () => branch.Goals.Put(changedMeanwhile);
        var writes = branch.Goals.Writes;

        await Assert.ThrowsAsync<ConflictException>(() => HandOver(branch));

        Assert.Equal(writes, branch.Goals.Writes);
        Assert.Equal(changedMeanwhile, branch.GoalOf(Agent("A2")));
    }

    [Fact]
    public async Task A_mover_takes_the_rest_along_once()
    {
        var branch = new Branch(Assigned("A1", "T2", "2026-08-17"));
        await branch.OpenAndAgreeAsync();
        var (own, from, to) = (branch.GoalOf(Agent("A1")).Target, branch.GoalOf(Team("T1")).Target, branch.GoalOf(Team("T2")).Target);

        await Move(branch);
        var writes = branch.Goals.Writes;
        var again = await Move(branch);

        Assert.Equal(own, branch.GoalOf(Agent("A1")).Target);
        Assert.True(branch.GoalOf(Team("T1")).Target < from);
        Assert.Equal(from + to, branch.GoalOf(Team("T1")).Target + branch.GoalOf(Team("T2")).Target);
        Assert.Empty(again);
        Assert.Equal(writes, branch.Goals.Writes);
    }

    [Fact]
    public async Task Who_belongs_to_no_team_takes_nothing_along()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() =>
            branch.GoalSetting.MoveTeamAsync(Branch.Call, Q3, Id("A9"), Day("2026-08-17"), Day("2026-08-17"), null, CancellationToken.None).OrThrow());

        Assert.Equal(new OnlyATeamMemberTakesTargetsAlongRule(Id("A9"), Day("2026-08-17")), refused.Rule);
    }

    private static Task<IReadOnlyList<Goal>> HandOver(Branch branch) =>
        branch.GoalSetting.HandOverAsync(Branch.Call, Q3, Id("A1"), Day("2026-08-17"), null, CancellationToken.None).OrThrow();

    private static Task<IReadOnlyList<Goal>> Move(Branch branch) =>
        branch.GoalSetting.MoveTeamAsync(Branch.Call, Q3, Id("A1"), Day("2026-08-17"), Day("2026-08-17"), null, CancellationToken.None).OrThrow();
}

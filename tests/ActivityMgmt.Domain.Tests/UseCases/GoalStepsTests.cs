using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class GoalStepsTests
{
    private static readonly LocalDate August = Day("2026-08-03");

    [Fact]
    public async Task A_draft_is_rewritten_until_it_is_proposed_and_the_same_again_changes_nothing()
    {
        var branch = new Branch();
        var draft = Draft(50m);

        await branch.GoalSetting.DraftAsync(Branch.Call, draft, August, default).OrThrow();
        await branch.GoalSetting.DraftAsync(Branch.Call, Draft(60m), August, default).OrThrow();
        await branch.GoalSetting.ProposeAsync(Branch.Call, Draft(70m), August, default).OrThrow();
        var writes = branch.Goals.Writes;
        await branch.GoalSetting.ProposeAsync(Branch.Call, Draft(70m), August, default).OrThrow();

        Assert.Equal((GoalState.Proposed, Quantity.Count(70m)), (branch.Goals.All[0].State, branch.Goals.All[0].Target));
        Assert.Equal((3, 3), (writes, branch.Goals.Writes));
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => branch.GoalSetting.ProposeAsync(Branch.Call, Draft(80m), August, default).OrThrow());
        Assert.IsType<OnlyADraftCanBeRewrittenRule>(refused.Rule);
    }

    [Fact]
    public async Task A_rejected_goal_comes_back_with_other_terms_and_its_history()
    {
        var branch = new Branch();
        await branch.GoalSetting.ProposeAsync(Branch.Call, Draft(70m), August, default).OrThrow();
        await branch.GoalSetting.RejectAsync(Branch.Call, Draft(0m).Id, August, "too much", default).OrThrow();

        await branch.GoalSetting.ProposeAsync(Branch.Call, Draft(55m), August, default).OrThrow();
        var started = await branch.GoalSetting.AgreeOneAsync(Branch.Call, Draft(0m).Id, August, "fine", default).OrThrow();
        var again = await branch.GoalSetting.AgreeOneAsync(Branch.Call, Draft(0m).Id, August, "fine", default).OrThrow();

        Assert.Equal(GoalState.Active, Assert.Single(started).State);
        Assert.Empty(again);
        Assert.Equal(["stated.first", "goal.rejected", "stated.first", "goal.agreed-with-note"], branch.Goals.All[0].Revisions.Select(r => r.Reason.Code));
        Assert.Equal("too much", branch.Goals.All[0].Revisions[1].Reason["note"].Text);
    }

    [Fact]
    public async Task A_waiting_goal_is_agreed_with_its_months_by_who_settles_it()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var started = await branch.GoalSetting.AgreeOneAsync(Branch.Call, branch.GoalOf(Agent("A4")).Id, August, "certificate renewed", default).OrThrow();

        Assert.Equal(4, started.Count);
        Assert.All(started, g => Assert.Equal((g.Period.Start > August ? GoalState.Agreed : GoalState.Active, Agent("A4")), (g.State, g.Subject)));
    }

    [Fact]
    public async Task Agents_answer_what_was_proposed_to_them_and_nobody_elses()
    {
        var branch = new Branch();
        await branch.GoalSetting.ProposeAsync(Branch.Call, Draft(70m), August, default).OrThrow();
        ByOrganisation(branch);

        var colleague = await branch.GoalSetting.AgreeOneAsync(As("A2"), Draft(0m).Id, August, "fine", default);
        var withdrawn = await branch.GoalSetting.WithdrawAsync(As("A1"), Draft(0m).Id, August, "not mine", default);
        var rejected = await branch.GoalSetting.RejectAsync(As("A1"), Draft(0m).Id, August, "too much", default).OrThrow();

        Assert.Equal(AccessAction.Propose, Assert.IsType<NobodyActsOutsideTheirScopeRule>(Refused(colleague)).Action);
        Assert.Equal(AccessAction.Decide, Assert.IsType<NobodyActsOutsideTheirScopeRule>(Refused(withdrawn)).Action);
        Assert.Equal((GoalState.Rejected, new ActorId("A1")), (rejected[0].State, rejected[0].Revisions[^1].By));
    }

    [Fact]
    public async Task Agents_agree_to_what_was_proposed_to_them_and_not_to_what_they_proposed_themselves()
    {
        var branch = new Branch(Joined("L1"), Assigned("L1", "T1", leads: true));
        ByOrganisation(branch);
        var own = Draft(50m) with { Id = new("own"), Revisions = [new(Quantity.Count(50m), August, new("A1"), Reason.Of("stated.own"))] };
        await branch.GoalSetting.ProposeAsync(As("L1"), Draft(70m) with { Revisions = [new(Quantity.Count(70m), August, new("L1"), Reason.Of("stated.first"))] }, August, default).OrThrow();
        await branch.GoalSetting.ProposeAsync(As("A1"), own, August, default).OrThrow();

        var given = await branch.GoalSetting.AgreeOneAsync(As("A1"), Draft(0m).Id, August, "fine", default).OrThrow();
        var self = await branch.GoalSetting.AgreeOneAsync(As("A1"), own.Id, August, "fine", default);
        var leader = await branch.GoalSetting.AgreeOneAsync(As("L1"), own.Id, August, "fine", default).OrThrow();

        Assert.Equal(GoalState.Active, given[0].State);
        Assert.Equal(new ActorId("A1"), Assert.IsType<SomebodyElseAgreesToAnOwnProposalRule>(Refused(self)).By);
        Assert.Equal(GoalState.Active, leader[0].State);
    }

    [Fact]
    public async Task Nobody_takes_over_a_draft_of_whose_goals_they_may_not_propose()
    {
        var branch = new Branch();
        await branch.GoalSetting.DraftAsync(Branch.Call, Draft(70m), August, default).OrThrow();
        ByOrganisation(branch);

        var taken = Draft(1m) with { Subject = Agent("A2"), Revisions = [new(Quantity.Count(1m), August, new("A2"), Reason.Of("stated.mine"))] };
        var refused = Refused(await branch.GoalSetting.DraftAsync(As("A2"), taken, August, default));

        Assert.Equal(Agent("A1"), Assert.IsType<NobodyActsOutsideTheirScopeRule>(refused).Subject);
    }

    [Fact]
    public async Task Agreeing_all_leaves_out_what_the_actor_proposed_for_themselves()
    {
        var branch = new Branch();
        var asA1 = As("A1"); // everybody may everything here, and the agent is the one of the actor's id
        await branch.GoalSetting.OpenAsync(asA1, Q3, Branch.Opening, null, default).OrThrow();

        var agreed = await branch.GoalSetting.AgreeAsync(asA1, Q3, Branch.Opening, null, default).OrThrow();

        Assert.DoesNotContain(agreed, g => g.Subject == Agent("A1"));
        Assert.Contains(agreed, g => g.Subject == Agent("A2"));
    }

    [Fact]
    public async Task Withdrawing_takes_the_months_along_and_can_be_repeated()
    {
        var branch = new Branch();
        await branch.OpenAsync();
        var goal = branch.GoalOf(Agent("A1")).Id;

        var first = await branch.GoalSetting.WithdrawAsync(Branch.Call, goal, August, "not this quarter", default).OrThrow();
        var second = await branch.GoalSetting.WithdrawAsync(Branch.Call, goal, August, "not this quarter", default).OrThrow();

        Assert.Equal((4, 0), (first.Count, second.Count));
    }

    [Fact]
    public async Task An_adjustment_takes_the_open_months_along_and_can_be_repeated()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var (before, july) = (branch.GoalOf(Agent("A1")).Target.ToDecimal(), branch.GoalOf(Agent("A1"), month: 1).Target);
        var adjustment = SomeGoal.To(before - 20m, "2026-08-03", kind: AdjustmentKind.ExternalShock);

        var changed = await branch.GoalSetting.AdjustAsync(Branch.Call, branch.GoalOf(Agent("A1")).Id, adjustment, default).OrThrow();
        var again = await branch.GoalSetting.AdjustAsync(Branch.Call, branch.GoalOf(Agent("A1")).Id, adjustment, default).OrThrow();

        Assert.Equal(3, changed.Count); // the quarter, August and September; July is past
        Assert.Empty(again);
        Assert.Equal(july, branch.GoalOf(Agent("A1"), month: 1).Target);
        Assert.Equal(before - 20m, Enumerable.Range(1, 3).Sum(m => branch.GoalOf(Agent("A1"), month: m).Target.ToDecimal()));
        Assert.All(changed, g => Assert.Equal((AdjustmentKind.ExternalShock, new ActorId("manager")), (g.Revisions[^1].Kind, g.Revisions[^1].ApprovedBy)));
    }

    [Fact]
    public async Task A_months_adjustment_moves_its_quarter_by_as_much()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var (quarter, august) = (branch.GoalOf(Agent("A1")).Target.ToDecimal(), branch.GoalOf(Agent("A1"), month: 2));

        await branch.GoalSetting.AdjustAsync(Branch.Call, august.Id, SomeGoal.To(august.Target.ToDecimal() + 5m, "2026-08-03"), default).OrThrow();

        Assert.Equal(quarter + 5m, branch.GoalOf(Agent("A1")).Target.ToDecimal());
    }

    [Fact]
    public async Task A_target_cannot_fall_below_what_past_months_hold()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(
            () => branch.GoalSetting.AdjustAsync(Branch.Call, branch.GoalOf(Agent("A1")).Id, SomeGoal.To(1m, "2026-08-03"), default).OrThrow());

        Assert.Equal(branch.GoalOf(Agent("A1"), month: 1).Target, Assert.IsType<AnAdjustedTargetCoversItsClosedPartsRule>(refused.Rule).Closed);
    }

    [Theory]
    [InlineData(CheckpointAction.AdjustGoal, true)]
    [InlineData(CheckpointAction.Coach, false)]
    [InlineData(null, false)]
    public async Task A_decision_to_adjust_leads_to_the_adjustment_that_names_it(CheckpointAction? action, bool isAllowed)
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var goal = branch.GoalOf(Agent("A1"));
        var checkpoint = SomeCheckpoint.Of() with
        {
            Goal = goal.Id,
            Decision = action is { } a ? new(a, new("m.li"), August, "market closed", Day("2026-08-31")) : null,
        };
        branch.Checkpoints.Put(checkpoint);
        var adjustment = SomeGoal.To(goal.Target.ToDecimal() - 5m, "2026-08-03", kind: AdjustmentKind.ExternalShock) with { Checkpoint = checkpoint.Key };
        Task<IReadOnlyList<Goal>> Adjust() => branch.GoalSetting.AdjustAsync(Branch.Call, goal.Id, adjustment, default).OrThrow();

        if (isAllowed)
        {
            Assert.Equal(checkpoint.Key, (await Adjust())[0].Revisions[^1].Checkpoint);
            return;
        }

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(Adjust);
        Assert.Equal(new OnlyADecisionToAdjustLeadsToAnAdjustmentRule(goal.Id, checkpoint.Key), refused.Rule);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_change()
    {
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => new Branch().GoalSetting.AdjustAsync(Branch.Call, new("none"), SomeGoal.To(1m, "2026-08-03"), default).OrThrow());

        Assert.Equal(new OnlyAMadeGoalCanChangeRule(new("none")), refused.Rule);
    }

    [Theory]
    [InlineData("2026-07-31", 0)] // July's last day still runs
    [InlineData("2026-08-01", 1)]
    [InlineData("2026-09-30", 2)]
    [InlineData("2026-10-01", 4)] // three months and the quarter
    public async Task Goals_close_on_their_end_date_even_when_nothing_changed(string on, int closedOfEach)
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        await branch.GoalSetting.CloseDueAsync(Branch.Call, Day(on), null, default).OrThrow();
        var again = await branch.GoalSetting.CloseDueAsync(Branch.Call, Day(on), null, default).OrThrow();

        var own = branch.Goals.All.Where(g => g.Subject == Agent("A1") && g.Measure.Value == "cases").ToArray();
        Assert.Equal(closedOfEach, own.Count(g => g.State == GoalState.Closed && g.Outcome!.Actual == Quantity.Count(100m)));
        Assert.Empty(again);
    }

    [Theory]
    [InlineData("2026-12-31", "christmas")] // the year's last day still runs
    [InlineData("2027-01-01", "2026 christmas")]
    public async Task Goals_of_any_period_close_on_their_end_date(string on, string closed)
    {
        var branch = new Branch { Documents = Branch.With(Branch.Document(DocumentKinds.Kpis, "{}") with { EffectiveFrom = Day("2026-01-01") }) };
        branch.Goals.Put(Custom("2026", "2026-01-01", "2026-12-31"));
        branch.Goals.Put(Custom("summer-contest", "2026-06-15", "2026-08-31"));
        branch.Goals.Put(Custom("christmas", "2026-12-24", "2026-12-26") with { State = GoalState.Agreed }); // never started, since nobody looked
        branch.Goals.Put(Custom("next-year", "2027-01-01", "2027-12-31") with { State = GoalState.Agreed });
        await branch.GoalSetting.CloseDueAsync(Branch.Call, Day("2026-12-01"), null, default).OrThrow();

        var now = await branch.GoalSetting.CloseDueAsync(Branch.Call, Day(on), null, default).OrThrow();

        Assert.Equal(closed, string.Join(' ', now.Select(g => g.Partition).Order(StringComparer.Ordinal)));
        Assert.Equal(GoalState.Closed, branch.Goals.All.Single(g => g.Partition == "summer-contest").State);
        Assert.Equal(GoalState.Agreed, branch.Goals.All.Single(g => g.Partition == "next-year").State);
    }

    [Fact]
    public async Task A_year_without_entries_asks_for_one_in_every_quarter_and_whom_it_belongs_to()
    {
        var branch = new Branch();
        branch.Goals.Put(Custom("2026", "2026-01-01", "2026-12-31") with { Source = GoalSource.Manual, Owner = new("coach"), Measure = new("visits") });

        var reminder = Assert.Single(await branch.GoalSetting.RemindersAsync(Branch.Call, Day("2026-11-24"), null, default).OrThrow());

        Assert.Equal((Id("coach"), Day("2026-01-14")), (reminder.For, reminder.DueOn));
    }

    [Fact]
    public async Task A_leaver_hands_over_what_open_months_hold_when_an_earlier_month_is_closed()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        await branch.GoalSetting.CloseDueAsync(Branch.Call, Day("2026-08-01"), null, default).OrThrow();
        branch.Facts.Add(Joined("A1", left: "2026-07-20", revision: 2));

        var changed = await branch.GoalSetting.HandOverAsync(Branch.Call, Q3, Id("A1"), August, null, default).OrThrow();

        Assert.DoesNotContain(changed, g => g.State == GoalState.Closed);
        Assert.Equal(0m, branch.GoalOf(Agent("A1"), month: 2).Target.ToDecimal());
        Assert.Equal(401m, branch.Goals.All.Where(g => g.Measure.Value == "cases" && g.Period != Q3.Interval).Sum(g => g.Target.ToDecimal()));
    }

    [Fact]
    public async Task A_manual_goal_without_entries_asks_for_one()
    {
        var branch = new Branch();
        branch.Goals.Put(Draft(5m) with { State = GoalState.Active, Source = GoalSource.Manual });

        var reminders = await branch.GoalSetting.RemindersAsync(Branch.Call, Day("2026-07-14"), null, default).OrThrow();

        Assert.Equal((Id("A1"), Day("2026-07-14"), "reminder.entry-missing"), (Assert.Single(reminders).For, reminders[0].DueOn, reminders[0].Reason.Code));
        Assert.Empty(await branch.GoalSetting.RemindersAsync(Branch.Call, Day("2026-07-13"), null, default).OrThrow());
    }

    [Fact]
    public async Task Leave_is_proposed_as_an_adjustment_once()
    {
        var branch = new Branch(ProRaterTests.Away("A1", "sick", "2026-08-10", "2026-08-21"))
        {
            GoalPolicies = new() { ProRating = ProRatings.WorkingDaysWithout(WorkCalendars.China, "sick") },
        };
        await branch.OpenAndAgreeAsync();

        var proposals = await branch.GoalSetting.ProposedAdjustmentsAsync(Branch.Call, Q3, August, null, default).OrThrow();
        foreach (var proposal in proposals)
        {
            await branch.GoalSetting.AdjustAsync(Branch.Call, proposal.Goal, proposal.AsAdjustment(new("manager"), August), default).OrThrow();
        }

        Assert.Equal(["2026Q3/cases/agent:A1", "2026Q3/premium/agent:A1"], proposals.Select(p => p.Goal.Value));
        Assert.All(proposals, p => Assert.Equal(AdjustmentKind.Leave, p.Kind));
        Assert.Empty(await branch.GoalSetting.ProposedAdjustmentsAsync(Branch.Call, Q3, August, null, default).OrThrow());
    }

    [Fact]
    public async Task Who_joins_in_the_middle_is_offered_the_share_of_the_days_that_are_left()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Facts.Add(Joined("A9", "2026-08-01"), Assigned("A9", "T1", "2026-08-01"));

        var drafts = await branch.GoalSetting.ProposedGoalsOfJoinersAsync(Branch.Call, Q3, August, null, default).OrThrow();

        // All did 100 cases before; who is new has half the capacity: 0.7 × 0.2 + 0.3 × 0.5 ÷ 4.5 beside 0.7 × 0.2 + 0.3 × 1 ÷ 4.5 of each of the four who share 401.
        // 401 × 0.17333 ÷ 0.82667 = 84.08; of 84, 43 of 66 working days are left: 54.7.
        var cases = drafts.Where(g => g.Measure.Value == "cases").ToArray();
        Assert.Equal([55m, 0m, 27m, 28m], cases.Select(g => g.Target.ToDecimal()));
        Assert.All(drafts, g => Assert.Equal((Agent("A9"), GoalState.Draft), (g.Subject, g.State)));
        Assert.Equal([branch.GoalOf(Team("T1")).Id, cases[0].Id, cases[0].Id, cases[0].Id], cases.Select(g => g.Parent!.Value));
        Assert.Equal(Quantity.Count(84m).ToString(), cases[0].Reason["target"].Text);
        Assert.Equal(8, drafts.Count);
        Assert.DoesNotContain(branch.Goals.All, g => g.Subject == Agent("A9"));
    }

    [Fact]
    public async Task A_renewal_that_lies_ahead_makes_nobody_a_joiner_and_moves_no_joiners_days()
    {
        var branch = new Branch(
            Joined("A1", "2024-01-01", left: "2026-12-31", revision: 2), Joined("A1", "2027-01-01") with { Origin = new("crm", "A1-2") },
            Joined("A8", "2020-01-01", left: "2026-12-31"), Joined("A8", "2027-01-01") with { Origin = new("crm", "A8-2") });
        await branch.OpenAndAgreeAsync();
        branch.Facts.Add(
            Assigned("A8", "T1", "2026-07-02"),
            Joined("A9", "2026-08-01", left: "2026-12-31"), Joined("A9", "2027-01-01") with { Origin = new("crm", "A9-2") }, Assigned("A9", "T1", "2026-08-01"));

        var drafts = await branch.GoalSetting.ProposedGoalsOfJoinersAsync(Branch.Call, Q3, August, null, default).OrThrow();

        Assert.Equal([55m, 0m, 27m, 28m], drafts.Where(g => g.Measure.Value == "cases").Select(g => g.Target.ToDecimal()));
        Assert.All(drafts, g => Assert.Equal(Agent("A9"), g.Subject));
    }

    [Fact]
    public async Task A_joiners_goals_are_agreed_with_their_months_and_not_offered_again()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Facts.Add(Joined("A9", "2026-08-01"), Assigned("A9", "T1", "2026-08-01"));
        foreach (var draft in await branch.GoalSetting.ProposedGoalsOfJoinersAsync(Branch.Call, Q3, August, null, default).OrThrow())
        {
            await branch.GoalSetting.ProposeAsync(Branch.Call, draft, August, default).OrThrow();
        }

        var agreed = await branch.GoalSetting.AgreeOneAsync(Branch.Call, branch.GoalOf(Agent("A9")).Id, August, "welcome", default).OrThrow();

        Assert.Equal(4, agreed.Count);
        Assert.Empty(await branch.GoalSetting.ProposedGoalsOfJoinersAsync(Branch.Call, Q3, August, null, default).OrThrow());
    }

    private static Goal Custom(string period, string start, string end) => SomeGoal.Of(5m) with { Id = new(period), Partition = period, Period = Days(start, end) };

    private static void ByOrganisation(Branch branch) => branch.Edge.Access = new OrganisationAccessPolicy(new OrganisationsOf(branch.Facts), new());

    private static CallContext As(string actor) => Branch.Call with { Actor = new(actor) };

    private static IBusinessRule Refused<T>(UseCaseResult<T> result) => Assert.IsType<UseCaseResult<T>.Refused>(result).Rule;

    private static Goal Draft(decimal target) => SomeGoal.Of(target, GoalState.Draft, measure: "visits");
}

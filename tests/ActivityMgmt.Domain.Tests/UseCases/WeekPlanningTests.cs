using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class WeekPlanningTests
{
    private readonly InMemoryFactStore _facts = new();
    private readonly WatchedRepository<WeekPlan> _weeks = new();
    private readonly InMemoryEdge _edge;

    public WeekPlanningTests()
    {
        _edge = new(_weeks);
         _facts.Add(Joined("A1"), Licensed("A1"), Customer("C1"), Customer("C2", refused: "2026-07-01"));
    }

    private IFiscalCalendar Fiscal { get; set; } = FiscalCalendars.Gregorian;

    private WeekPlanning Planning => new(_edge.Edge, _facts, _weeks, new StatedCalendars(Fiscal), new());

    [Fact]
    public async Task A_draft_is_stored_with_what_stands_in_its_way_and_again_changes_nothing()
    {
        var draft = Week(Plans("P1", "2026-07-25 10:00", customer: "C1"));

        var first = await Propose(draft);
        await Propose(draft);

        Assert.Equal(["plan.holiday"], first.Findings.Select(f => f.Reason.Code));
        Assert.Equal((draft.Key, 1), (Assert.Single(_weeks.All).Key, _weeks.Writes));
    }

    [Fact]
    public async Task Other_weeks_of_the_agent_the_companion_and_the_campaign_are_looked_at()
    {
        var campaign = new BudgetLine("seminar", Money.Of(1000m, "CNY")) { Campaign = new(Money.Of(1000m, "CNY"), Days("2026-07-01", "2026-08-31")) };
        PlannedActivity Costs(string id, string at) => Plans(id, at) with { Cost = Money.Of(600m, "CNY"), BudgetLine = "seminar" };
        _weeks.Put(Of("A1", "2026-07-13", Plans("N1", "2026-07-19 23:30"))); // into Monday
        _weeks.Put(Of("L1", "2026-07-20", Plans("M1", "2026-07-21 10:00")));
        _weeks.Put(Of("A2", "2026-08-03", Costs("X1", "2026-08-04 10:00")) with { Budget = [campaign] });

        var found = await Propose(Week(
            Plans("P1", "2026-07-20 00:00") with { Companion = Id("L1") }, Plans("P2") with { Companion = Id("L1") }, Costs("P3", "2026-07-22 10:00")) with { Budget = [campaign] });

        Assert.Equal(["plan.booked", "plan.companion-booked", "plan.over-campaign-budget"], found.Findings.Select(f => f.Reason.Code));
    }

    [Fact]
    public async Task A_week_begins_when_the_companys_weeks_do()
    {
        Fiscal = FiscalCalendars.Gregorian.WithWeeksFrom(IsoDayOfWeek.Sunday);
        var (monday, sunday) = (Week(Plans("P1")), WeekPlan.Draft(Id("A1"), Day("2026-07-20"), "Asia/Shanghai", Fiscal).With(Plans("P1")));

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Propose(monday));
        var stored = await Propose(sunday);

        Assert.Equal(new AWeekBeginsOnTheCompanysFirstDayRule(monday, Day("2026-07-19")), refused.Rule);
        Assert.Equal(Days("2026-07-19", "2026-07-25"), stored.Plan.Days);
    }

    [Fact]
    public async Task A_better_draft_takes_its_place()
    {
        await Propose(Week(Plans("P1")));
        await Propose(Week(Plans("P2")));

        Assert.Equal("P2", Assert.Single(Assert.Single(_weeks.All).Activities).Id.Value);
    }

    [Fact]
    public async Task It_is_agreed_in_the_actors_name_once()
    {
        var draft = Week(Plans("P1", customer: "C1"));
        await Propose(draft);

        await Agree(draft);
        await Agree(draft);

        Assert.Equal([new WeekPlanDecision(WeekPlanState.Agreed, new("manager"), Day("2026-07-19"), Because)], Assert.Single(_weeks.All).Decisions);
        Assert.Equal(2, _weeks.Writes);
        Assert.Equal(WeekPlanState.Agreed, (await Propose(draft)).Plan.State);
    }

    [Fact]
    public async Task Whom_nobody_may_contact_stops_the_agreement()
    {
        var draft = Week(Plans("P1", customer: "C2"));
        await Propose(draft);

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Agree(draft));

        Assert.Equal("plan.do-not-contact", Assert.IsType<AWeekWithABlockingFindingIsNotAgreedRule>(refused.Rule).Finding.Reason.Code);
        Assert.Equal(WeekPlanState.Draft, Assert.Single(_weeks.All).State);
    }

    [Fact]
    public async Task An_agreed_week_is_not_rewritten_but_moved()
    {
        var draft = Week(Plans("P1", customer: "C1"));
        await Propose(draft);
        await Agree(draft);

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Propose(Week(Plans("P2"))));
        await Planning.MoveAsync(Branch.Call, draft.Key, new("P1"), At("2026-07-22 10:00"), Day("2026-07-20"), CancellationToken.None).OrThrow();
        await Planning.MoveAsync(Branch.Call, draft.Key, new("P1"), At("2026-07-22 10:00"), Day("2026-07-20"), CancellationToken.None).OrThrow();

        Assert.IsType<OnlyADraftWeekIsRewrittenRule>(refused.Rule);
        Assert.Equal((At("2026-07-22 10:00"), 1), (_weeks.All[0].Activities[0].StartsAt, _weeks.All[0].Activities[0].Moves));
        Assert.Equal(3, _weeks.Writes);
    }

    [Fact]
    public async Task Closing_compares_with_what_was_done_as_often_as_one_asks()
    {
        var draft = Week(Plans("P1", customer: "C1"));
        await Propose(draft);
        await Agree(draft);
        _facts.Add(Planned("P1"), Outcome("P1"), Outcome(null, at: "2026-07-23 10:00", id: "besides"));

        Task<PlanComparison> Close() => Planning.CloseAsync(Branch.Call, draft.Key, Day("2026-07-27"), Because, CancellationToken.None).OrThrow();
        var first = (await Close()).Total;
        var second = (await Close()).Total;

        Assert.Equal((1, 1, 1), (first.Planned, first.Done, first.Unplanned));
        Assert.Equal((1, 1, 1), (second.Planned, second.Done, second.Unplanned));
        Assert.Equal((WeekPlanState.Closed, 3), (_weeks.All[0].State, _weeks.Writes));
    }

    [Fact]
    public async Task An_activity_is_called_off_with_a_reason_once_and_the_comparison_tells_of_it()
    {
        var draft = Week(Plans("P1", customer: "C1"), Plans("P2", "2026-07-22 10:00"));
        await Propose(draft);
        await Agree(draft);

        var left = await CallOff(draft, "P2");
        await CallOff(draft, "P2");
        var total = (await Planning.CloseAsync(Branch.Call, draft.Key, Day("2026-07-27"), Because, CancellationToken.None).OrThrow()).Total;

        Assert.Equal("P1", Assert.Single(left.Plan.Activities).Id.Value);
        Assert.Equal([new CalledOffActivity(Plans("P2", "2026-07-22 10:00"), new("manager"), Day("2026-07-20"), Because) { WasAgreed = true }], _weeks.All[0].CalledOff);
        Assert.Equal([new ActivityCalledOff(draft.Key, Id("A1"), new("P2"), new("manager"), Because)], _edge.Events.Select(e => e.Event));
        Assert.Equal((2, 1, 1), (total.Planned, total.Cancelled, total.Open));
        Assert.Equal(4, _weeks.Writes);
    }

    [Theory]
    [InlineData("success", WorkItemState.Done)]
    [InlineData("no-interest", WorkItemState.Done)]
    [InlineData("missed", WorkItemState.Missed)]
    public async Task What_has_an_outcome_is_not_called_off(string outcome, WorkItemState state)
    {
        var draft = Week(Plans("P1", customer: "C1"));
        await Propose(draft);
        await Agree(draft);
        _facts.Add(Planned("P1"), Outcome("P1", outcome));

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => CallOff(draft, "P1"));

        Assert.Equal(
            (new AppointmentId("P1"), state, Day("2026-07-21")),
            refused.Rule is AnActivityWithAnOutcomeIsNotCalledOffRule rule ? (rule.Activity, rule.State, rule.Date) : default);
        Assert.Equal((1, 2), (_weeks.All[0].Activities.Count, _weeks.Writes));
    }

    [Fact]
    public async Task What_the_customer_called_off_already_can_be_called_off_in_the_plan_too()
    {
        var draft = Week(Plans("P1", customer: "C1"));
        await Propose(draft);
        _facts.Add(Planned("P1"), Happened("P1", AppointmentEvent.Cancelled, "2026-07-19"));

        Assert.Empty((await CallOff(draft, "P1")).Plan.Activities);
    }

    [Fact]
    public async Task A_draft_tells_of_no_decision_and_calls_nothing_off_in_another_name()
    {
        var settled = Week(Plans("P1")) with { Decisions = [new(WeekPlanState.Agreed, new("boss"), Day("2026-07-18"), Because)] };
        var calledOff = Week(Plans("P1")).CallOff(new("P1"), new("boss"), Day("2026-07-18"), Because);

        Assert.IsType<OnlyADraftWeekIsRewrittenRule>((await Assert.ThrowsAsync<BrokenRuleException>(() => Propose(settled))).Rule);
        Assert.Equal(new NobodyActsInAnotherNameRule(new("manager"), new("boss")), (await Assert.ThrowsAsync<BrokenRuleException>(() => Propose(calledOff))).Rule);
        Assert.Empty(_weeks.All);
    }

    [Fact]
    public async Task What_was_never_planned_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Planning.CheckAsync(Branch.Call, "2026-W30/A9", Day("2026-07-20"), CancellationToken.None).OrThrow());

        Assert.Equal(new OnlyAPlannedWeekIsSettledRule("2026-W30/A9"), refused.Rule);
    }

    private static WeekPlan Of(string agent, string day, params PlannedActivity[] activities) =>
        activities.Aggregate(WeekPlan.Draft(Id(agent), Day(day), "Asia/Shanghai"), (week, activity) => week.With(activity)) with { State = WeekPlanState.Agreed };

    private Task<CheckedWeek> Propose(WeekPlan draft) => Planning.ProposeAsync(Branch.Call, draft, Day("2026-07-18"), CancellationToken.None).OrThrow();

    private Task<CheckedWeek> CallOff(WeekPlan week, string activity) =>
        Planning.CallOffAsync(Branch.Call, week.Key, new(activity), Day("2026-07-20"), Because, CancellationToken.None).OrThrow();

    private Task<CheckedWeek> Agree(WeekPlan week) => Planning.AgreeAsync(Branch.Call, week.Key, Day("2026-07-19"), Because, CancellationToken.None).OrThrow();
}

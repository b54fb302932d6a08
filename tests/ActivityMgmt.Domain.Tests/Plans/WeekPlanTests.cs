using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class WeekPlanTests
{
    [Theory]
    [InlineData("2026-07-19", "2026-W29/A1", "2026-07-13")]
    [InlineData("2026-07-20", "2026-W30/A1", "2026-07-20")]
    [InlineData("2026-07-26", "2026-W30/A1", "2026-07-20")]
    [InlineData("2027-01-03", "2026-W53/A1", "2026-12-28")] // 2026 has 53 weeks
    public void A_week_is_seven_days_from_monday(string day, string key, string monday)
    {
        var week = WeekPlan.Draft(Id("A1"), Day(day), "Asia/Shanghai");

        Assert.Equal((key, Day(monday), 7), (week.Key, week.FirstDay, week.Days.Length));
    }

    [Fact]
    public void Every_day_is_in_exactly_one_week() => Gens.DateIn2026.Sample(day =>
    {
        var week = WeekPlan.Draft(Id("A1"), day, "Asia/Shanghai").Days;

        Assert.True(week.Contains(day) && !week.Contains(day.PlusDays(7)) && !week.Contains(day.PlusDays(-7)));
    });

    [Theory]
    [InlineData("2026-07-19 23:59", false)]
    [InlineData("2026-07-20 00:00", true)]
    [InlineData("2026-07-26 23:59", true)]
    [InlineData("2026-07-27 00:00", false)]
    public void It_holds_its_own_days_in_the_agents_zone(string at, bool holds)
    {
        if (holds)
        {
            Assert.Equal(At(at), Assert.Single(Week(Plans("P1", at)).Activities).StartsAt);
        }
        else
        {
            Assert.Equal(new AWeekHoldsOnlyItsOwnDaysRule(Week(), Day(at[..10])).Reason, Refused<AWeekHoldsOnlyItsOwnDaysRule>(() => Week(Plans("P1", at))).Reason);
        }
    }

    [Fact]
    public void From_draft_to_agreed_to_closed_by_named_persons()
    {
        var closed = Agreed().Close(Manager, Day("2026-07-27"), Because);

        Assert.Equal(
            [new WeekPlanDecision(WeekPlanState.Agreed, Manager, Day("2026-07-19"), Because), new(WeekPlanState.Closed, Manager, Day("2026-07-27"), Because)],
            closed.Decisions);
    }

    [Fact]
    public void It_closes_after_its_last_day()
    {
        Assert.Equal(Day("2026-07-26"), Refused<AWeekClosesAfterItsLastDayRule>(() => Agreed().Close(Manager, Day("2026-07-26"), Because)).On);
        Assert.Equal(WeekPlanState.Closed, Agreed().Close(Manager, Day("2026-07-27"), Because).State);
    }

    [Fact]
    public void It_lives_by_its_life_cycle()
    {
        var refusals = LifeCycleCheck.Run(
            LifeCycles.WeekPlan,
            state => Week(Plans("P1")) with { State = state },
            week => week.State,
            new Dictionary<string, Func<WeekPlan, WeekPlan>>
            {
                ["rewrite"] = week => week.With(Plans("P2")),
                ["move"] = week => week.Move(new("P1"), At("2026-07-23 09:00")),
                ["call-off"] = week => week.CallOff(new("P1"), Manager, Day("2026-07-20"), Because),
                ["agree"] = week => week.Agree(Manager, Day("2026-07-19"), Because, []),
                ["close"] = week => week.Close(Manager, Day("2026-07-27"), Because),
            });

        var closedAgain = Assert.IsType<AWeekMovesOneStepAtATimeRule>(refusals[("close", WeekPlanState.Closed)]);
        Assert.Equal((WeekPlanState.Closed, WeekPlanState.Closed), (closedAgain.Plan.State, closedAgain.To));
        Assert.IsType<OnlyADraftWeekIsRewrittenRule>(refusals[("rewrite", WeekPlanState.Agreed)]);
        Assert.IsType<AClosedWeekDoesNotChangeRule>(refusals[("move", WeekPlanState.Closed)]);
    }

    [Fact]
    public void The_system_settles_nothing() =>
        Refused<ANamedPersonDecidesAboutAWeekRule>(() => Week().Agree(CallContext.SystemActor, Day("2026-07-19"), Because, []));

    [Theory]
    [InlineData(Severity.Info, false)]
    [InlineData(Severity.Warn, false)]
    [InlineData(Severity.Block, true)]
    public void Only_a_blocking_finding_stops_the_agreement(Severity severity, bool stops)
    {
        WeekPlan Agree() => Week().Agree(Manager, Day("2026-07-19"), Because, [new(severity, Because)]);

        if (stops)
        {
            Assert.Equal(Because, Refused<AWeekWithABlockingFindingIsNotAgreedRule>(Agree).Finding.Reason);
        }
        else
        {
            Assert.Equal(WeekPlanState.Agreed, Agree().State);
        }
    }

    [Fact]
    public void Moving_keeps_the_id_and_counts()
    {
        var moved = Agreed().Move(new("P1"), At("2026-07-23 09:00")).Move(new("P1"), At("2026-07-22 09:00"));

        var activity = Assert.Single(moved.Activities);
        Assert.Equal((new AppointmentId("P1"), At("2026-07-22 09:00"), 2), (activity.Id, activity.StartsAt, activity.Moves));
        Assert.Same(moved, moved.Move(new("P1"), At("2026-07-22 09:00")));
    }

    [Fact]
    public void An_agreed_week_is_moved_and_called_off_but_not_rewritten_and_a_closed_one_stays()
    {
        var closed = Agreed().Close(Manager, Day("2026-07-27"), Because);

        Refused<OnlyADraftWeekIsRewrittenRule>(() => Agreed().With(Plans("P2")));
        Assert.Empty(CallOff(Agreed(), "P1").Activities);
        Refused<AClosedWeekDoesNotChangeRule>(() => closed.Move(new("P1"), At("2026-07-23 09:00")));
        Refused<AClosedWeekDoesNotChangeRule>(() => CallOff(closed, "P1"));
        Assert.Equal(new AppointmentId("P9"), Refused<OnlyAPlannedActivityIsMovedRule>(() => CallOff(Agreed(), "P9")).Activity);
    }

    [Fact]
    public void What_is_called_off_stays_known_with_who_when_and_why()
    {
        var week = CallOff(Agreed(), "P1");

        Assert.Equal([new CalledOffActivity(Plans("P1"), Manager, Day("2026-07-20"), Because) { WasAgreed = true }], week.CalledOff);
        Assert.Same(week, week.CallOff(new("P1"), new("somebody-else"), Day("2026-07-22"), Reason.Of("stated.other")));
        Assert.Equal(new AppointmentId("P1"), Refused<OnlyAPlannedActivityIsMovedRule>(() => week.Move(new("P1"), At("2026-07-23 09:00"))).Activity);
    }

    [Fact]
    public void What_a_draft_called_off_can_be_planned_again()
    {
        var week = CallOff(Week(Plans("P1")), "P1");

        Assert.False(Assert.Single(week.CalledOff).WasAgreed);
        Assert.Empty(week.With(Plans("P1")).CalledOff);
        Assert.Equal("P1", Assert.Single(week.With(Plans("P1")).Activities).Id.Value);
    }

    [Fact]
    public void An_activity_is_there_once_and_in_order_of_time()
    {
        var week = Week(Plans("P1", "2026-07-23 09:00"), Plans("P2", "2026-07-21 09:00"), Plans("P1", "2026-07-20 09:00"));

        Assert.Equal(["P1", "P2"], week.Activities.Select(a => a.Id.Value));
    }

    // The weeks of the fiscal calendar, by name and days.
    [Theory]
    [InlineData("2026-07-18", "2026-W28/A1", "2026-07-12")] // Saturday
    [InlineData("2026-07-19", "2026-W29/A1", "2026-07-19")] // Sunday
    [InlineData("2027-01-02", "2026-W52/A1", "2026-12-27")]
    [InlineData("2027-01-03", "2027-W01/A1", "2027-01-03")]
    public void A_company_may_begin_its_weeks_on_another_weekday(string day, string key, string firstDay)
    {
        var calendar = FiscalCalendars.Gregorian.WithWeeksFrom(IsoDayOfWeek.Sunday);

        var week = WeekPlan.Draft(Id("A1"), Day(day), "Asia/Shanghai", calendar);

        Assert.Equal((key, Day(firstDay), 7), (week.Key, week.FirstDay, week.Days.Length));
        Assert.Equal(calendar.PeriodContaining(PeriodKind.Week, Day(day)).Interval, week.Days);
    }

    [Fact]
    public void No_two_weeks_of_a_company_have_the_same_name() => Assert.All(Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None), firstDay =>
    {
        var first = Day("2020-01-01").Next(firstDay);

        Assert.Equal(2000, Enumerable.Range(0, 2000).Select(i => WeekPlan.PartitionOf(first.PlusWeeks(i))).Distinct().Count());
    });

    private static WeekPlan CallOff(WeekPlan week, string activity) => week.CallOff(new(activity), Manager, Day("2026-07-20"), Because);

    private static WeekPlan Agreed() => Week(Plans("P1")).Agree(Manager, Day("2026-07-19"), Because, []);

    private static T Refused<T>(Func<object> change)
        where T : IBusinessRule => Assert.IsType<T>(Assert.Throws<BrokenRuleException>(change).Rule);
}

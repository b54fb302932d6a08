using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class RecurringActivityTests
{
    private static readonly RecurringActivity Morning = new()
    {
        Id = "morning", On = new Recurrence.EveryWorkingDay { From = Day("2026-07-22") }, At = new(8, 30), Minutes = 30, Activity = "meeting", Purpose = "morning-meeting",
    };

    [Fact]
    public void A_series_fills_a_week_with_ids_of_its_own()
    {
        var week = Morning.AddTo(Week(Plans("P1")), WorkCalendars.China);

        Assert.Equal(
            [("P1", At("2026-07-21 10:00")), ("morning-2026-07-22", At("2026-07-22 08:30")), ("morning-2026-07-23", At("2026-07-23 08:30")), ("morning-2026-07-24", At("2026-07-24 08:30"))],
            week.Activities.Select(a => (a.Id.Value, a.StartsAt)));
        Assert.Equal(week.Activities, Morning.AddTo(week, WorkCalendars.China).Activities);
    }

    [Fact]
    public void A_time_that_the_zone_skips_is_moved_on_by_the_gap()
    {
        var week = WeekPlan.Draft(Id("A1"), Day("2026-03-29"), "Europe/Berlin"); // 02:00 to 03:00 is left out that Sunday

        var series = Morning with { On = new Recurrence.Weekly { From = Day("2026-03-01"), Days = [IsoDayOfWeek.Sunday] }, At = new(2, 30) };

        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), Assert.Single(series.AddTo(week, WorkCalendars.MondayToFriday).Activities).StartsAt);
    }

    [Fact]
    public void An_agreed_week_takes_no_series() =>
        Assert.IsType<OnlyADraftWeekIsRewrittenRule>(Assert.Throws<BrokenRuleException>(
            () => Morning.AddTo(Week().Agree(Manager, Day("2026-07-19"), Because, []), WorkCalendars.China)).Rule);
}

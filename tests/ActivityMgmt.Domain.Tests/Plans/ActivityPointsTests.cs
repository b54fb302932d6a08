using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ActivityPointsTests
{
    private static readonly ActivityPoints Game = new()
    {
        PerActivity = new Dictionary<string, decimal> { ["meal"] = 1m, ["suspect"] = 0.5m, ["fact-finder"] = 1m, ["case-opened"] = 1m, ["close"] = 1m },
        DailyGoal = 2m,
        WeeklyGoal = 5m,
    };

    [Fact]
    public void Golden_A3_meal_1_suspect_half_fact_finder_1_case_opened_1_close_1()
    {
        var book = Book(
            Did("A1", "meal", "2026-07-20 12:00"),
            Did("A1", "suspect", "2026-07-21 09:00"),
            Did("A1", "suspect", "2026-07-21 10:00"),
            Did("A1", "suspect", "2026-07-21 11:00"),
            Did("A1", "fact-finder", "2026-07-22 10:00"),
            Did("A1", "case-opened", "2026-07-23 10:00"),
            Did("A1", "close", "2026-07-26 10:00"));

        var week = Game.InWeek(book, Id("A1"), Day("2026-07-24"));

        Assert.Equal(Days("2026-07-20", "2026-07-26"), week.Period);
        Assert.Equal(Quantity.Of(5.5m, Unit.Score), Assert.IsType<Reading.Measured>(week.Points).Value);
        Assert.Equal([("case-opened", 1, 1m), ("close", 1, 1m), ("fact-finder", 1, 1m), ("meal", 1, 1m), ("suspect", 3, 1.5m)], week.Lines.Select(l => (l.Activity, l.Count, l.Points)));
        Assert.Equal((0m, true), (week.Missing, week.IsReached));
    }

    [Theory]
    [InlineData("2026-07-25", 0)] // the Saturday before
    [InlineData("2026-07-26", 1)] // its first day, a Sunday
    [InlineData("2026-08-01", 1)]
    [InlineData("2026-08-02", 0)]
    public void Weeks_are_those_of_the_companys_calendar(string date, int suspects)
    {
        var week = Game.InWeek(Book(Did("A1", "suspect", $"{date} 10:00"), Did("A1", "other", "2026-07-28 10:00")), Id("A1"), Day("2026-07-28"), FiscalCalendars.Gregorian.WithWeeksFrom(IsoDayOfWeek.Sunday));

        Assert.Equal(Days("2026-07-26", "2026-08-01"), week.Period);
        Assert.Equal(suspects * 0.5m, Assert.IsType<Reading.Measured>(week.Points).Value.ToDecimal());
    }

    [Theory]
    [InlineData(1, 1.5, false)]
    [InlineData(3, 0.5, false)]
    [InlineData(4, 0, true)] // equal reaches
    [InlineData(5, 0, true)]
    public void The_goal_is_reached_when_equal(int suspects, double missing, bool reached)
    {
        var book = Book([.. Enumerable.Range(0, suspects).Select(i => Did("A1", "suspect", $"2026-07-21 {9 + i:00}:00"))]);

        var day = Game.OnDay(book, Id("A1"), Day("2026-07-21"));

        Assert.Equal(((decimal)missing, reached), (day.Missing, day.IsReached));
    }

    [Fact]
    public void Missed_cancelled_and_unlisted_activities_give_no_points_and_are_no_evidence()
    {
        var book = Book(
            Did("A1", "meal", "2026-07-21 09:00", outcome: "missed"),
            Did("A1", "meal", "2026-07-21 10:00", outcome: "cancelled"),
            Did("A1", "golf", "2026-07-21 11:00"),
            Did("A1", "meal", "2026-07-21 12:00", id: "counts"),
            Did("A2", "meal", "2026-07-21 13:00"));

        var points = Assert.IsType<Reading.Measured>(Game.OnDay(book, Id("A1"), Day("2026-07-21")).Points);

        Assert.Equal(Quantity.Of(1m, Unit.Score), points.Value);
        Assert.Equal("Activity:crm/counts@1", Assert.Single(points.Evidence.Facts).ToString());
    }

    [Fact]
    public void A_day_without_any_record_has_no_points_rather_than_none()
    {
        var day = Game.OnDay(Book(Did("A1", "meal", "2026-07-22 00:00"), Did("A1", "meal", "2026-07-20 23:59")), Id("A1"), Day("2026-07-21"));

        Assert.Equal("points.no-activities", Assert.IsType<Reading.NoData>(day.Points).Reason.Code);
        Assert.Null(day.IsReached);
    }
}

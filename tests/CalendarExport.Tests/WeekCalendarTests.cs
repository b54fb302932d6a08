using Ical.Net;
using Ical.Net.CalendarComponents;

namespace CalendarExport.Tests;

public class WeekCalendarTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    [Fact]
    public void An_activity_is_read_back_with_time_zone_length_and_purpose()
    {
        var written = Read(Week())["E1001-1@activitymgmt"];

        Assert.Equal(("Asia/Shanghai", new DateTime(2026, 7, 21, 10, 0, 0, DateTimeKind.Unspecified)), (written.Start!.TzId, written.Start.Value));
        Assert.Equal(At(21, 11).ToDateTimeUtc(), written.End!.AsUtc);
        Assert.Equal(("interview C1", "first-meeting", 0, "CONFIRMED"), (written.Summary, written.Description, written.Sequence, written.Status));
        Assert.Equal(At(20, 8).ToDateTimeUtc(), written.DtStamp!.AsUtc);
    }

    [Fact]
    public void A_moved_activity_keeps_its_uid_and_counts_its_sequence_up()
    {
        var moved = Read(Week().Move(new("E1001-1"), At(23, 9)).Move(new("E1001-1"), At(22, 9)));

        Assert.Equal(["E1001-1@activitymgmt", "E1001-2@activitymgmt"], moved.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, At(22, 9).ToDateTimeUtc()), (moved["E1001-1@activitymgmt"].Sequence, moved["E1001-1@activitymgmt"].Start!.AsUtc));
        Assert.Equal(0, moved["E1001-2@activitymgmt"].Sequence);
    }

    [Fact]
    public void An_activity_that_was_called_off_is_written_as_cancelled_and_no_longer_as_planned()
    {
        var week = Week().Move(new("E1001-1"), At(23, 9)).CallOff(new("E1001-1"), new("E1001"), new(2026, 7, 20), Reason.Of("stated.reason"));

        var cancellations = Calendar.Load(WeekCalendar.WriteCancellations(week, At(20, 8))!)!;
        var cancelled = Assert.Single(cancellations.Events);

        Assert.Equal("CANCEL", cancellations.Method);
        Assert.Equal(("E1001-1@activitymgmt", "CANCELLED", 2), (cancelled.Uid, cancelled.Status, cancelled.Sequence)); // moved once, then called off
        Assert.Equal(At(23, 9).ToDateTimeUtc(), cancelled.Start!.AsUtc);
        Assert.Equal(["E1001-2@activitymgmt"], Read(week).Keys);
        Assert.Equal("PUBLISH", Calendar.Load(WeekCalendar.Write(week, At(20, 8)))!.Method);
    }

    [Fact]
    public void A_week_with_nothing_called_off_has_no_cancellations() => Assert.Null(WeekCalendar.WriteCancellations(Week(), At(20, 8)));

    [Fact]
    public void The_same_week_gives_the_same_text()
    {
        var text = WeekCalendar.Write(Week(), At(20, 8));

        Assert.Equal(text, WeekCalendar.Write(Week(), At(20, 8)));
        Assert.Contains("BEGIN:STANDARD", text, StringComparison.Ordinal); // RFC 5545: a zone says at least its standard time
    }

    private static Dictionary<string, CalendarEvent> Read(WeekPlan week) => Calendar.Load(WeekCalendar.Write(week, At(20, 8)))!.Events.ToDictionary(e => e.Uid!);

    private static WeekPlan Week() => WeekPlan.Draft(new("E1001"), new(2026, 7, 20), "Asia/Shanghai")
        .With(new() { Id = new("E1001-1"), Activity = "interview", StartsAt = At(21, 10), Minutes = 60, Purpose = "first-meeting", Customer = new("C1") })
        .With(new() { Id = new("E1001-2"), Activity = "proposal", StartsAt = At(22, 15), Minutes = 90, Purpose = "annuity" });

    private static Instant At(int day, int hour) => new LocalDateTime(2026, 7, day, hour, 0).InZoneStrictly(Shanghai).ToInstant();
}

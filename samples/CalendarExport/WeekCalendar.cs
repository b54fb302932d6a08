using ActivityMgmt.Domain;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace CalendarExport;

/// <summary>Writes a planned week as iCalendar (RFC 5545), so that an agent sees it on the phone.</summary>
public static class WeekCalendar
{
    /// <summary>One event for each planned activity. The UID stays when an activity is moved and SEQUENCE counts up, so a calendar moves its entry instead of adding one.</summary>
    /// <param name="week">The week; its time zone is written with the events.</param>
    /// <param name="writtenAt">The moment of writing, for DTSTAMP.</param>
    /// <param name="cancelled">Activities that were called off since the last export; they are written once more, as cancelled.</param>
    public static string Write(WeekPlan week, Instant writtenAt, params IReadOnlyList<PlannedActivity> cancelled)
    {
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(cancelled);
        var calendar = new Calendar { ProductId = "-//ActivityMgmt//CalendarExport//EN", Method = "PUBLISH" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(week.TimeZone));
        foreach (var activity in week.Activities)
        {
            calendar.Events.Add(EventOf(week, activity, writtenAt, EventStatus.Confirmed));
        }

        foreach (var activity in cancelled)
        {
            calendar.Events.Add(EventOf(week, activity with { Moves = activity.Moves + 1 }, writtenAt, EventStatus.Cancelled));
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    /// <summary>The UID of an activity, the same in every export.</summary>
    public static string UidOf(AppointmentId activity) => $"{activity}@activitymgmt";

    private static CalendarEvent EventOf(WeekPlan week, PlannedActivity activity, Instant writtenAt, string status) => new()
    {
        Uid = UidOf(activity.Id),
        Sequence = activity.Moves,
        DtStamp = new CalDateTime(writtenAt.ToDateTimeUtc(), "UTC"),
        Start = Local(activity.StartsAt, week.TimeZone),
        End = Local(activity.EndsAt, week.TimeZone),
        Summary = activity.Customer is { } customer ? $"{activity.Activity} {customer}" : activity.Activity,
        Description = activity.Purpose,
        Status = status,
        GeographicLocation = activity.Place is { } place ? new GeographicLocation((double)place.Latitude, (double)place.Longitude) : null,
    };

    private static CalDateTime Local(Instant instant, string zone) =>
        new(instant.InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUnspecified(), zone);
}

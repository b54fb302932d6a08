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
    public static string Write(WeekPlan week, Instant writtenAt)
    {
        ArgumentNullException.ThrowIfNull(week);
        return Written(week, "PUBLISH", week.Activities.Select(a => EventOf(week, a, writtenAt, EventStatus.Confirmed)));
    }

    /// <summary>
    /// One cancelled event for each activity that was called off, so that a calendar takes its entry away; <see langword="null"/> when none was. A calendar object has one METHOD, so
    /// cancellations (RFC 5546, CANCEL) are an object of their own beside <see cref="Write"/>.
    /// </summary>
    /// <param name="week">The week; its time zone is written with the events.</param>
    /// <param name="writtenAt">The moment of writing, for DTSTAMP.</param>
    public static string? WriteCancellations(WeekPlan week, Instant writtenAt)
    {
        ArgumentNullException.ThrowIfNull(week);
        return week.CalledOff.Count == 0
            ? null
            : Written(week, "CANCEL", week.CalledOff.Select(c => EventOf(week, c.Activity with { Moves = c.Activity.Moves + 1 }, writtenAt, EventStatus.Cancelled)));
    }

    /// <summary>The UID of an activity, the same in every export.</summary>
    public static string UidOf(AppointmentId activity) => $"{activity}@activitymgmt";

    private static string Written(WeekPlan week, string method, IEnumerable<CalendarEvent> events)
    {
        var calendar = new Calendar { ProductId = "-//ActivityMgmt//CalendarExport//EN", Method = method };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(week.TimeZone));
        calendar.Events.AddRange(events);
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

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

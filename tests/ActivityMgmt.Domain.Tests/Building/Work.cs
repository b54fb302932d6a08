using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Appointments, what came of them, and planned weeks, with sensible defaults: agent A1 in the week of Monday 20 July 2026, Shanghai.</summary>
internal static class Work
{
    public static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    public static readonly ActorId Manager = new("manager");
    public static readonly Reason Because = Reason.Of("stated.reason");

    public static AppointmentFact Planned(
        string appointment, string on = "2026-07-15", string at = "2026-07-21 10:00", string activity = "interview", string? customer = null, string agent = "A1") =>
        Happened(appointment, AppointmentEvent.Planned, on, at, activity, customer, agent);

    public static AppointmentFact Happened(
        string appointment, AppointmentEvent what, string on, string? at = null, string activity = "interview", string? customer = null, string agent = "A1", long sequence = 0, int revision = 1) => new()
    {
        Origin = new("crm", $"{appointment}-{what}-{on}-{sequence}", revision, sequence),
        Date = Day(on),
        Appointment = new(appointment),
        Event = what,
        Agent = new(agent),
        Activity = activity,
        StartsAt = at is null ? null : At(at),
        Minutes = 60,
        Customer = customer is null ? null : new CustomerId(customer),
    };

    public static ActivityFact Outcome(string? appointment, string outcome = "success", string at = "2026-07-21 10:00", string activity = "interview", string? id = null, string? customer = null) =>
        Did("A1", activity, at, customer, outcome, id ?? $"{appointment}-outcome-{at}") with { Appointment = appointment is null ? null : new AppointmentId(appointment), Minutes = 60 };

    public static PlannedActivity Plans(
        string id, string at = "2026-07-21 10:00", int minutes = 60, string activity = "interview", string? customer = null, decimal? longitude = null) => new()
    {
        Id = new(id),
        Activity = activity,
        StartsAt = At(at),
        Minutes = minutes,
        Purpose = "first-meeting",
        Customer = customer is null ? null : new CustomerId(customer),
        Place = longitude is { } l ? new GeoPoint(0m, l) : null,
    };

    public static WeekPlan Week(params PlannedActivity[] activities) =>
        activities.Aggregate(WeekPlan.Draft(new("A1"), Day("2026-07-20"), "Asia/Shanghai"), (week, activity) => week.With(activity));
}

using NodaTime.Text;

namespace ActivityMgmt.Testing;

/// <content>What agents did, planned and attended.</content>
public static partial class TestFacts
{
    /// <summary>Something an agent did.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="activity">The kind of activity, such as <c>interview</c>.</param>
    /// <param name="at">When it began, in Shanghai; 10:00 when only the day matters.</param>
    /// <param name="customer">With whom.</param>
    /// <param name="outcome">What came of it, such as <c>missed</c>.</param>
    /// <param name="id">The fact's id, for two that are otherwise alike.</param>
    public static ActivityFact Did(string agent, string activity, LocalDateTime? at = null, string? customer = null, string? outcome = null, string? id = null)
    {
        var began = at ?? Day.At(new(10, 0));
        return new()
        {
            Origin = Origin(id ?? $"{agent}-{activity}-{LocalDateTimePattern.ExtendedIso.Format(began)}"),
            Date = began.Date,
            Agent = new(agent),
            Activity = activity,
            Outcome = outcome,
            StartedAt = began.InZoneStrictly(Shanghai).ToInstant(),
            Customer = customer is null ? null : new CustomerId(customer),
        };
    }

    /// <summary>An appointment that was planned, moved, started or called off.</summary>
    /// <param name="appointment">The appointment.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="activity">The kind of activity.</param>
    /// <param name="what">What happened to it.</param>
    /// <param name="on">The day it did.</param>
    /// <param name="startsAt">When it begins.</param>
    public static AppointmentFact Appointment(
        string appointment, string agent, string activity = "interview", AppointmentEvent what = AppointmentEvent.Planned, LocalDate? on = null, Instant? startsAt = null) => new()
    {
        Origin = Origin($"{appointment}-{what}-{Iso(on ?? Day)}"),
        Date = on ?? Day,
        Appointment = new(appointment),
        Event = what,
        Agent = new(agent),
        Activity = activity,
        StartsAt = startsAt,
    };

    /// <summary>An agent's attendance at a meeting.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="status">Attended, excused or absent.</param>
    /// <param name="on">The day of the meeting.</param>
    /// <param name="meeting">The kind of meeting.</param>
    public static AttendanceFact Attended(string agent, AttendanceStatus status = AttendanceStatus.Attended, LocalDate? on = null, string meeting = "morning") => new()
    {
        Origin = Origin($"{agent}-{meeting}-{Iso(on ?? Day)}"),
        Date = on ?? Day,
        Agent = new(agent),
        Meeting = meeting,
        Status = status,
    };

    /// <summary>A customer's stage in a group event.</summary>
    /// <param name="groupEvent">The event.</param>
    /// <param name="agent">The agent who invited them.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="on">The day it was reached.</param>
    public static GroupEventFact AtEvent(string groupEvent, string agent, string customer, GroupEventStage stage = GroupEventStage.Invited, LocalDate? on = null) => new()
    {
        Origin = Origin($"{groupEvent}-{customer}-{stage}"),
        Date = on ?? Day,
        Event = new(groupEvent),
        Agent = new(agent),
        Customer = new(customer),
        Stage = stage,
    };

    /// <summary>A value that somebody entered by hand for a manual goal.</summary>
    /// <param name="agent">The agent it is about.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="value">The value.</param>
    /// <param name="on">The day it is for.</param>
    /// <param name="by">Who entered it; the agent when not given.</param>
    public static EntryFact EnteredByHand(string agent, string measure, decimal value, LocalDate? on = null, string? by = null) => new()
    {
        Origin = Origin($"{agent}-{measure}-{Iso(on ?? Day)}"),
        Date = on ?? Day,
        Agent = new(agent),
        Measure = measure,
        Value = value,
        EnteredBy = new(by ?? agent),
    };
}

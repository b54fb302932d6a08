namespace ActivityMgmt.Import;

internal static class AppointmentShape
{
    private static readonly CodeType Events = new(
        ("planned", AppointmentEvent.Planned),
        ("rescheduled", AppointmentEvent.Rescheduled),
        ("started", AppointmentEvent.Started),
        ("cancelled", AppointmentEvent.Cancelled));

    public static FactShape Shape { get; } = new()
    {
        Name = "appointment",
        Kind = FactKind.Appointment,
        Fields =
        [
            FactField.Text("appointment"),
            new("event", Events),
            FactField.Agent(),
            FactField.Text("activity"),
            new("startsAt", MomentType.InZone, IsRequired: false),
            new("minutes", WholeType.NotNegative, IsRequired: false),
            FactField.Customer(),
            FactField.Text("opportunity").Optional(),
            FactField.Text("because").Optional(),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new AppointmentFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Appointment = new(row.Text("appointment")),
            Event = row.Code<AppointmentEvent>("event"),
            Agent = row.Agent(),
            Activity = row.Text("activity"),
            StartsAt = row.InstantOrNone("startsAt"),
            Minutes = row.WholeOrNone("minutes"),
            Customer = row.CustomerOrNone(),
            Opportunity = row.OpportunityOrNone(),
            Because = row.TextOrNone("because"),
        },
    };
}

namespace ActivityMgmt.Import;

internal static class ActivityShape
{
    private static readonly CodeType Levels = new(
        ("self-reported", EvidenceLevel.SelfReported),
        ("linked-to-record", EvidenceLevel.LinkedToRecord),
        ("confirmed-by-customer", EvidenceLevel.ConfirmedByCustomer),
        ("system-captured", EvidenceLevel.SystemCaptured));

    public static FactShape Shape { get; } = new()
    {
        Name = "activity",
        Kind = FactKind.Activity,
        Fields =
        [
            FactField.Agent(),
            FactField.Text("activity"),
            FactField.Text("channel").Optional(),
            FactField.Text("outcome").Optional(),
            new("startedAt", MomentType.InZone),
            new("minutes", WholeType.NotNegative, IsRequired: false),
            FactField.Customer(),
            FactField.Text("opportunity").Optional(),
            FactField.Text("appointment").Optional(),
            FactField.Agent("companion").Optional(),
            new("evidenceLevel", Levels, IsRequired: false),
            new("recordedAt", MomentType.InZone, IsRequired: false),
            FactField.Text("noteDigest").Optional(),
            new("latitude", RangeType.Latitude, IsRequired: false),
            new("longitude", RangeType.Longitude, IsRequired: false),
        ],
        Make = (row, origin) => new ActivityFact
        {
            Origin = origin,
            Date = row.Moment("startedAt").Date,
            Agent = row.Agent(),
            Activity = row.Text("activity"),
            Channel = row.TextOrNone("channel"),
            Outcome = row.TextOrNone("outcome"),
            StartedAt = row.Moment("startedAt").ToInstant(),
            Minutes = row.WholeOrNone("minutes"),
            Customer = row.CustomerOrNone(),
            Opportunity = row.OpportunityOrNone(),
            Appointment = row.TextOrNone("appointment") is { } planned ? new(planned) : null,
            Companion = row.AgentOrNone("companion"),
            EvidenceLevel = row.CodeOr("evidenceLevel", EvidenceLevel.SelfReported),
            RecordedAt = row.InstantOrNone("recordedAt"),
            NoteDigest = row.TextOrNone("noteDigest"),
            Place = row.DecimalOrNone("latitude") is { } north && row.DecimalOrNone("longitude") is { } east ? new(north, east) : null,
        },
    };
}

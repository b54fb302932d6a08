namespace ActivityMgmt.Import;

internal static class ActivityShape
{
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
            Opportunity = row.TextOrNone("opportunity") is { } id ? new(id) : null,
        },
    };
}

namespace ActivityMgmt.Import;

internal static class CustomerShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "customer",
        Kind = FactKind.Customer,
        Defines = "customer",
        Fields =
        [
            FactField.Text("customer"),
            FactField.Agent("owner").Optional(),
            FactField.Text("segment").Optional(),
            FactField.Text("household").Optional(),
            FactField.Customer("referredBy"),
            FactField.Text("sourceGroup").Optional(),
            new("score", DecimalType.Any, IsRequired: false),
            FactField.Text("preferredChannel").Optional(),
            FactField.Date("nextTouchOn").Optional(),
            new("timeZone", ZoneType.Iana, IsRequired: false),
            new("marketingConsent", CodeType.Flag, IsRequired: false),
            FactField.Date("refusedContactOn").Optional(),
            new("refusedContactAt", MomentType.InZone, IsRequired: false),
            FactField.Date("refusalUntil").Optional(),
            FactField.Date("date"),
            FactField.Text("name").Optional(),
        ],
        Make = (row, origin) => new CustomerFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Customer = new(row.Text("customer")),
            Owner = row.AgentOrNone("owner"),
            Segment = row.TextOrNone("segment"),
            Household = row.TextOrNone("household"),
            ReferredBy = row.CustomerOrNone("referredBy"),
            SourceGroup = row.TextOrNone("sourceGroup"),
            Score = row.DecimalOrNone("score"),
            PreferredChannel = row.TextOrNone("preferredChannel"),
            NextTouchOn = row.DateOrNone("nextTouchOn"),
            TimeZone = row.TextOrNone("timeZone"),
            MarketingConsent = row.FlagOrNone("marketingConsent"),
            RefusedContactOn = row.DateOrNone("refusedContactOn") ?? (row.Has("refusedContactAt") ? row.Moment("refusedContactAt").Date : null),
            RefusedContactAt = row.InstantOrNone("refusedContactAt"),
            RefusalUntil = row.DateOrNone("refusalUntil"),
        },
    };
}

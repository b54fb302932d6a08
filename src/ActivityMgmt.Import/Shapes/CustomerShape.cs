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
            new("timeZone", ZoneType.Iana, IsRequired: false),
            new("marketingConsent", CodeType.Flag, IsRequired: false),
            FactField.Date("refusedContactOn").Optional(),
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
            TimeZone = row.TextOrNone("timeZone"),
            MarketingConsent = row.FlagOrNone("marketingConsent"),
            RefusedContactOn = row.DateOrNone("refusedContactOn"),
        },
    };
}

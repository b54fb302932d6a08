namespace ActivityMgmt.Import;

internal static class AgentShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "agent",
        Kind = FactKind.Agent,
        Defines = "agent",
        Fields =
        [
            FactField.Text("agent"),
            FactField.Date("date"),
            FactField.Date("leftOn").Optional(),
            FactField.Text("rewardPreference").Optional(),
            FactField.Text("status").Optional(),
            FactField.Text("grade").Optional(),
            new("timeZone", ZoneType.Iana, IsRequired: false),
            new("worksOn", WeekdaysType.Names, IsRequired: false),
            // Not checked: customers' owners refer to agents already, and master data can't wait for each other.
            FactField.Text("customer").Optional(),
            FactField.Text("name").Optional(),
        ],
        Make = (row, origin) => new AgentFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            LeftOn = row.DateOrNone("leftOn"),
            RewardPreference = row.TextOrNone("rewardPreference"),
            Status = row.TextOrNone("status"),
            Grade = row.TextOrNone("grade"),
            TimeZone = row.TextOrNone("timeZone"),
            WorksOn = row.Has("worksOn") ? row.Code<Weekdays>("worksOn") : null,
            Customer = row.CustomerOrNone(),
        },
    };
}

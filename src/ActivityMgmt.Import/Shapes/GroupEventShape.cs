namespace ActivityMgmt.Import;

internal static class GroupEventShape
{
    private static readonly CodeType Stages = new(
        ("invited", GroupEventStage.Invited),
        ("attended", GroupEventStage.Attended),
        ("applied", GroupEventStage.Applied),
        ("collected", GroupEventStage.Collected));

    public static FactShape Shape { get; } = new()
    {
        Name = "group-event",
        Kind = FactKind.GroupEvent,
        Fields =
        [
            FactField.Text("groupEvent"),
            FactField.Agent(),
            FactField.Customer() with { IsRequired = true },
            new("stage", Stages),
            FactField.Policy().Optional(),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new GroupEventFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Event = new(row.Text("groupEvent")),
            Agent = row.Agent(),
            Customer = new(row.Text("customer")),
            Stage = row.Code<GroupEventStage>("stage"),
            Policy = row.PolicyOrNone(),
        },
    };
}

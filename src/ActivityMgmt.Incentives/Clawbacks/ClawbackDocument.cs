namespace ActivityMgmt.Incentives;

/// <summary>The document form of a <see cref="ClawbackComponent"/>.</summary>
internal static class ClawbackDocument
{
    public static ClawbackComponent Read(DocumentNode node, ComponentGraph graph)
    {
        node.AllowOnly([.. PlanContext.ComponentMembers, "of", "on", "schedule"]);
        if (node["on"].Items.Count == 0)
        {
            node["on"].Report(Reason.Of("pay.document.no-events"));
        }

        var schedule = node["schedule"];
        schedule.AllowOnly("bounds", "gap", "bands");
        return new()
        {
            Id = node["id"].Text(),
            Name = PlanContext.NameOf(node),
            Corrections = PlanContext.CorrectionsOf(node),
            Of = graph.Named(node["of"], "rate"),
            On =
            [
                .. node["on"].Items.Select(e => e.OneOf("cancelled-in-cooling-off", "lapsed", "surrendered") switch
                {
                    "lapsed" => PolicyEventKind.Lapsed,
                    "surrendered" => PolicyEventKind.Surrendered,
                    _ => PolicyEventKind.CancelledInCoolingOff,
                }).Distinct(),
            ],
            Schedule = BandsDocument.Read(schedule, schedule["bands"], Unit.Count, band => band["share"].Within(0m, 1m), "share"),
        };
    }
}

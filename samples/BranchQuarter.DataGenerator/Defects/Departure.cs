using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>An agent leaves with open opportunities; customers with policies in force get a new owner, all but a few.</summary>
internal static class Departure
{
    private static readonly string[] Successors = ["E1005", "E1033"];
    private static readonly LocalDate[] HandedOver = [new(2026, 8, 30), new(2026, 9, 6)];

    public static void Plant(Export export, DefectLog log)
    {
        ExportRow leaver = export.Find(ExportFile.Agents, Defects.Leaver).Revised(Batches.For(Defects.LeavesOn), ("leave_date", Text.Of(Defects.LeavesOn)));
        ExportRow closed = export.Find(ExportFile.OrgHistory, $"OH{Defects.Leaver[1..]}-1").Revised(Batches.For(Defects.LeavesOn), ("valid_to", Text.Of(Defects.LeavesOn)));
        export.Add(leaver);
        export.Add(closed);
        log.Add(9, $"{Defects.Leaver} leaves on {Text.Of(Defects.LeavesOn)}", leaver);
        log.Add(9, $"{Defects.Leaver} leaves the team", closed);

        foreach (ExportRow policy in Defects.WithoutHandover.Select(no => export.Find(ExportFile.Policies, no)))
        {
            log.Add(9, "in force, without handover", policy);
        }

        HandOver(export, log);
        foreach (IGrouping<string, ExportRow> open in export.Of(ExportFile.Stages).Where(r => r["emp_no"] == Defects.Leaver).GroupBy(r => r["opp_no"]).Where(o => !o.Any(r => r["stage"] is "WON" or "LOST")))
        {
            log.Add(9, "open opportunity, last stage", open.MaxBy(r => r.Place)!);
        }
    }

    private static void HandOver(Export export, DefectLog log)
    {
        HashSet<string> ended = [.. export.Of(ExportFile.PolicyEvents).Where(r => r["event"] is "LAPSE" or "SURRENDER").Select(r => r["pol_no"])];
        ExportRow[] inForce = [.. export.Of(ExportFile.Policies).Where(r => r["emp_no"] == Defects.Leaver && r["pay_years"] != "1" && !ended.Contains(r.Id))];
        HashSet<string> staying = [.. inForce.Where(p => Defects.WithoutHandover.Contains(p.Id)).Select(p => p["cust_no"])];
        string[] customers = [.. inForce.Select(p => p["cust_no"]).Distinct().Except(staying).Order(StringComparer.Ordinal)];
        for (int i = 0; i < customers.Length; i++)
        {
            int group = i % Successors.Length;
            ExportRow handed = export.Find(ExportFile.Customers, customers[i]).Revised(HandedOver[group], ("owner_emp_no", Successors[group]));
            export.Add(handed);
            log.Add(9, $"customer handed over to {Successors[group]}", handed);
        }
    }
}

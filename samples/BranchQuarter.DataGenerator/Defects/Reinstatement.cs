using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>A policy of the cohort that lapsed at the end of grace and came back when the premium was paid.</summary>
internal static class Reinstatement
{
    private static readonly LocalDate On = new(2026, 9, 4);

    public static void Plant(Export export, DefectLog log)
    {
        foreach (ExportRow lapse in export.Of(ExportFile.PolicyEvents).Where(r => r["event"] == "LAPSE" && r.On >= SampleDates.QuarterStart && r.On <= SampleDates.QuarterEnd))
        {
            log.Add(5, "lapse at the end of grace, in the quarter", lapse);
        }

        const string policyNo = Defects.Reinstated;
        ExportRow policy = export.Find(ExportFile.Policies, policyNo);
        _ = export.Find(ExportFile.PolicyEvents, $"{policyNo}-L");
        LocalDate due = policy.On.PlusDays(1).PlusYears(1);
        ExportRow premium = new(
            ExportFile.Premiums, On, $"{policyNo}-Y2", policyNo, "COLLECT", "2", Text.Of(due), Text.Of(On), policy["annual_premium"]) { Place = Policy.AfterTheSignature };
        ExportRow back = new(ExportFile.PolicyEvents, On, $"{policyNo}-I", policyNo, "REINSTATE", Text.Of(On)) { Place = Policy.AfterTheSignature + 1 };
        export.Add(premium);
        export.Add(back);
        log.Add(5, "reinstated after its lapse, premium paid behind grace", back);
        log.Add(5, "reinstated after its lapse, premium paid behind grace", premium);
    }
}

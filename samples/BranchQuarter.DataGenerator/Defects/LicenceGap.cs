namespace BranchQuarter.DataGenerator;

/// <summary>A licence runs out, is renewed weeks later without backdating, and its holder sells in between.</summary>
internal static class LicenceGap
{
    public static void Plant(Export export, DefectLog log)
    {
        ExportRow agent = export.Find(ExportFile.Agents, Defects.LicenceExpired);
        ExportRow renewed = agent.Revised(
            Batches.For(Defects.LicenceRenewedOn),
            ("licence_from", Text.Of(Defects.LicenceRenewedOn)),
            ("licence_to", Text.Of(Defects.LicenceRenewedOn.PlusYears(3).PlusDays(-1))));
        export.Add(renewed);
        log.Add(8, $"licence expired on {Text.Of(Defects.LicenceExpiresOn)}, renewed without backdating", renewed);

        ExportRow policy = export.Find(ExportFile.Policies, Defects.SoldWithoutLicence);
        string submitted = policy["submitted_on"];
        if (policy["emp_no"] != Defects.LicenceExpired
            || string.CompareOrdinal(submitted, Text.Of(Defects.LicenceExpiresOn)) <= 0
            || string.CompareOrdinal(submitted, Text.Of(Defects.LicenceRenewedOn)) >= 0)
        {
            throw new InvalidOperationException($"{policy.Id}, submitted on {submitted}, does not lie between the licences of {Defects.LicenceExpired}.");
        }

        log.Add(8, $"policy submitted on {submitted}, without licence", policy);
    }
}

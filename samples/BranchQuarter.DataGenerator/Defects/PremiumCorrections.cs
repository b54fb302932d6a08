namespace BranchQuarter.DataGenerator;

/// <summary>First premiums booked with a wrong amount; premium and policy get a second version two deliveries later.</summary>
internal static class PremiumCorrections
{
    public static void Plant(Export export, DefectLog log)
    {
        foreach ((string policyNo, decimal amount) in Defects.CorrectedPremiums)
        {
            ExportRow policy = export.Find(ExportFile.Policies, policyNo);
            ExportRow premium = export.Find(ExportFile.Premiums, $"{policyNo}-Y1");
            ExportRow rightPolicy = policy.Revised(Batches.After(policy.Batch, 2), ("annual_premium", Text.Of(amount)));
            ExportRow rightPremium = premium.Revised(Batches.After(premium.Batch, 2), ("amount", Text.Of(amount)));
            export.Add(rightPolicy);
            export.Add(rightPremium);
            log.Add(2, "corrected premium, amount", rightPremium);
            log.Add(2, "corrected premium, the policy's annual premium", rightPolicy);
        }
    }
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A blocking rule since 2020 around a check, and what it says about a book of facts in the third quarter of 2026.</summary>
internal static class SomeRule
{
    public static ComplianceRule Of(IComplianceCheck check, string from = "2020-01-01", string? to = null, bool isEnabled = true, string id = "CN-01") => new()
    {
        Id = id,
        Jurisdiction = "CN",
        Source = "order",
        Article = "1",
        EffectiveFrom = Day(from),
        EffectiveTo = MaybeDay(to),
        Severity = ComplianceOutcome.Block,
        Evidence = RuleEvidence.Verified,
        IsEnabled = isEnabled,
        Check = check,
    };

    public static IReadOnlyList<ComplianceResult> Says(IComplianceCheck check, params Fact[] facts) => Says(check, Q3.Interval, facts);

    public static IReadOnlyList<ComplianceResult> Says(IComplianceCheck check, DateInterval period, params Fact[] facts) =>
        new RulePack { Rules = [Of(check)] }.Review(FactBook.Of(facts), period);
}

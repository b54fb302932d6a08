namespace ActivityMgmt.Kpi;

/// <summary><c>compliance</c>: the share of checks that were kept, × 100. Checks that did not apply or lacked data are no pass and no failure; without any other the part is absent.</summary>
internal sealed class CompliancePart(string id, decimal weight, AbsentPart absent) : ScorePart(id, weight, absent)
{
    public override Points Score(ScoreInput input)
    {
        var kept = input.Compliance.Count(c => c.Outcome == ComplianceOutcome.Pass);
        var broken = input.Compliance.Count(c => c.Outcome is ComplianceOutcome.Warn or ComplianceOutcome.Block);
        if (kept + broken == 0)
        {
            return Missing("kpi.score-cause.no-checks");
        }

        var share = Quantity.Ratio(kept, kept + broken);
        return new(share.ToDecimal() * 100m, share, Reason.Of("kpi.score-compliance", ("kept", kept), ("checked", kept + broken), ("share", share)));
    }
}

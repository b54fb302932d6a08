namespace ActivityMgmt.Domain;

/// <summary>Selling needs a practice certificate that is valid on the day. Checks selling activities and policies submitted.</summary>
/// <param name="Activities">The activity kinds that count as selling.</param>
public sealed record ActiveLicenceCheck(IReadOnlyList<string> Activities) : IComplianceCheck
{
    internal static IComplianceCheck Read(DocumentNode parameters)
    {
        parameters.AllowOnly("activities");
        return new ActiveLicenceCheck([.. parameters["activities"].Items.Select(a => a.Text())]);
    }

    /// <inheritdoc/>
    public IEnumerable<ComplianceResult> Check(ComplianceRule rule, FactBook facts, DateInterval period)
    {
        Guard.Against.Null(rule);
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        foreach (var activity in facts.Activities)
        {
            if (period.Contains(activity.Date) && Activities.Contains(activity.Activity) && activity.Outcome is not ("missed" or "cancelled"))
            {
                yield return Judge(rule, facts, activity.Agent, activity);
            }
        }

        foreach (var policy in facts.Policies)
        {
            if (period.Contains(policy.Date))
            {
                yield return Judge(rule, facts, policy.Agent, policy);
            }
        }
    }

    private static ComplianceResult Judge(ComplianceRule rule, FactBook facts, AgentId id, Fact sale)
    {
        var licences = facts.Organisation.LicencesOf(id).ToArray();
        var (outcome, reason) = facts.Organisation.IsLicensedOn(id, sale.Date) switch
        {
            null => (ComplianceOutcome.InsufficientData, Reason.Of("compliance.licence-unknown", ("agent", id.Value))),
            true => (ComplianceOutcome.Pass, Reason.Of("compliance.licensed", ("agent", id.Value), ("date", sale.Date))),
            false => (rule.Severity, Reason.Of(
                "compliance.not-licensed",
                ("agent", id.Value),
                ("date", sale.Date),
                ("valid", string.Join(", ", licences.Select(l => l.Validity))))),
        };
        return new()
        {
            Rule = rule.Id,
            Outcome = outcome,
            Agent = id,
            Date = sale.Date,
            Reason = reason,
            Facts = [sale.Reference, .. licences.Select(l => l.Reference)],
        };
    }
}

namespace ActivityMgmt.Domain;

/// <summary>When an agent has left, each policyholder with a long-term policy is told within a number of days who looks after them now.</summary>
/// <remarks>
/// Which policies those are, <see cref="OrphanPolicies"/> says; long-term are those for which premium is paid for more than a year. A policyholder counts as told from the day on which
/// another agent serves them (an activity of a given kind), from the first day of another servicer of the policy, or when another agent owns them in the CRM.
/// </remarks>
/// <param name="Days">The deadline in calendar days after the last day under contract; the day itself is still in time.</param>
/// <param name="WarnAfterDays">From this day on an open case is a warning.</param>
/// <param name="Activities">The activity kinds that count as telling.</param>
public sealed record HandoverDeadlineCheck(int Days, int WarnAfterDays, IReadOnlyList<string> Activities) : IComplianceCheck
{
    internal static IComplianceCheck Read(DocumentNode parameters)
    {
        parameters.AllowOnly("days", "warnAfterDays", "activities");
        return new HandoverDeadlineCheck(
            parameters["days"].Whole(), parameters["warnAfterDays"].Whole(), [.. parameters["activities"].Items.Select(a => a.Text())]);
    }

    /// <inheritdoc/>
    public IEnumerable<ComplianceResult> Check(ComplianceRule rule, FactBook facts, DateInterval period)
    {
        Guard.Against.Null(rule);
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        foreach (var orphan in OrphanPolicies.All(facts, Days)
            .Where(o => o.LeftOn <= period.End && o.Deadline >= period.Start && facts.Policy(o.Policy)!.PaymentYears > 1)
            .OrderBy(o => o.Leaver.Value, StringComparer.Ordinal))
        {
            yield return Judge(rule, facts, orphan, period.End);
        }
    }

    private ComplianceResult Judge(ComplianceRule rule, FactBook facts, OrphanPolicy orphan, LocalDate asOf)
    {
        var customer = orphan.Customer is { } c ? facts.Customer(c) : null;
        var told = customer is null ? null : facts.Activities.FirstOrDefault(a =>
            a.Customer == orphan.Customer && a.Agent != orphan.Leaver && a.Date > orphan.LeftOn && a.Date <= asOf
            && Activities.Contains(a.Activity) && a.Outcome is not ("missed" or "cancelled"));
        var handed = orphan.HandedOn <= asOf ? orphan.HandedOn : null;
        var isOwned = customer?.Owner is { } owner && owner != orphan.Leaver;
        var (outcome, code) = told?.Date <= orphan.Deadline || handed <= orphan.Deadline || isOwned ? (ComplianceOutcome.Pass, "compliance.handed-over")
            : customer is null ? (ComplianceOutcome.InsufficientData, "compliance.customer-unknown")
            : asOf > orphan.Deadline ? (rule.Severity, "compliance.handover-late")
            : asOf >= orphan.LeftOn.PlusDays(WarnAfterDays) ? (ComplianceOutcome.Warn, "compliance.handover-due")
            : (ComplianceOutcome.NotApplicable, "compliance.handover-open");
        var by = handed is null ? null : facts.RolesOf(orphan.Policy).FirstOrDefault(r => r.Role == PolicyRole.Servicer && r.Agent == orphan.HandedTo && r.Date == handed);
        Fact?[] seen = [facts.Policy(orphan.Policy), facts.Organisation.LatestContractOf(orphan.Leaver, orphan.LeftOn), customer, told, by];
        return new()
        {
            Rule = rule.Id,
            Outcome = outcome,
            Agent = orphan.Leaver,
            Date = LocalDate.Min(asOf, orphan.Deadline),
            Reason = Reason.Of(
                code,
                ("customer", orphan.Customer?.Value ?? "-"),
                ("policy", orphan.Policy.Value),
                ("left", orphan.LeftOn),
                ("deadline", orphan.Deadline)),
            Facts = [.. seen.OfType<Fact>().Select(f => f.Reference)],
        };
    }
}

namespace ActivityMgmt.Domain;

/// <summary>When an agent has left, each policyholder with a long-term policy in force is told within a number of days who looks after them now.</summary>
/// <remarks>A policyholder counts as told from the day on which another agent serves them (an activity of a given kind) or owns them in the CRM.</remarks>
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
        foreach (var id in facts.Organisation.Agents)
        {
            var agent = facts.Organisation.Find(id)!;
            if (agent.LeftOn is not { } left || left > period.End || left.PlusDays(Days) < period.Start)
            {
                continue;
            }

            foreach (var policy in facts.Policies.Where(p => p.Agent == id && p.PaymentYears > 1 && PolicyLifeCycle.On(facts, p, left).IsInForce))
            {
                yield return Judge(rule, facts, agent, left, policy, period.End);
            }
        }
    }

    private ComplianceResult Judge(ComplianceRule rule, FactBook facts, AgentFact agent, LocalDate left, PolicyFact policy, LocalDate asOf)
    {
        var customer = policy.Customer is { } c ? facts.Customer(c) : null;
        var told = customer is null ? null : facts.Activities.FirstOrDefault(a =>
            a.Customer == policy.Customer && a.Agent != agent.Agent && a.Date > left && a.Date <= asOf
            && Activities.Contains(a.Activity) && a.Outcome is not ("missed" or "cancelled"));
        var isOwned = customer?.Owner is { } owner && owner != agent.Agent;
        var deadline = left.PlusDays(Days);
        var (outcome, code) = customer is null ? (ComplianceOutcome.InsufficientData, "compliance.customer-unknown")
            : told is not null && told.Date <= deadline || isOwned ? (ComplianceOutcome.Pass, "compliance.handed-over")
            : asOf > deadline ? (rule.Severity, "compliance.handover-late")
            : asOf >= left.PlusDays(WarnAfterDays) ? (ComplianceOutcome.Warn, "compliance.handover-due")
            : (ComplianceOutcome.NotApplicable, "compliance.handover-open");
        Fact?[] seen = [policy, agent, customer, told];
        return new()
        {
            Rule = rule.Id,
            Outcome = outcome,
            Agent = agent.Agent,
            Date = LocalDate.Min(asOf, deadline),
            Reason = Reason.Of(
                code,
                ("customer", policy.Customer?.Value ?? "-"),
                ("policy", policy.Policy.Value),
                ("left", left),
                ("deadline", deadline)),
            Facts = [.. seen.OfType<Fact>().Select(f => f.Reference)],
        };
    }
}

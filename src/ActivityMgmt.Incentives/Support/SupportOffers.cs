namespace ActivityMgmt.Incentives;

/// <summary>Chooses what to offer whom. Pure.</summary>
/// <remarks>An offer with an upper limit of tenure is a benefit for newcomers: somebody who came back as the same agent, see <see cref="RehirePolicy"/>, doesn't get it a second time.</remarks>
public static class SupportOffers
{
    /// <summary>What fits an agent after a quarter: offers that answer the agent's stated preference first, then in the order of the document, as many as it allows.</summary>
    /// <param name="readings">The readings, with their facts.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="agent">The agent; an unknown one is offered nothing.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="weakSteps">What the quarter's checkpoints found weak.</param>
    /// <param name="fiscal">Says on which day the quarter ends, and which months are looked back on.</param>
    /// <param name="rehire">Who came back as the same agent.</param>
    public static IReadOnlyList<SupportOffer> For(
        IReadings readings, IncentiveRules rules, AgentId agent, Quarter period, IReadOnlyList<RepeatedWeakStep> weakSteps, IFiscalCalendar fiscal, RehirePolicy rehire)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(weakSteps);
        ArgumentNullException.ThrowIfNull(fiscal);
        ArgumentNullException.ThrowIfNull(rehire);
        var asOf = fiscal.IntervalOf(period).End;
        if (readings.Facts.Organisation.ContractOf(agent, asOf) is not { } fact)
        {
            return [];
        }

        var isBack = readings.Facts.Organisation.ReentryOf(agent, asOf, rehire) is { IsWithinLimit: true };
        return
        [
            .. rules.Support
                .Where(rule => !isBack || rule.TenureTo is null)
                .Select(rule => (Rule: rule, Reasons: Fit(readings, rule, fact, asOf, fiscal, weakSteps)))
                .Where(f => f.Reasons is not null)
                .OrderBy(f => f.Rule.Prefers is null ? 1 : 0)
                .Take(rules.MostOffers)
                .Select(f => new SupportOffer
                {
                    Rules = rules.Reference,
                    Rule = f.Rule.Id,
                    Agent = agent,
                    Period = period,
                    Offer = f.Rule.Offer,
                    Reasons = f.Reasons!,
                }),
        ];
    }

    // The reasons for which a rule fits; null when it doesn't.
    private static List<Reason>? Fit(IReadings readings, SupportRule rule, AgentFact agent, LocalDate asOf, IFiscalCalendar fiscal, IReadOnlyList<RepeatedWeakStep> weakSteps)
    {
        var reasons = new List<Reason>();
        if (rule.TenureFrom is not null || rule.TenureTo is not null)
        {
            if (readings.Facts.Organisation.TenureInMonths(agent.Agent, asOf) is not { } months || months < rule.TenureFrom || months >= rule.TenureTo)
            {
                return null;
            }

            reasons.Add(Reason.Of("honours.support.tenure", ("months", months)));
        }

        if (rule.Steps.Count > 0)
        {
            var weak = weakSteps.Where(w => rule.Steps.Contains(w.Step) && (rule.Weakness is null || w.Last.Kind == rule.Weakness) && w.Times >= rule.Times).ToArray();
            if (weak.Length == 0)
            {
                return null;
            }

            reasons.AddRange(weak.Select(w => Reason.Of(
                w.Last.Kind == CauseKind.Volume ? "honours.support.weak-volume" : "honours.support.weak-conversion", ("step", w.Step), ("times", w.Times))));
        }

        if (rule.Prefers is { } preference)
        {
            if (agent.RewardPreference != preference)
            {
                return null;
            }

            reasons.Add(Reason.Of("honours.support.preference", ("preference", ReasonValue.Term("honours.preference." + preference))));
        }

        var checks = ConditionChecks.Of(readings, rule.Conditions, agent.Agent, asOf, fiscal);
        if (!checks.All(c => c.IsMet == true))
        {
            return null;
        }

        reasons.AddRange(checks.SelectMany(c => c.Reasons));
        return reasons;
    }
}

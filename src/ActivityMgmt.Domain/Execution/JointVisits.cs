namespace ActivityMgmt.Domain;

/// <summary>Visits that two agents made together (陪访): whose they are, and who came along. The activity stays its agent's and is counted once.</summary>
/// <param name="Agent">Whose visits.</param>
/// <param name="Companion">Who came along.</param>
/// <param name="Visits">How many.</param>
/// <param name="Successes">How many of them had outcome <c>success</c>.</param>
/// <param name="Facts">The visits, in canonical order.</param>
public sealed record JointVisits(AgentId Agent, AgentId Companion, int Visits, int Successes, IReadOnlyList<FactReference> Facts)
{
    /// <summary>The joint visits of a period, both ends included, missed and cancelled ones left out; sorted by agent, then companion.</summary>
    public static IReadOnlyList<JointVisits> In(FactBook facts, DateInterval period)
    {
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        return Among(facts.Activities, period);
    }

    internal static IReadOnlyList<JointVisits> Among(IEnumerable<ActivityFact> activities, DateInterval period) =>
    [
        .. activities
            .Where(a => a.Companion is not null && a.Companion != a.Agent && period.Contains(a.Date) && a.Outcome is not ("missed" or "cancelled"))
            .GroupBy(a => (a.Agent, Companion: a.Companion!.Value))
            .OrderBy(g => g.Key.Agent.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Companion.Value, StringComparer.Ordinal)
            .Select(g => new JointVisits(g.Key.Agent, g.Key.Companion, g.Count(), g.Count(a => a.Outcome == "success"), [.. g.Select(a => a.Reference)])),
    ];
}

namespace ActivityMgmt.Incentives;

/// <summary>Works out who earned which title. Pure.</summary>
public static class Honours
{
    /// <summary>The titles that agents earned in a quarter, by agent and then in the order of the document.</summary>
    /// <remarks>A route with a figure that isn't known leads nowhere; a title whose quality condition isn't known is provisional, one whose quality is missed isn't given.</remarks>
    /// <param name="readings">The readings, with their facts.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="agents">The agents; each is looked at once.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="fiscal">Says on which day the quarter ends, and which months are looked back on.</param>
    public static IReadOnlyList<TitleAward> Award(IReadings readings, IncentiveRules rules, IEnumerable<AgentId> agents, Quarter period, IFiscalCalendar fiscal)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(fiscal);
        return
        [
            .. agents.Distinct()
                .OrderBy(a => a.Value, StringComparer.Ordinal)
                .SelectMany(agent => rules.Titles.Select(title => Award(readings, rules.Reference, title, agent, period, fiscal)))
                .OfType<TitleAward>(),
        ];
    }

    private static TitleAward? Award(IReadings readings, PlanReference rules, TitleRule title, AgentId agent, Quarter period, IFiscalCalendar fiscal)
    {
        var asOf = fiscal.IntervalOf(period).End;
        foreach (var route in title.Routes)
        {
            var checks = ConditionChecks.Of(readings, route.Conditions, agent, asOf, fiscal);
            if (!checks.All(c => c.IsMet == true))
            {
                continue;
            }

            var quality = title.Quality is { } q ? ConditionChecks.Of(readings, [q], agent, asOf, fiscal)[0] : null;
            return quality?.IsMet == false
                ? null
                : new()
                {
                    Rules = rules,
                    Title = title.Id,
                    Agent = agent,
                    Period = period,
                    Route = route.Id,
                    Status = quality is { IsMet: null } ? TitleStatus.Provisional : TitleStatus.Confirmed,
                    Reasons = [Reason.Of("honours.earned", ("title", ReasonValue.Term("title." + title.Id)), ("route", route.Id)), .. checks.Append(quality).OfType<ConditionCheck>().SelectMany(c => c.Reasons)],
                    Evidence = new([], checks.Append(quality).OfType<ConditionCheck>().SelectMany(c => c.Facts)),
                };
        }

        return null;
    }
}

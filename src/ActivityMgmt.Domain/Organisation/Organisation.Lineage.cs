namespace ActivityMgmt.Domain;

public sealed partial class Organisation
{
    private readonly Dictionary<(AgentId Agent, LineageRelation Relation), LineageFact[]> _uplines;
    private readonly ILookup<(AgentId Upline, LineageRelation Relation), LineageFact> _downlines;

    /// <summary>An agent's relations of a kind over time, the one that began last first; empty when there never was one.</summary>
    public IReadOnlyList<LineageFact> LineageOf(AgentId agent, LineageRelation relation) => _uplines.GetValueOrDefault((agent, relation), []);

    /// <summary>The relation of a kind in force on a day; <see langword="null"/> when there is none.</summary>
    public LineageFact? LineageOf(AgentId agent, LineageRelation relation, LocalDate date)
    {
        foreach (var fact in LineageOf(agent, relation))
        {
            if (fact.IsInForceOn(date))
            {
                return fact;
            }
        }

        return null;
    }

    /// <summary>Who recruited or bred an agent, as it stands on a day; <see langword="null"/> when nobody did.</summary>
    public AgentId? UplineOf(AgentId agent, LineageRelation relation, LocalDate date) => LineageOf(agent, relation, date)?.Upline;

    /// <summary>The uplines of an agent on a day, generation by generation, the nearest first. A cycle in the facts ends the list before it repeats.</summary>
    public IReadOnlyList<AgentId> UplinesOf(AgentId agent, LineageRelation relation, LocalDate date)
    {
        var uplines = new List<AgentId>();
        for (var next = UplineOf(agent, relation, date); next is { } upline && upline != agent && !uplines.Contains(upline); next = UplineOf(upline, relation, date))
        {
            uplines.Add(upline);
        }

        return uplines;
    }

    /// <summary>Whom somebody recruited or bred themselves (generation 1), as it stands on a day, sorted by id.</summary>
    public IReadOnlyList<AgentId> DownlinesOf(AgentId agent, LineageRelation relation, LocalDate date) =>
    [
        .. _downlines[(agent, relation)].Select(l => l.Agent).Distinct()
            .Where(a => a != agent && UplineOf(a, relation, date) == agent)
            .OrderBy(a => a.Value, StringComparer.Ordinal),
    ];

    /// <summary>Downlines generation by generation (代): the first list is generation 1. Nobody is in two generations, and nobody in their own.</summary>
    /// <param name="agent">Whose downlines.</param>
    /// <param name="relation">Recruited or bred.</param>
    /// <param name="date">The day.</param>
    /// <param name="depth">How many generations at most, from 1.</param>
    public IReadOnlyList<IReadOnlyList<AgentId>> GenerationsBelow(AgentId agent, LineageRelation relation, LocalDate date, int depth = int.MaxValue)
    {
        var generations = new List<IReadOnlyList<AgentId>>();
        var seen = new HashSet<AgentId> { agent };
        IReadOnlyList<AgentId> generation = [agent];
        while (generations.Count < depth)
        {
            generation = [.. generation.SelectMany(a => DownlinesOf(a, relation, date)).Where(seen.Add).OrderBy(a => a.Value, StringComparer.Ordinal)];
            if (generation.Count == 0)
            {
                break;
            }

            generations.Add(generation);
        }

        return generations;
    }
}

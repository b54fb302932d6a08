namespace ActivityMgmt.Kpi;

/// <summary>Facts that count, by subject and day. Safe for concurrent use.</summary>
internal sealed class FactsBySubject
{
    private readonly SelectedFact[] _all;
    private readonly Lazy<Dictionary<string, SelectedFact[]>> _byAgent;
    private readonly Lazy<Dictionary<string, SelectedFact[]>> _byTeam;
    private readonly bool _isMarket;

    /// <summary>Sorts facts by the day on which they count.</summary>
    /// <param name="facts">In canonical order, which facts of one day keep.</param>
    public FactsBySubject(List<SelectedFact> facts)
    {
        _all = AreByDay(facts) ? [.. facts] : [.. facts.OrderBy(f => f.Date)];
        _byAgent = new(() => Grouped(_all, f => f.Agent?.Value));
        _byTeam = new(() => Grouped(_all, f => f.Team?.Value));
        _isMarket = _all is [{ Fact: MarketFact }, ..];
    }

    /// <summary>The facts of a subject from a first to a last day, both included, by day; none when the last day is before the first.</summary>
    public ArraySegment<SelectedFact> In(Subject subject, LocalDate first, LocalDate last)
    {
        var facts = subject.Kind switch
        {
            SubjectKind.Branch => _all,
            _ when _isMarket => _all,
            SubjectKind.Team => _byTeam.Value.GetValueOrDefault(subject.Id, []),
            _ => _byAgent.Value.GetValueOrDefault(subject.Id, []),
        };
        var from = CountOf(facts, f => f.Date < first);
        return new(facts, from, Math.Max(CountOf(facts, f => f.Date <= last) - from, 0));
    }

    /// <summary>Both by day; facts of one day in canonical order.</summary>
    public static SelectedFact[] Merged(ArraySegment<SelectedFact> some, ArraySegment<SelectedFact> others)
    {
        var merged = new SelectedFact[some.Count + others.Count];
        var (one, other) = (0, 0);
        for (var i = 0; i < merged.Length; i++)
        {
            merged[i] = other == others.Count || (one < some.Count && Compare(some[one], others[other]) <= 0) ? some[one++] : others[other++];
        }

        return merged;
    }

    private static int Compare(SelectedFact one, SelectedFact other)
    {
        var byDay = one.Date.CompareTo(other.Date);
        return byDay != 0 ? byDay : (one.Fact.Date, one.Fact.Origin.Sequence, one.Fact.Key).CompareTo((other.Fact.Date, other.Fact.Origin.Sequence, other.Fact.Key));
    }

    // Most are: they count on their own day.
    private static bool AreByDay(List<SelectedFact> facts)
    {
        for (var i = 1; i < facts.Count; i++)
        {
            if (facts[i - 1].Date > facts[i].Date)
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, SelectedFact[]> Grouped(SelectedFact[] facts, Func<SelectedFact, string?> key)
    {
        var groups = new Dictionary<string, List<SelectedFact>>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (key(fact) is not { } subject)
            {
                continue;
            }

            if (!groups.TryGetValue(subject, out var group))
            {
                groups[subject] = group = [];
            }

            group.Add(fact);
        }

        return groups.ToDictionary(g => g.Key, g => g.Value.ToArray(), StringComparer.Ordinal);
    }

    // How many facts in front fulfil a condition that none behind them does.
    private static int CountOf(SelectedFact[] facts, Func<SelectedFact, bool> isInFront)
    {
        var (low, high) = (0, facts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isInFront(facts[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

namespace ActivityMgmt.Kpi;

/// <summary>Everything a selection finds in a book or in a cut of it.</summary>
internal sealed class SelectedFacts
{
    private readonly FactsBySubject _settled;
    private readonly FactsBySubject _open;
    private readonly LocalDate _lastDay;
    private readonly ILookup<string, HeldBackFact> _heldBackByTeam;
    private readonly ILookup<string, HeldBackFact> _heldBackByAgent;
    private readonly HeldBackFact[] _heldBack;

    /// <summary>Everything that counts in a book.</summary>
    /// <param name="selection">What counts.</param>
    /// <param name="candidates">The candidates of the whole book that this one was cut from, or is.</param>
    /// <param name="contexts">The book.</param>
    public SelectedFacts(ISelection selection, Candidates candidates, FactContexts contexts)
    {
        var all = new List<SelectedFact>();
        var heldBack = new List<HeldBackFact>();
        var lastDay = contexts.Book.LastDay;
        foreach (var known in candidates.Open)
        {
            if (known.Fact.Date > lastDay)
            {
                break;
            }

            var candidate = known.HoldsOn(lastDay) ? known : selection.Judge(known.Fact, contexts);
            all.AddRange(candidate.Now);
            if (candidate.IsDecidedByOthers)
            {
                heldBack.AddRange(Otherwise(selection, contexts, candidate.Fact, candidate.Now));
            }
        }

        (_settled, _open, _lastDay) = (candidates.Settled, new(all), lastDay ?? LocalDate.MaxIsoValue);
        // Where only the team would differ, agents and the branch don't care.
        _heldBack = [.. heldBack.Where(h => !h.Now.Any(n => n.Agent == h.Otherwise.Agent && n.Date == h.Otherwise.Date))];
        _heldBackByAgent = _heldBack.ToLookup(h => h.Otherwise.Agent?.Value ?? "");
        _heldBackByTeam = heldBack.ToLookup(h => h.Otherwise.Team?.Value ?? "");
    }

    /// <summary>The facts of a subject in a period, both ends included, by day.</summary>
    public ArraySegment<SelectedFact> In(Subject subject, DateInterval period)
    {
        var settled = _settled.In(subject, period.Start, LocalDate.Min(period.End, _lastDay));
        var open = _open.In(subject, period.Start, period.End);
        return open.Count == 0 ? settled : settled.Count == 0 ? open : FactsBySubject.Merged(settled, open);
    }

    /// <summary>The facts that keep others from counting for a subject in a period, with those others.</summary>
    public IEnumerable<FactReference> HeldBack(Subject subject, DateInterval period)
    {
        var facts = subject.Kind switch
        {
            SubjectKind.Branch => _heldBack,
            SubjectKind.Team => _heldBackByTeam[subject.Id],
            _ => _heldBackByAgent[subject.Id],
        };
        // Fewest facts first, so a larger set that holds a smaller one adds nothing that matters.
        var smallest = new List<HeldBackFact>();
        foreach (var fact in facts)
        {
            if (fact.Otherwise.CountsFor(subject, period)
                && !fact.Now.Any(n => n.CountsFor(subject, period))
                && !smallest.Exists(s => ReferenceEquals(s.Otherwise.Fact, fact.Otherwise.Fact) && s.Because.All(b => fact.Because.Contains(b))))
            {
                smallest.Add(fact);
            }
        }

        return smallest.SelectMany(f => f.Because.Select(b => b.Reference).Concat(f.Otherwise.References(subject.Kind)));
    }

    // Every way in which a fact would count if facts that replace others, or rule it out, had not happened: not just one at a time, since behind an assignment
    // may stand a second and a third. Nearly all facts have none; the limit keeps an absurd history from taking all day.
    private static List<HeldBackFact> Otherwise(ISelection selection, FactContexts contexts, Fact candidate, IReadOnlyList<SelectedFact> now)
    {
        const int MostStates = 256;
        var found = new List<HeldBackFact>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<Fact[]>([[]]);
        while (open.TryDequeue(out var without) && seen.Count < MostStates)
        {
            foreach (var decider in selection.Deciders(candidate, contexts, without))
            {
                Fact[] more = [.. without.Append(decider).OrderBy(f => f.Key)];
                if (!seen.Add(string.Join(' ', more.Select(f => f.Key))))
                {
                    continue;
                }

                found.AddRange(selection.Select(candidate, contexts, more).Select(otherwise => new HeldBackFact(now, otherwise, more)));
                open.Enqueue(more);
            }
        }

        return found;
    }
}

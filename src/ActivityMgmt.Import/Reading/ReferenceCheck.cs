namespace ActivityMgmt.Import;

/// <summary>Lets only those facts through whose agents, customers and policies are known: from the store, an earlier delivery, or this one.</summary>
internal sealed class ReferenceCheck(Mapping mapping, KnownReferences known, Rejects rejects)
{
    private readonly Dictionary<FactKind, HashSet<string>> _known = new()
    {
        [FactKind.Agent] = [.. known.Agents.Select(a => a.Value)],
        [FactKind.Customer] = [.. known.Customers.Select(c => c.Value)],
        [FactKind.Policy] = [.. known.Policies.Select(p => p.Value)],
    };

    /// <summary>The candidates that may go on, in their order; the others are rejected.</summary>
    public List<Candidate> Check(IReadOnlyList<Candidate> candidates)
    {
        var rejected = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
        // Master data first: a row may refer to a later row or file of the same delivery.
        foreach (var kind in candidates.GroupBy(c => Rank(c.Mapping.Shape.Kind)).OrderBy(g => g.Key))
        {
            Check([.. kind], rejected);
        }

        return [.. candidates.Where(c => !rejected.Contains(c))];
    }

    // A row may refer to another one of its own kind, such as a rider to its main policy, wherever that stands; when that one is rejected, so is the row.
    private void Check(Candidate[] candidates, HashSet<Candidate> rejected)
    {
        var defining = candidates.Select(c => (c.Mapping.Shape.Kind, Id: Defined(c.Incoming.Fact))).Where(d => d.Id is not null).CountBy(d => (d.Kind, d.Id!)).ToDictionary();
        var referring = candidates.SelectMany(c => c.References.Select(r => ((r.Kind, r.Id), Candidate: c))).Where(r => defining.ContainsKey(r.Item1)).ToLookup(r => r.Item1, r => r.Candidate);
        var open = new Queue<Candidate>(candidates);
        while (open.TryDequeue(out var candidate))
        {
            UsedReference[] unknown = [.. candidate.References.Where(r => !_known[r.Kind].Contains(r.Id) && defining.GetValueOrDefault((r.Kind, r.Id)) == 0)];
            if (unknown.Length == 0 || !rejected.Add(candidate))
            {
                continue;
            }

            var isTolerated = Reject(candidate, unknown);
            if (Defined(candidate.Incoming.Fact) is { } id)
            {
                var kind = candidate.Mapping.Shape.Kind;
                rejects.AddDefiner(kind, id, candidate.Incoming.Place!, isTolerated);
                if (--defining[(kind, id)] == 0)
                {
                    foreach (var other in referring[(kind, id)])
                    {
                        open.Enqueue(other);
                    }
                }
            }
        }

        foreach (var ((kind, id), rows) in defining)
        {
            if (rows > 0)
            {
                _known[kind].Add(id);
            }
        }
    }

    // Whether every reason is tolerated.
    private bool Reject(Candidate candidate, UsedReference[] unknown)
    {
        var isTolerated = true;
        foreach (var reference in unknown)
        {
            var reason = Rejections.UnknownReference(reference.Kind, reference.Id, reference.Column, mapping.FilesOf(reference.Kind));
            var tolerated = rejects.Tolerates(reason);
            if (rejects.TryFindDefiner(reference.Kind, reference.Id, out var definer))
            {
                (reason, tolerated) = (Rejections.RejectedReference(reference.Id, reference.Column, definer.Place), definer.IsTolerated);
            }

            rejects.Add(candidate.Incoming.Place! with { Column = reference.Column }, reason, candidate.Raw, tolerated);
            isTolerated &= tolerated;
        }

        return isTolerated;
    }

    private static string? Defined(Fact fact) => fact switch
    {
        AgentFact agent => agent.Agent.Value,
        CustomerFact customer => customer.Customer.Value,
        PolicyFact policy => policy.Policy.Value,
        _ => null,
    };

    private static int Rank(FactKind kind) => kind switch
    {
        FactKind.Agent => 0,
        FactKind.Customer => 1,
        FactKind.Policy => 2,
        _ => 3,
    };
}

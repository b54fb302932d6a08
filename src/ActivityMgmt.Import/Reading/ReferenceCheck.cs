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
        var accepted = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
        // Master data first: a row may refer to a later row or file of the same delivery.
        foreach (var candidate in candidates.OrderBy(c => Rank(c.Mapping.Shape.Kind)))
        {
            if (Accepts(candidate))
            {
                accepted.Add(candidate);
            }
        }

        return [.. candidates.Where(accepted.Contains)];
    }

    private bool Accepts(Candidate candidate)
    {
        var place = candidate.Incoming.Place!;
        var (isAccepted, isTolerated) = (true, true);
        foreach (var reference in candidate.References)
        {
            if (_known[reference.Kind].Contains(reference.Id))
            {
                continue;
            }

            var reason = Rejections.UnknownReference(reference.Kind, reference.Id, reference.Column, mapping.FilesOf(reference.Kind));
            var tolerated = rejects.Tolerates(reason);
            if (rejects.TryFindDefiner(reference.Kind, reference.Id, out var definer))
            {
                (reason, tolerated) = (Rejections.RejectedReference(reference.Id, reference.Column, definer.Place), definer.IsTolerated);
            }

            rejects.Add(place with { Column = reference.Column }, reason, candidate.Raw, tolerated);
            (isAccepted, isTolerated) = (false, isTolerated && tolerated);
        }

        if (Defined(candidate.Incoming.Fact) is { } id)
        {
            if (isAccepted)
            {
                _known[candidate.Mapping.Shape.Kind].Add(id);
            }
            else
            {
                rejects.AddDefiner(candidate.Mapping.Shape.Kind, id, place, isTolerated);
            }
        }

        return isAccepted;
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

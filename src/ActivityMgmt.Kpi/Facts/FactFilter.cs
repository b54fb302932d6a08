namespace ActivityMgmt.Kpi;

/// <summary>The facts of one kind for which a condition is true, with the value of a field.</summary>
/// <remarks>A condition that is unknown, because a field is empty, is not true. With a field, facts that have no value in it don't count.</remarks>
internal sealed class FactFilter : ISelection
{
    private readonly FactKind _kind;
    private readonly Counting _counting;
    private readonly Expression? _where;
    private readonly FactField? _of;
    private readonly IReadOnlyDictionary<string, FactField> _fields;
    private readonly FactField[] _named;
    private readonly FieldSources _sources;
    private readonly bool _readsOnlyTheFact;

    public FactFilter(FactKind kind, Counting counting, Expression? where, FactField? of, IReadOnlyDictionary<string, FactField> fields)
    {
        (_kind, _counting, _where, _of, _fields) = (kind, counting, where, of, fields);
        _named = [.. (where?.Names ?? []).Select(name => fields[name])];
        _sources = _named.Aggregate(of?.Sources ?? FieldSources.Own, (all, field) => all | field.Sources);
        _readsOnlyTheFact = _sources == FieldSources.Own && kind is not (FactKind.Policy or FactKind.PolicyEvent or FactKind.Premium or FactKind.PremiumDue);
    }

    public IEnumerable<Candidate> Candidates(FactContexts contexts) => InParallel.SelectMany(contexts.FactsOf(_kind), facts => Candidates(facts, contexts));

    public Candidate Judge(Fact candidate, FactContexts contexts)
    {
        var found = contexts.Of(candidate, _counting, []);
        return found.Length == 0
            ? new(candidate, [], contexts.Deciders(candidate, _counting, []).Any(), candidate.Date)
            : new(candidate, Select(found), found.Any(contexts.IsReplaceable), found.Max(c => c.KnownFrom));
    }

    /// <summary>The facts as rows of a batch; null when a batch can't have them.</summary>
    public BatchSelection? InBatch(BatchPlan plan)
    {
        // Market readings are nobody's, so they are no subject's rows.
        if (_kind == FactKind.Market)
        {
            return null;
        }

        var source = plan.Source(_kind, _counting, _fields);
        return new(plan, source, plan.Where(source, _where, _fields), _of);
    }

    public IReadOnlyList<Fact> Facts(FactContexts contexts) => contexts.FactsOf(_kind);

    public IReadOnlyList<Standing> Explain(Fact fact, FactContexts contexts)
    {
        var needed = contexts.DaysOf(fact, _counting);
        Reason[] missing = [.. needed.Where(d => d.Day is null).Select(d => Reason.Of("kpi.why-not.gate", ("needed", ReasonValue.Term(d.Code))))];
        return missing.Length == 0
            ? [.. contexts.Of(fact, _counting, []).Select(c => new Standing(c, needed.MaxBy(d => d.Day).Code, [.. KeptOut(c)]))]
            : [.. contexts.Of(fact, _counting.OnOwnDay, []).Select(c => new Standing(c, null, [.. missing, .. KeptOut(c)]))];
    }

    public IReadOnlyList<SelectedFact> Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without) => Select(contexts.Of(candidate, _counting, without));

    public IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without) => contexts.Deciders(candidate, _counting, without);

    private IReadOnlyList<SelectedFact> Select(FactContext[] found) => found switch
    {
        [] => [],
        [var only] => Select(only) is { } selected ? [selected] : [],
        _ => [.. found.Select(Select).OfType<SelectedFact>()],
    };

    private IEnumerable<Candidate> Candidates(IEnumerable<Fact> facts, FactContexts contexts)
    {
        FactContext? looking = null;
        ExpressionValue Value(string name) => Field(name).Read(looking!);
        Func<string, ExpressionValue> values = Value;
        foreach (var fact in facts)
        {
            if (_readsOnlyTheFact)
            {
                // Most facts are of another sort, and nothing that is known beside them could change that.
                looking ??= new() { Fact = fact, Date = fact.Date };
                (looking.Fact, looking.Agent) = (fact, FactContexts.AgentOf(fact));
                if (_where?.IsTrue(values) == false)
                {
                    continue;
                }
            }

            var candidate = Judge(fact, contexts);
            if (candidate.Matters)
            {
                yield return candidate;
            }
        }
    }

    private IEnumerable<Reason> KeptOut(FactContext context)
    {
        if (_where is not null)
        {
            foreach (var reason in Standing.KeptOutBy(_where, name => Field(name).Read(context)))
            {
                yield return reason;
            }
        }

        if (_of?.Read(context).IsUnknown == true)
        {
            yield return Reason.Of("kpi.why-not.no-value", ("field", _of.Name.Name));
        }
    }

    private SelectedFact? Select(FactContext context)
    {
        if (_where?.IsTrue(name => Field(name).Read(context)) == false)
        {
            return null;
        }

        var value = _of is null ? ExpressionValue.Unknown : _of.Read(context);
        return _of is not null && value.IsUnknown ? null : new(context, value, _sources);
    }

    // A condition has few names; looking through them is faster than hashing.
    private FactField Field(string name)
    {
        foreach (var field in _named)
        {
            if (field.Name.Name == name)
            {
                return field;
            }
        }

        throw new KeyNotFoundException(name);
    }
}

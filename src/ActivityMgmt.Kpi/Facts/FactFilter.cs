namespace ActivityMgmt.Kpi;

/// <summary>The facts of one kind for which a condition is true, with the value of a field.</summary>
/// <remarks>A condition that is unknown, because a field is empty, is not true. With a field, facts that have no value in it don't count.</remarks>
internal sealed class FactFilter : ISelection
{
    private readonly FactKind _kind;
    private readonly CountingDate _countedOn;
    private readonly Expression? _where;
    private readonly FactField? _of;
    private readonly IReadOnlyDictionary<string, FactField> _fields;
    private readonly FieldSources _sources;

    public FactFilter(FactKind kind, CountingDate countedOn, Expression? where, FactField? of, IReadOnlyDictionary<string, FactField> fields)
    {
        (_kind, _countedOn, _where, _of, _fields) = (kind, countedOn, where, of, fields);
        _sources = (where?.Names ?? []).Aggregate(of?.Sources ?? FieldSources.Own, (all, name) => all | fields[name].Sources);
    }

    public Candidate[] Candidates(FactContexts contexts)
    {
        var facts = contexts.FactsOf(_kind);
        var whole = contexts.Whole(_kind, _countedOn);
        return InParallel.Select(whole, (context, i) => new Candidate(facts[i], context is null ? null : Select(context), context is not null && contexts.IsReplaceable(context)));
    }

    public SelectedFact? Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without) =>
        contexts.Of(candidate, _countedOn, without) is { } context ? Select(context) : null;

    public IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without) =>
        contexts.Of(candidate, _countedOn, without) is { } context ? contexts.Replaceable(context, without) : [];

    private SelectedFact? Select(FactContext context)
    {
        if (_where?.IsTrue(name => _fields[name].Read(context)) == false)
        {
            return null;
        }

        var value = _of is null ? ExpressionValue.Unknown : _of.Read(context);
        return _of is not null && value.IsUnknown ? null : new(context, value, _sources);
    }
}

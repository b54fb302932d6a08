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
    private readonly FieldSources _sources;

    public FactFilter(FactKind kind, Counting counting, Expression? where, FactField? of, IReadOnlyDictionary<string, FactField> fields)
    {
        (_kind, _counting, _where, _of, _fields) = (kind, counting, where, of, fields);
        _sources = (where?.Names ?? []).Aggregate(of?.Sources ?? FieldSources.Own, (all, name) => all | fields[name].Sources);
    }

    public IEnumerable<Fact> Candidates(FactBook book) => _kind switch
    {
        FactKind.Activity => book.Activities,
        FactKind.Opportunity => book.Opportunities,
        FactKind.Policy => book.Policies,
        FactKind.PolicyEvent => book.PolicyEvents,
        FactKind.Premium => book.Premiums,
        FactKind.Training => book.Trainings,
        FactKind.Feedback => book.Feedback,
        FactKind.Recruit => book.Recruits,
        FactKind.PremiumDue => book.All.OfType<PremiumDueFact>(),
        FactKind.Appointment => book.Appointments,
        FactKind.Attendance => book.Attendance,
        FactKind.GroupEvent => book.GroupEvents,
        FactKind.Entry => book.Entries,
        _ => book.Market,
    };

    public IReadOnlyList<SelectedFact> Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without)
    {
        var found = contexts.Of(candidate, _counting, without);
        return found switch
        {
            [] => [],
            [var only] => Selected(only) is { } selected ? [selected] : [],
            _ => [.. found.Select(Selected).OfType<SelectedFact>()],
        };
    }

    public IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without) => contexts.Deciders(candidate, _counting, without);

    private SelectedFact? Selected(FactContext context)
    {
        if (_where?.IsTrue(name => _fields[name].Read(context)) == false)
        {
            return null;
        }

        var value = _of is null ? ExpressionValue.Unknown : _of.Read(context);
        return _of is not null && value.IsUnknown ? null : new(context, value, _sources);
    }
}

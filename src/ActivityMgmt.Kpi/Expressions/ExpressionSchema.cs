namespace ActivityMgmt.Kpi;

/// <summary>The names that an expression may use, with their types and units.</summary>
/// <remarks>Immutable and safe for concurrent use. Names are compared ordinally.</remarks>
public sealed class ExpressionSchema
{
    private readonly Func<string, ExpressionName?> _find;
    private readonly Func<IEnumerable<string>> _known;

    /// <summary>A schema of names.</summary>
    /// <exception cref="ArgumentException">A name is given twice.</exception>
    public ExpressionSchema(IEnumerable<ExpressionName> names)
    {
        var byName = names.ToDictionary(n => n.Name, StringComparer.Ordinal);
        _find = byName.GetValueOrDefault;
        _known = () => byName.Keys;
    }

    // For names that are only compiled when an expression asks for them.
    internal ExpressionSchema(Func<string, ExpressionName?> find, Func<IEnumerable<string>> known) => (_find, _known) = (find, known);

    /// <summary>No names: expressions of literals only.</summary>
    public static ExpressionSchema Empty { get; } = new([]);

    /// <summary>A schema in which every measure is a number of its unit, named by its id.</summary>
    public static ExpressionSchema Of(IEnumerable<MeasureDescription> measures) =>
        new(measures.Select(m => new ExpressionName { Name = m.Id.Value, Type = ExpressionType.Number, Unit = m.Unit }));

    /// <summary>This schema with more names; a name that is known already gets the new meaning.</summary>
    public ExpressionSchema With(IEnumerable<ExpressionName> names)
    {
        var added = new ExpressionSchema(names);
        return new(name => added._find(name) ?? _find(name), () => _known().Concat(added._known()).Distinct());
    }

    /// <summary>The meaning of a name; <see langword="null"/> when it is not known.</summary>
    public ExpressionName? Find(string name) => _find(name);

    /// <summary>Every name.</summary>
    public IEnumerable<string> Known => _known();
}

namespace ActivityMgmt.Kpi;

/// <summary>What has to be added up for a document's measures: sources, columns and aggregates, each once, whichever measures need them.</summary>
internal sealed class BatchPlan(SubjectKind subjects)
{
    private readonly Dictionary<MeasureId, Func<BatchCell, Reading>?> _readers = [];
    private readonly List<FactSource> _sources = [];
    private readonly List<CodeColumn> _codes = [];
    private readonly List<NumberColumn> _numbers = [];
    private readonly List<RowAggregate> _aggregates = [];

    public SubjectKind Subjects => subjects;

    public SortList Sorts { get; } = new();

    public IReadOnlyList<FactSource> Sources => _sources;

    public IReadOnlyList<CodeColumn> Codes => _codes;

    public IReadOnlyList<NumberColumn> Numbers => _numbers;

    public IReadOnlyList<RowAggregate> Aggregates => _aggregates;

    /// <summary>How a measure is read, worked out once, whichever others need it; null when a batch can't.</summary>
    public Func<BatchCell, Reading>? ReaderOf(Measure measure)
    {
        if (!_readers.TryGetValue(measure.Description.Id, out var reader))
        {
            _readers[measure.Description.Id] = reader = measure.InBatch(this);
        }

        return reader;
    }

    /// <summary>Nothing is added any more.</summary>
    public void Settle() => _sources.ForEach(source => source.Settle());

    /// <summary>The index of an aggregate.</summary>
    public int Add(RowAggregate aggregate)
    {
        var index = _aggregates.IndexOf(aggregate);
        if (index < 0)
        {
            index = _aggregates.Count;
            _aggregates.Add(aggregate);
        }

        return index;
    }

    public FactSource Source(FactKind kind, Counting counting, IReadOnlyDictionary<string, FactField> fields)
    {
        var source = _sources.Find(s => s.Kind == kind && s.Counting == counting);
        if (source is null)
        {
            _sources.Add(source = new(_sources.Count, kind, counting, Sorts, fields));
        }

        return source;
    }

    /// <summary>When a row of a source makes a condition true.</summary>
    public RowCondition Where(FactSource source, Expression? condition, IReadOnlyDictionary<string, FactField> fields)
    {
        var ofSource = new RowCondition.OfSource(source);
        return condition is null ? ofSource : new RowCondition.Both(ofSource, condition.InRows((node, wanted) => Ask(source, node, wanted, fields)));
    }

    /// <summary>The column of the values of a field, as codes.</summary>
    public int CodesOf(FactSource source, FactField field) => CodesOf(source, field.Name.Name, field.Read);

    /// <summary>The column that tells the facts themselves apart, for those that count for several.</summary>
    public int CodesOfFacts(FactSource source) => CodesOf(source, "#", context => ExpressionValue.Of(context.Fact.Key.ToString()));

    /// <summary>The column of the numbers of a field, by share where the source shares.</summary>
    public int NumbersOf(FactSource source, FactField field) => source.Counting.Shares
        ? NumbersOf(source, $"{field.Name.Name}*", context => Number(field.Read(context)) * context.Share)
        : NumbersOf(source, field.Name.Name, context => Number(field.Read(context)));

    /// <summary>The column of shares.</summary>
    public int SharesOf(FactSource source) => NumbersOf(source, "*", context => context.Share);

    private RowCondition Ask(FactSource source, ExpressionNode node, bool wanted, IReadOnlyDictionary<string, FactField> fields)
    {
        if (node.Names.Distinct().ToArray() is [var only])
        {
            var field = fields[only];
            if (ReferenceEquals(field, source.SortedBy) || (source.SortedBy is { } sorting && sorting.Name.Name == only))
            {
                source.Mention(node.Literals);
                return new RowCondition.OfSource(source, node, wanted);
            }

            if (field.Name.Type != ExpressionType.Number)
            {
                return new RowCondition.Test(new RowTest.OfValue(CodesOf(source, field), node, wanted));
            }

            if (node is ExpressionNode.Comparison { NumberBesideName: var (op, number) })
            {
                return new RowCondition.Test(new RowTest.Compared(NumbersOf(source, only, context => Number(field.Read(context))), op, number, wanted));
            }
        }

        // Anything else is worked out when the columns are filled, and is a column of its own.
        var column = CodesOf(source, node.ToString(), context => node.Evaluate(name => fields[name].Read(context)));
        return new RowCondition.Test(new RowTest.OfValue(column, Answer, wanted));
    }

    private static readonly ExpressionNode.Named Answer = new(new() { Name = "answer", Type = ExpressionType.Flag });

    private int CodesOf(FactSource source, string name, Func<FactContext, ExpressionValue> read)
    {
        var column = _codes.FindIndex(c => c.Name == name);
        if (column < 0)
        {
            column = _codes.Count;
            _codes.Add(new(name));
        }

        _codes[column].ReadBy[source.Index] = read;
        return column;
    }

    private int NumbersOf(FactSource source, string name, Func<FactContext, decimal?> read)
    {
        var column = _numbers.FindIndex(c => c.Name == name);
        if (column < 0)
        {
            column = _numbers.Count;
            _numbers.Add(new(name));
        }

        _numbers[column].ReadBy[source.Index] = read;
        return column;
    }

    private static decimal? Number(ExpressionValue value) => value.IsUnknown ? null : value.Number.ToDecimal();

    /// <summary>A column of codes, and how each source that has it reads its value.</summary>
    internal sealed record CodeColumn(string Name)
    {
        public Dictionary<int, Func<FactContext, ExpressionValue>> ReadBy { get; } = [];
    }

    /// <summary>A column of numbers, and how each source that has it reads them.</summary>
    internal sealed record NumberColumn(string Name)
    {
        public Dictionary<int, Func<FactContext, decimal?>> ReadBy { get; } = [];
    }
}

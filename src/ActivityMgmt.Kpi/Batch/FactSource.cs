namespace ActivityMgmt.Kpi;

/// <summary>Where a program's rows come from: facts of a kind that count in the same way. One field, that conditions ask for most, makes them into sorts.</summary>
internal sealed class FactSource(int index, FactKind kind, Counting counting, SortList sorts, IReadOnlyDictionary<string, FactField> fields)
{
    public int Index => index;

    public FactKind Kind => kind;

    public Counting Counting => counting;

    /// <summary>The field that makes sorts; null when the kind has none.</summary>
    public FactField? SortedBy { get; } = NameOf(kind) is { } name ? fields[name] : null;

    /// <summary>Notes values that conditions ask for. All others are one sort: no condition can tell them apart.</summary>
    public void Mention(IEnumerable<ExpressionValue> values) => _mentioned.UnionWith(values);

    /// <summary>Makes a sort of each value that was mentioned, of all others, and of none.</summary>
    public void Settle()
    {
        foreach (var value in _mentioned.Append(Other).Append(ExpressionValue.Unknown))
        {
            sorts.Add(this, value);
        }
    }

    /// <summary>The sort of a fact.</summary>
    public byte SortOf(FactContext context) => SortOf(SortedBy?.Read(context) ?? ExpressionValue.Unknown);

    /// <summary>The sort of facts with a value in the field.</summary>
    public byte SortOf(ExpressionValue value) => sorts.Of(this, value.IsUnknown || _mentioned.Contains(value) ? value : Other);

    /// <summary>What the field says in a sort; null when the sort is another source's.</summary>
    public ExpressionValue? ValueOf(int sort) => ReferenceEquals(sorts[sort].Source, this) ? sorts[sort].Value : null;

    // A text that no document can write.
    private static readonly ExpressionValue Other = ExpressionValue.Of("\0");
    private readonly HashSet<ExpressionValue> _mentioned = [];

    private static string? NameOf(FactKind kind) => kind switch
    {
        FactKind.Activity => "activity",
        FactKind.Opportunity => "stage",
        FactKind.PolicyEvent => "event",
        FactKind.Premium => "premium",
        FactKind.Appointment => "event",
        FactKind.Attendance => "attendance",
        FactKind.GroupEvent => "stage",
        FactKind.Recruit => "stage",
        FactKind.Entry => "measure",
        FactKind.Training => "topic",
        FactKind.Feedback => "feedback",
        _ => null,
    };
}

/// <summary>The sorts of facts: a source and the value of its field. Only as many as a byte tells apart.</summary>
internal sealed class SortList
{
    public const int Most = 256;

    private readonly List<(FactSource Source, ExpressionValue Value)> _sorts = [];
    private readonly Dictionary<(int Source, ExpressionValue Value), byte> _known = [];

    public int Count => _sorts.Count;

    public (FactSource Source, ExpressionValue Value) this[int sort] => _sorts[sort];

    public byte Of(FactSource source, ExpressionValue value) => _known[(source.Index, value)];

    /// <exception cref="NotSupportedException">There are too many.</exception>
    public void Add(FactSource source, ExpressionValue value)
    {
        if (_sorts.Count == Most)
        {
            throw new NotSupportedException($"The conditions tell more than {Most} sorts of facts apart ({source.SortedBy?.Name.Name}: {value}); compile fewer measures into one batch.");
        }

        _known[(source.Index, value)] = (byte)_sorts.Count;
        _sorts.Add((source, value));
    }
}

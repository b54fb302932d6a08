namespace ActivityMgmt.Kpi;

/// <summary>What a run came to: each aggregate for each group in each period. Keeps its memory when it is handed to the next run.</summary>
internal sealed class BatchFigures
{
    private readonly int _periods;
    private readonly int[]?[] _counts;
    private readonly long[]?[] _numbers;

    public BatchFigures(IReadOnlyList<RowAggregate> aggregates, int periods)
    {
        _periods = periods;
        _counts = new int[aggregates.Count][];
        _numbers = new long[aggregates.Count][];
        IsNumber = [.. aggregates.Select(a => a is RowAggregate.Sum)];
    }

    /// <summary>How many groups there are.</summary>
    public int Groups { get; private set; }

    private IReadOnlyList<bool> IsNumber { get; }

    public void Start(int groups)
    {
        Groups = groups;
        for (var i = 0; i < IsNumber.Count; i++)
        {
            if (IsNumber[i])
            {
                _numbers[i] = _numbers[i]?.Length >= groups * _periods ? _numbers[i] : new long[groups * _periods];
            }
            else
            {
                _counts[i] = _counts[i]?.Length >= groups * _periods ? _counts[i] : new int[groups * _periods];
            }
        }
    }

    /// <summary>The counts of an aggregate: all periods of the first group, then of the next.</summary>
    public Span<int> Counts(int aggregate) => _counts[aggregate].AsSpan(0, Groups * _periods);

    /// <summary>The sums of an aggregate, in the same order.</summary>
    public Span<long> Numbers(int aggregate) => _numbers[aggregate].AsSpan(0, Groups * _periods);

    /// <summary>An aggregate for a group in a period.</summary>
    public long this[int aggregate, int group, int period] => IsNumber[aggregate]
        ? _numbers[aggregate]![(group * _periods) + period]
        : _counts[aggregate]![(group * _periods) + period];
}

using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace ActivityMgmt.Kpi;

/// <summary>What to do with a row, worked out beforehand for every sort and every answer of the tests, so that the row is only looked up.</summary>
/// <remarks>
/// All rows that count in the same figures have the same <em>operation</em>. An operation's rows are counted once, in the histogram of its class, however many figures count
/// them; a figure is the sum of its classes in the end.
/// </remarks>
internal sealed class RowProgram
{
    // 2 to this power entries for a sort.
    private const int MostTestsOfASort = 12;
    public const int SeveralPayloads = -2;

    private const int MostOperations = 1 << 16;

    private readonly List<Operation> _operations = [new([], [], [], [])];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };

    /// <param name="aggregates">The figures, each once.</param>
    /// <param name="sorts">How many sorts of rows there are.</param>
    /// <exception cref="ArgumentException">A figure is there twice.</exception>
    /// <exception cref="NotSupportedException">There are more tests or operations than the executor has room for; the message says which.</exception>
    public RowProgram(IReadOnlyList<RowAggregate> aggregates, int sorts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sorts, 256);
        if (aggregates.Distinct().Count() != aggregates.Count)
        {
            throw new ArgumentException("A figure is there twice.", nameof(aggregates));
        }

        Aggregates = aggregates;
        CountClasses = new(aggregates.Count);
        ValueClasses = new(aggregates.Count);
        Distincts = [.. aggregates.Select((a, i) => (a, i)).Where(x => x.a is RowAggregate.Distinct or RowAggregate.Coded)
            .GroupBy(x => (Column: ColumnOf(x.a), x.a.Where))
            .Select(g => new DistinctTarget(g.Key.Column, Index(g, typeof(RowAggregate.Distinct)), Index(g, typeof(RowAggregate.Coded))))];
        DayTargets = [.. aggregates.Select((a, i) => (a as RowAggregate.Days, i)).Where(x => x.Item1 is not null).Select(x => new DayTarget(x.Item1!.AtLeast, x.i))];

        var conditions = aggregates.Select(a => a.Where).Distinct().ToArray();
        var conditionOf = aggregates.Select(a => Array.IndexOf(conditions, a.Where)).ToArray();
        var simple = Enumerable.Range(0, sorts).Select(sort => conditions.Select(c => c.For(sort)).ToArray()).ToArray();
        Tests = [.. simple.SelectMany(s => s).SelectMany(c => c.Tests).Distinct()];
        if (Tests.Count > 64)
        {
            throw new NotSupportedException($"{Tests.Count} tests on columns; at most 64 fit in one program.");
        }

        TestsOfSort = new ulong[256];
        FirstEntryOfSort = new int[256];
        var table = new List<ushort>();
        for (var sort = 0; sort < sorts; sort++)
        {
            var mask = simple[sort].SelectMany(c => c.Tests).Aggregate(0UL, (all, test) => all | (1UL << IndexOf(test)));
            var width = BitOperations.PopCount(mask);
            if (width > MostTestsOfASort)
            {
                throw new NotSupportedException($"{width} tests on columns for one sort of fact; at most {MostTestsOfASort} fit.");
            }

            TestsOfSort[sort] = mask;
            FirstEntryOfSort[sort] = table.Count;
            for (var answers = 0; answers < 1 << width; answers++)
            {
                var bits = Spread((ulong)answers, mask);
                var holds = simple[sort].Select(c => c.Holds(test => (bits >> IndexOf(test) & 1) != 0)).ToArray();
                table.Add((ushort)OperationOf([.. Enumerable.Range(0, aggregates.Count).Where(a => holds[conditionOf[a]])]));
            }
        }

        OperationTable = [.. table];
        Finish();
    }

    public IReadOnlyList<RowAggregate> Aggregates { get; }

    public IReadOnlyList<RowTest> Tests { get; }

    /// <summary>The tests that matter for a sort, as bits.</summary>
    public ulong[] TestsOfSort { get; }

    /// <summary>Where a sort's entries begin in <see cref="OperationTable"/>; the answers of its own tests, packed together, are added.</summary>
    public int[] FirstEntryOfSort { get; }

    /// <summary>The operation of a row; 0 does nothing.</summary>
    public ushort[] OperationTable { get; }

    /// <summary>How many operations there are, the one that does nothing included.</summary>
    public int Operations => _operations.Count;

    /// <summary>Sets of codes to be told apart.</summary>
    public IReadOnlyList<DistinctTarget> Distincts { get; }

    /// <summary>Days to be counted.</summary>
    public IReadOnlyList<DayTarget> DayTargets { get; }

    /// <summary>Histograms of rows. Class 0 is for those that nobody counts.</summary>
    public ClassSet CountClasses { get; }

    /// <summary>Histograms of numbers. Class 0 is for those that nobody wants.</summary>
    public ClassSet ValueClasses { get; }

    /// <summary>The histograms of rows that make up each figure.</summary>
    public int[][] CountClassesOf { get; private set; } = [];

    /// <summary>The histograms of numbers that make up each figure.</summary>
    public int[][] ValueClassesOf { get; private set; } = [];

    /// <summary>The histogram of each operation.</summary>
    public ushort[] CountClassOf { get; private set; } = [];

    /// <summary>The column whose code each operation's record carries; -1 for none.</summary>
    public short[] PayloadOf { get; private set; } = [];

    /// <summary>For each set and then each kind of day: whether an operation's record belongs to it, 1 or 0.</summary>
    public byte[][] BelongsTo { get; private set; } = [];

    /// <summary>For each set and then each kind of day: the first one to which the same records belong.</summary>
    public int[] SameAs { get; private set; } = [];

    /// <summary>The further records of each operation: which operation they have, with the code of which column.</summary>
    public (ushort Operation, short Column)[][] ExtrasOf { get; private set; } = [];

    /// <summary>The numbers that each operation adds: to which class, from which column.</summary>
    public (ushort Class, short Column)[][] ValuesOf { get; private set; } = [];

    /// <summary>Whether an operation has more than its one record: 1 or 0.</summary>
    public byte[] HasMore { get; private set; } = [];

    /// <summary>Whether any operation has more than its one record.</summary>
    public bool HasExtrasOrValues { get; private set; }

    /// <summary>The one column whose codes records carry; -1 when there is none, <see cref="SeveralPayloads"/> when there are several.</summary>
    public int OnlyPayload { get; private set; }

    /// <summary>The most records that one row can make, besides its numbers.</summary>
    public int MostRecordsOfARow => 1 + ExtrasOf.Max(e => e.Length);

    /// <summary>The most numbers that one row can add.</summary>
    public int MostValuesOfARow => ValuesOf.Max(v => v.Length);

    /// <summary>The answers of a sort's tests, packed together.</summary>
    public static ulong Pack(ulong answers, ulong mask) => Bmi2.X64.IsSupported ? Bmi2.X64.ParallelBitExtract(answers, mask) : PackOneByOne(answers, mask);

    private int IndexOf(RowTest test)
    {
        for (var i = 0; i < Tests.Count; i++)
        {
            if (Tests[i].Equals(test))
            {
                return i;
            }
        }

        throw new InvalidOperationException(test.ToString());
    }

    private static ulong PackOneByOne(ulong answers, ulong mask)
    {
        var (packed, place) = (0UL, 0);
        for (; mask != 0; mask &= mask - 1)
        {
            packed |= (answers >> BitOperations.TrailingZeroCount(mask) & 1) << place++;
        }

        return packed;
    }

    private static ulong Spread(ulong packed, ulong mask)
    {
        var answers = 0UL;
        for (; mask != 0; mask &= mask - 1)
        {
            answers |= (packed & 1) << BitOperations.TrailingZeroCount(mask);
            packed >>= 1;
        }

        return answers;
    }

    private static int ColumnOf(RowAggregate aggregate) => aggregate switch
    {
        RowAggregate.Distinct d => d.Column,
        RowAggregate.Coded c => c.Column,
        _ => throw new ArgumentOutOfRangeException(nameof(aggregate)),
    };

    private static int Index(IEnumerable<(RowAggregate Aggregate, int Index)> all, Type type) =>
        all.Where(x => x.Aggregate.GetType() == type).Select(x => x.Index).Append(-1).First();

    private int OperationOf(int[] wanted)
    {
        var key = string.Join(',', wanted);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var operation = _operations.Count;
        if (operation == MostOperations)
        {
            throw new NotSupportedException($"More than {MostOperations - 1} kinds of rows that differ in what counts them.");
        }

        _known[key] = operation;
        _operations.Add(new(
            [.. wanted.Where(i => Aggregates[i] is RowAggregate.Count)],
            [.. Enumerable.Range(0, Distincts.Count).Where(t => wanted.Contains(Distincts[t].Distinct) || wanted.Contains(Distincts[t].Coded))],
            [.. Enumerable.Range(0, DayTargets.Count).Where(t => wanted.Contains(DayTargets[t].Aggregate))],
            [.. wanted.Where(i => Aggregates[i] is RowAggregate.OfNumbers)]));
        return operation;
    }

    private void Finish()
    {
        if (Distincts.Count + DayTargets.Count > 64)
        {
            throw new NotSupportedException($"{Distincts.Count} distinct and {DayTargets.Count} day figures; at most 64 fit in one program.");
        }

        var extras = new List<(ushort, short)[]>();
        var payloads = new List<short>();
        var targets = new List<ulong>();
        var classes = new List<ushort>();
        var further = new List<(short Column, ulong Targets)>();
        foreach (var operation in _operations)
        {
            var columns = operation.Distincts.GroupBy(t => Distincts[t].Column).Select(g => (Column: (short)g.Key, Targets: Bits(g))).ToArray();
            payloads.Add(columns.Length == 0 ? (short)-1 : columns[0].Column);
            targets.Add((columns.Length == 0 ? 0 : columns[0].Targets) | (Bits(operation.Days) << Distincts.Count));
            classes.Add((ushort)CountClasses.Of(operation.Counts));
            extras.Add([.. columns.Skip(1).Select(c => ((ushort)(_operations.Count + Further(further, c)), c.Column))]);
        }

        // The records beside the first only tell codes apart.
        foreach (var (column, bits) in further)
        {
            payloads.Add(column);
            targets.Add(bits);
            classes.Add(0);
            extras.Add([]);
        }

        ValuesOf = [.. _operations.Select(o => o.Values.GroupBy(i => ((RowAggregate.OfNumbers)Aggregates[i]).Column).Select(g => ((ushort)ValueClasses.Of([.. g]), (short)g.Key)).ToArray())];
        (PayloadOf, CountClassOf, ExtrasOf) = ([.. payloads], [.. classes], [.. extras]);
        BelongsTo = [.. Enumerable.Range(0, Distincts.Count + DayTargets.Count).Select(t => targets.Select(bits => (byte)(bits >> t & 1)).ToArray())];
        SameAs = [.. BelongsTo.Select(b => Array.FindIndex(BelongsTo, other => other.AsSpan().SequenceEqual(b)))];
        CountClassesOf = [.. Aggregates.Select((_, i) => CountClasses.With(i))];
        ValueClassesOf = [.. Aggregates.Select((_, i) => ValueClasses.With(i))];
        HasMore = [.. extras.Select((e, o) => (byte)(e.Length > 0 || (o < ValuesOf.Length && ValuesOf[o].Length > 0) ? 1 : 0))];
        HasExtrasOrValues = HasMore.Contains((byte)1);
        var used = payloads.Where(c => c >= 0).Distinct().ToArray();
        OnlyPayload = used.Length switch { 0 => -1, 1 => used[0], _ => SeveralPayloads };
    }

    /// <summary>How many operations there are with those of further records.</summary>
    public int AllOperations => CountClassOf.Length;

    private static int Further(List<(short Column, ulong Targets)> further, (short Column, ulong Targets) wanted)
    {
        if (further.IndexOf(wanted) is >= 0 and var known)
        {
            return known;
        }

        further.Add(wanted);
        return further.Count - 1;
    }

    private static ulong Bits(IEnumerable<int> indexes) => indexes.Aggregate(0UL, (all, i) => all | (1UL << i));

    private sealed record Operation(int[] Counts, int[] Distincts, int[] Days, int[] Values);

    /// <summary>A set of codes: which figures count its members and its rows; -1 for none.</summary>
    internal sealed record DistinctTarget(int Column, int Distinct, int Coded);

    /// <summary>Days with at least so many rows, and the figure that counts them.</summary>
    internal sealed record DayTarget(int AtLeast, int Aggregate);

    /// <summary>Classes of rows that count in the same figures.</summary>
    internal sealed class ClassSet(int aggregates)
    {
        private readonly List<int[]> _wanted = [[]];

        public int Count => _wanted.Count;

        /// <summary>The figures that a class counts in.</summary>
        public IReadOnlyList<int> Of(int index) => _wanted[index];

        /// <summary>The classes that count in a figure.</summary>
        public int[] With(int aggregate) => aggregate < aggregates ? [.. Enumerable.Range(1, _wanted.Count - 1).Where(c => _wanted[c].Contains(aggregate))] : [];

        public int Of(int[] wanted)
        {
            var index = _wanted.FindIndex(w => w.AsSpan().SequenceEqual(wanted));
            if (index < 0)
            {
                index = _wanted.Count;
                _wanted.Add(wanted);
            }

            return index;
        }
    }
}

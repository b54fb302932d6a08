using System.Runtime.ExceptionServices;

namespace ActivityMgmt.Kpi;

/// <summary>Runs a program over rows, on several processors: rows become records of their group's partition, then each partition is added up while it fits the cache.</summary>
/// <remarks>One run at a time; keeps its memory from run to run. The result doesn't depend on how many workers there are, nor on the order of the rows.</remarks>
internal sealed class BatchEngine
{
    // A worker takes so many rows at a time, so that none waits for a slower one.
    private const int RowsAtATime = 64 * RowClassifier.ChunkSize;

    private readonly RowProgram _program;
    private readonly PeriodPlan _plan;
    private readonly Worker[] _workers;
    private readonly ParallelOptions _options;
    private readonly Action<int> _scatter;
    private readonly Action<int> _addUp;
    private readonly Action<int> _addUpInOrder;
    private FactRows? _rows;
    private BatchFigures? _figures;
    private RecordLayout _layout;
    private int _partitions;
    private int _next;

    public BatchEngine(RowProgram program, PeriodPlan plan, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (program.Distincts.Count > 0 && plan.Pieces > PeriodPlan.MostPieces)
        {
            throw new NotSupportedException($"The periods cut the days into {plan.Pieces} pieces; distinct figures take at most {PeriodPlan.MostPieces} in one run.");
        }

        (_program, _plan) = (program, plan);
        _workers = [.. Enumerable.Range(0, workers).Select(_ => new Worker(new RowClassifier(program, plan)))];
        _options = new() { MaxDegreeOfParallelism = workers };
        (_scatter, _addUp, _addUpInOrder) = (Scatter, AddUp, AddUpInOrder);
    }

    /// <summary>Works out every aggregate for every group and period.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="figures">Where to write; what was there is overwritten.</param>
    public void Run(FactRows rows, BatchFigures figures)
    {
        var layout = new RecordLayout(_program, _plan, rows);
        if (layout != _layout || _workers[0].Kernel is null)
        {
            foreach (var worker in _workers)
            {
                worker.Kernel = new(_program, _plan, layout);
            }
        }

        (_rows, _figures, _layout, _partitions) = (rows, figures, layout, layout.PartitionsOf(rows.GroupCount));
        figures.Start(rows.GroupCount);
        try
        {
            // With fewer partitions than workers it is better to share the rows out.
            if (rows.AreInOrderOfGroups && _partitions >= _workers.Length)
            {
                InParallel(_addUpInOrder);
            }
            else
            {
                InParallel(_scatter);
                InParallel(_addUp);
            }
        }
        catch (Exception e)
        {
            // What was added up so far is nobody's.
            foreach (var worker in _workers)
            {
                worker.Kernel = null;
            }

            if (e is AggregateException { InnerException: { } first })
            {
                ExceptionDispatchInfo.Throw(first);
            }

            throw;
        }
        finally
        {
            (_rows, _figures) = (null, null);
        }
    }

    private void InParallel(Action<int> work)
    {
        _next = 0;
        if (_workers.Length == 1)
        {
            work(0);
            return;
        }

        Parallel.For(0, _workers.Length, _options, work);
    }

    private void Scatter(int index)
    {
        var (worker, rows) = (_workers[index], _rows!);
        worker.Records.Start(_partitions);
        worker.Numbers.Start(_partitions);
        // Where one worker is held up another does more than its share; more memory would be asked for again and again.
        var expected = _workers.Length == 1 ? rows.Count : rows.Count / 2L / _workers.Length * 3L;
        while (true)
        {
            var from = Interlocked.Add(ref _next, RowsAtATime) - RowsAtATime;
            if (from >= rows.Count || from < 0)
            {
                return;
            }

            var end = Math.Min(from + RowsAtATime, rows.Count);
            for (; from < end; from += RowClassifier.ChunkSize)
            {
                worker.Classifier.Classify(rows, from, Math.Min(RowClassifier.ChunkSize, end - from), _layout);
                Scatter(worker, expected);
            }
        }
    }

    private void Scatter(Worker worker, long expected)
    {
        var classifier = worker.Classifier;
        worker.Records.Reserve(classifier.RecordCount, _partitions, false, expected);
        Scatter(worker.Records, classifier.Records, [], classifier.Partitions, _partitions);
        if (classifier.ValueCount > 0)
        {
            worker.Numbers.Reserve(classifier.ValueCount, _partitions, true, 0);
            Scatter(worker.Numbers, classifier.ValueRecords, classifier.Values, classifier.ValuePartitions, _partitions);
        }
    }

    private static void Scatter(RecordArena arena, ReadOnlySpan<ulong> records, ReadOnlySpan<long> numbers, ReadOnlySpan<int> partitions, int count)
    {
        unchecked
        {
            var to = arena.Records.AsSpan();
            var numbersTo = arena.Numbers.AsSpan();
            var cursors = arena.Cursors(count);
            for (var i = 0; i < records.Length && i < partitions.Length; i++)
            {
                var partition = partitions[i];
                var cursor = cursors[partition];
                if ((cursor & (RecordArena.BlockSize - 1)) == 0)
                {
                    cursor = arena.OpenBlock(cursor);
                }

                to[cursor] = records[i];
                if (i < numbers.Length)
                {
                    numbersTo[cursor] = numbers[i];
                }

                cursors[partition] = cursor + 1;
            }
        }
    }

    private void AddUp(int index)
    {
        var kernel = _workers[index].Kernel!;
        for (var partition = Interlocked.Increment(ref _next) - 1; partition < _partitions; partition = Interlocked.Increment(ref _next) - 1)
        {
            foreach (var worker in _workers)
            {
                for (var blocks = worker.Records.Of(partition); blocks.Next();)
                {
                    kernel.Add(worker.Records.Records.AsSpan(blocks.Start, blocks.Length));
                }

                for (var blocks = worker.Numbers.Of(partition); blocks.Next();)
                {
                    kernel.Add(worker.Numbers.Records.AsSpan(blocks.Start, blocks.Length), worker.Numbers.Numbers.AsSpan(blocks.Start, blocks.Length));
                }
            }

            kernel.Finish(partition, _figures!);
        }
    }

    // A partition's rows stand together: nothing has to be put aside.
    private void AddUpInOrder(int index)
    {
        var (worker, rows) = (_workers[index], _rows!);
        var groups = rows.Groups.AsSpan(0, rows.Count);
        for (var partition = Interlocked.Increment(ref _next) - 1; partition < _partitions; partition = Interlocked.Increment(ref _next) - 1)
        {
            var from = FirstOf(groups, partition << _layout.GroupBits);
            var end = FirstOf(groups, (partition + 1) << _layout.GroupBits);
            for (; from < end; from += RowClassifier.ChunkSize)
            {
                worker.Classifier.Classify(rows, from, Math.Min(RowClassifier.ChunkSize, end - from), _layout);
                AddUp(worker);
            }

            worker.Kernel!.Finish(partition, _figures!);
        }
    }

    private static void AddUp(Worker worker)
    {
        var classifier = worker.Classifier;
        for (var records = classifier.Records; records.Length > 0; records = records[Math.Min(records.Length, RecordArena.BlockSize)..])
        {
            worker.Kernel!.Add(records[..Math.Min(records.Length, RecordArena.BlockSize)]);
        }

        if (classifier.ValueCount > 0)
        {
            worker.Kernel!.Add(classifier.ValueRecords, classifier.Values);
        }
    }

    private static int FirstOf(ReadOnlySpan<int> groups, int group)
    {
        var (low, high) = (0, groups.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            (low, high) = groups[middle] < group ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private sealed class Worker(RowClassifier classifier)
    {
        public RowClassifier Classifier => classifier;

        public RecordArena Records { get; } = new();

        public RecordArena Numbers { get; } = new();

        public PartitionKernel? Kernel { get; set; }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace ActivityMgmt.Kpi;

/// <summary>Adds up the records of one partition after another: histograms, sets of codes, days, numbers. A worker's own; keeps its memory.</summary>
internal sealed class PartitionKernel
{
    private readonly RowProgram _program;
    private readonly PeriodPlan _plan;
    private readonly RecordLayout _layout;
    private readonly int _cells;
    private readonly int[] _counts;
    private readonly int[] _baseOf;
    private readonly ulong[] _masks;
    private readonly DistinctCodes[] _codes;
    private readonly int[][] _found;
    private readonly int[][] _coded;
    private readonly byte[][] _ofDay;
    private readonly int[][] _days;
    private readonly int[] _numbered;
    private readonly long[] _sums;
    private readonly int[] _cellOf = new int[RecordArena.BlockSize];
    private readonly ushort[] _operationOf = new ushort[RecordArena.BlockSize];
    private readonly ushort[] _at = new ushort[RecordArena.BlockSize + 1];
    private int _atCount;
    private readonly int[] _added;
    private readonly long[] _addedNumbers;

    public PartitionKernel(RowProgram program, PeriodPlan plan, RecordLayout layout)
    {
        (_program, _plan, _layout) = (program, plan, layout);
        var groups = layout.GroupsOfPartition;
        _cells = groups * plan.Pieces;
        _counts = new int[program.CountClasses.Count * _cells];
        _baseOf = [.. program.CountClassOf.Select(c => c * _cells)];
        _masks = [.. plan.Periods.Select(p => Mask(p.First, p.Last)), 0UL];
        _codes = [.. program.Distincts.Select(_ => new DistinctCodes())];
        _found = [.. program.Distincts.Select(_ => new int[groups * _masks.Length])];
        _coded = [.. program.Distincts.Select(d => d.Coded < 0 ? Array.Empty<int>() : new int[_cells])];
        _ofDay = [.. program.DayTargets.Select(_ => new byte[groups * plan.DayCount])];
        _days = [.. program.DayTargets.Select(_ => new int[_cells])];
        _numbered = new int[program.ValueClasses.Count * _cells];
        _sums = new long[_numbered.Length];
        _added = new int[_cells];
        _addedNumbers = new long[_cells];
    }

    /// <summary>Takes records of the partition in, up to a block at a time.</summary>
    public void Add(ReadOnlySpan<ulong> records)
    {
        Count(records);
        var found = -1;
        for (var target = 0; target < _program.BelongsTo.Length; target++)
        {
            if (_program.SameAs[target] != found)
            {
                found = _program.SameAs[target];
                Find(_program.BelongsTo[target], records.Length);
            }

            if (_atCount == 0)
            {
                continue;
            }

            var at = _at.AsSpan(0, _atCount);
            if (target >= _codes.Length)
            {
                var day = target - _codes.Length;
                AddDays(records, at, _ofDay[day], _days[day], _program.DayTargets[day].AtLeast);
                continue;
            }

            _codes[target].Add(records, at, _layout, _plan, _masks, _found[target]);
            if (_coded[target].Length > 0)
            {
                CountCoded(records, at, _coded[target]);
            }
        }
    }

    /// <summary>Takes numbers of the partition in.</summary>
    /// <exception cref="OverflowException">A sum doesn't fit 63 bits.</exception>
    public void Add(ReadOnlySpan<ulong> records, ReadOnlySpan<long> numbers)
    {
        ReadOnlySpan<ushort> pieceOf = _plan.PieceOf;
        var (groupShift, dayShift, dayMask, classMask) = Shifts();
        for (var i = 0; i < records.Length && i < numbers.Length; i++)
        {
            var key = (uint)(records[i] >> 32);
            var cell = ((int)(key & classMask) * _cells) + ((int)(key >> groupShift) * _plan.Pieces) + pieceOf[(int)(key >> dayShift & dayMask)];
            _numbered[cell]++;
            _sums[cell] = checked(_sums[cell] + numbers[i]);
        }
    }

    /// <summary>Writes what the partition came to, and forgets it.</summary>
    public void Finish(int partition, BatchFigures figures)
    {
        var first = partition << _layout.GroupBits;
        var groups = Math.Min(_layout.GroupsOfPartition, figures.Groups - first);
        for (var aggregate = 0; aggregate < _program.Aggregates.Count; aggregate++)
        {
            switch (_program.Aggregates[aggregate])
            {
                case RowAggregate.Count:
                    Write(Sum(_counts, _program.CountClassesOf[aggregate]), figures.Counts(aggregate), first, groups);
                    break;
                case RowAggregate.Numbered:
                    Write(Sum(_numbered, _program.ValueClassesOf[aggregate]), figures.Counts(aggregate), first, groups);
                    break;
                case RowAggregate.Sum:
                    Write(Sum(_sums, _program.ValueClassesOf[aggregate]), figures.Numbers(aggregate), first, groups);
                    break;
                default:
                    break;
            }
        }

        WriteTargets(figures, first, groups);
        Clear();
    }

    private void Count(ReadOnlySpan<ulong> records)
    {
        unchecked
        {
            ReadOnlySpan<ushort> pieceOf = _plan.PieceOf;
            ReadOnlySpan<int> baseOf = _baseOf;
            var counts = _counts;
            Span<int> cells = _cellOf;
            Span<ushort> operations = _operationOf;
            var pieces = _plan.Pieces;
            var (groupShift, dayShift, dayMask, operationMask) = Shifts();
            for (var i = 0; i < records.Length && i < cells.Length && i < operations.Length; i++)
            {
                var key = (uint)(records[i] >> 32);
                var operation = (int)(key & operationMask);
                var cell = ((int)(key >> groupShift) * pieces) + pieceOf[(int)(key >> dayShift & dayMask)];
                counts[baseOf[operation] + cell]++;
                cells[i] = cell;
                operations[i] = (ushort)operation;
            }
        }
    }

    // Which records of the block belong to a set or a kind of day.
    private void Find(ReadOnlySpan<byte> belongs, int records)
    {
        unchecked
        {
            ReadOnlySpan<ushort> operations = _operationOf.AsSpan(0, records);
            Span<ushort> at = _at;
            var found = 0;
            for (var i = 0; i < operations.Length; i++)
            {
                at[found] = (ushort)i;
                found += belongs[operations[i]];
            }

            _atCount = found;
        }
    }

    private void CountCoded(ReadOnlySpan<ulong> records, ReadOnlySpan<ushort> at, int[] coded)
    {
        foreach (var i in at)
        {
            coded[_cellOf[i]] += unchecked((uint)records[i]) == 0 ? 0 : 1;
        }
    }

    private void AddDays(ReadOnlySpan<ulong> records, ReadOnlySpan<ushort> at, byte[] ofDay, int[] days, int atLeast)
    {
        unchecked
        {
            ReadOnlySpan<int> cells = _cellOf;
            var dayCount = _plan.DayCount;
            var (groupShift, dayShift, dayMask, _) = Shifts();
            foreach (var i in at)
            {
                var key = (uint)(records[i] >> 32);
                var day = ((int)(key >> groupShift) * dayCount) + (int)(key >> dayShift & dayMask);
                // Stays at 255, which is as much as may be asked for.
                var soFar = ofDay[day];
                var now = soFar + (soFar == byte.MaxValue ? 0 : 1);
                ofDay[day] = (byte)now;
                days[cells[i]] += now == atLeast & soFar != now ? 1 : 0;
            }
        }
    }

    private (int GroupShift, int DayShift, uint DayMask, uint OperationMask) Shifts() =>
        (_layout.DayBits + _layout.OperationBits, _layout.OperationBits, (1u << _layout.DayBits) - 1, (1u << _layout.OperationBits) - 1);

    private ReadOnlySpan<int> Sum(int[] histograms, int[] classes)
    {
        if (classes.Length == 1)
        {
            return histograms.AsSpan(classes[0] * _cells, _cells);
        }

        var sum = _added.AsSpan();
        sum.Clear();
        var wide = MemoryMarshal.Cast<int, Vector<int>>(sum);
        foreach (var c in classes)
        {
            var histogram = histograms.AsSpan(c * _cells, _cells);
            var more = MemoryMarshal.Cast<int, Vector<int>>(histogram);
            for (var i = 0; i < wide.Length && i < more.Length; i++)
            {
                wide[i] += more[i];
            }

            for (var i = wide.Length * Vector<int>.Count; i < sum.Length && i < histogram.Length; i++)
            {
                sum[i] += histogram[i];
            }
        }

        return sum;
    }

    private ReadOnlySpan<long> Sum(long[] histograms, int[] classes)
    {
        if (classes.Length == 1)
        {
            return histograms.AsSpan(classes[0] * _cells, _cells);
        }

        var sum = _addedNumbers.AsSpan();
        sum.Clear();
        foreach (var c in classes)
        {
            var histogram = histograms.AsSpan(c * _cells, _cells);
            for (var i = 0; i < sum.Length && i < histogram.Length; i++)
            {
                sum[i] = checked(sum[i] + histogram[i]);
            }
        }

        return sum;
    }

    // Pieces are added up once; a period is a difference of two of those sums.
    private void Write(ReadOnlySpan<int> cells, Span<int> figures, int first, int groups)
    {
        Span<int> running = stackalloc int[_plan.Pieces + 1];
        var ranges = _plan.Periods;
        for (var group = 0; group < groups; group++)
        {
            var own = cells.Slice(group * _plan.Pieces, _plan.Pieces);
            var sum = 0;
            for (var piece = 0; piece < own.Length; piece++)
            {
                running[piece + 1] = sum += own[piece];
            }

            var to = figures.Slice((first + group) * ranges.Length, ranges.Length);
            for (var period = 0; period < to.Length; period++)
            {
                to[period] = running[ranges[period].Last + 1] - running[ranges[period].First];
            }
        }
    }

    private void Write(ReadOnlySpan<long> cells, Span<long> figures, int first, int groups)
    {
        Span<long> running = stackalloc long[_plan.Pieces + 1];
        var ranges = _plan.Periods;
        for (var group = 0; group < groups; group++)
        {
            var own = cells.Slice(group * _plan.Pieces, _plan.Pieces);
            var sum = 0L;
            for (var piece = 0; piece < own.Length; piece++)
            {
                running[piece + 1] = sum = checked(sum + own[piece]);
            }

            var to = figures.Slice((first + group) * ranges.Length, ranges.Length);
            for (var period = 0; period < to.Length; period++)
            {
                to[period] = running[ranges[period].Last + 1] - running[ranges[period].First];
            }
        }
    }

    private void WriteTargets(BatchFigures figures, int first, int groups)
    {
        var periods = _plan.Periods.Length;
        for (var t = 0; t < _program.Distincts.Count; t++)
        {
            var target = _program.Distincts[t];
            if (target.Distinct >= 0)
            {
                var counts = figures.Counts(target.Distinct);
                for (var group = 0; group < groups; group++)
                {
                    _found[t].AsSpan(group * _masks.Length, periods).CopyTo(counts[((first + group) * periods)..]);
                }
            }

            if (target.Coded >= 0)
            {
                Write(_coded[t], figures.Counts(target.Coded), first, groups);
            }
        }

        for (var t = 0; t < _program.DayTargets.Count; t++)
        {
            Write(_days[t], figures.Counts(_program.DayTargets[t].Aggregate), first, groups);
        }
    }

    private void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_numbered);
        Array.Clear(_sums);
        foreach (var codes in _codes)
        {
            codes.Clear();
        }

        ClearAll(_found);
        ClearAll(_coded);
        ClearAll(_days);
        ClearAll(_ofDay);
    }

    private static void ClearAll(Array[] all)
    {
        foreach (var cells in all)
        {
            Array.Clear(cells);
        }
    }

    private static ulong Mask(int first, int last) => last - first == 63 ? ulong.MaxValue : ((1UL << (last - first + 1)) - 1) << first;
}

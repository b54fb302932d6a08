namespace ActivityMgmt.Kpi;

/// <summary>Turns rows into records: one for each row that counts, with the operation in it, and further ones for rows that need several codes or add numbers.</summary>
/// <remarks>A worker's own; keeps its memory. Loops are branch-free where rows differ at random: what doesn't count is overwritten by the next.</remarks>
internal sealed class RowClassifier
{
    /// <summary>The most rows at a time.</summary>
    public const int ChunkSize = 1024;

    private readonly RowProgram _program;
    private readonly PeriodPlan _plan;
    private readonly ushort[] _operationOfSort = new ushort[256];
    private readonly ushort[] _operations = new ushort[ChunkSize];
    private readonly ulong[] _answers = new ulong[ChunkSize];
    private readonly ushort[] _rows = new ushort[ChunkSize + 1];
    private readonly ushort[] _at = new ushort[ChunkSize + 1];
    private readonly ulong[] _records = new ulong[ChunkSize + 1];
    private readonly int[] _partitions = new int[ChunkSize + 1];
    private readonly ulong[] _valueRecords = [];
    private readonly long[] _values = [];
    private readonly int[] _valuePartitions = [];

    public RowClassifier(RowProgram program, PeriodPlan plan)
    {
        (_program, _plan) = (program, plan);
        if (program.Tests.Count == 0)
        {
            for (var sort = 0; sort < 256; sort++)
            {
                _operationOfSort[sort] = program.TestsOfSort[sort] == 0 && program.FirstEntryOfSort[sort] < program.OperationTable.Length
                    ? program.OperationTable[program.FirstEntryOfSort[sort]]
                    : (ushort)0;
            }
        }

        if (program.HasExtrasOrValues)
        {
            _records = new ulong[(ChunkSize * program.MostRecordsOfARow) + 1];
            _partitions = new int[_records.Length];
            _valueRecords = new ulong[(ChunkSize * program.MostValuesOfARow) + 1];
            _values = new long[_valueRecords.Length];
            _valuePartitions = new int[_valueRecords.Length];
        }
    }

    public ReadOnlySpan<ulong> Records => _records.AsSpan(0, RecordCount);

    public ReadOnlySpan<int> Partitions => _partitions.AsSpan(0, RecordCount);

    public int RecordCount { get; private set; }

    public ReadOnlySpan<ulong> ValueRecords => _valueRecords.AsSpan(0, ValueCount);

    public ReadOnlySpan<long> Values => _values.AsSpan(0, ValueCount);

    public ReadOnlySpan<int> ValuePartitions => _valuePartitions.AsSpan(0, ValueCount);

    public int ValueCount { get; private set; }

    /// <summary>Classifies rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="from">The first one.</param>
    /// <param name="count">How many, up to <see cref="ChunkSize"/>.</param>
    /// <param name="layout">How records are written.</param>
    public void Classify(FactRows rows, int from, int count, RecordLayout layout)
    {
        var groups = rows.Groups.AsSpan(from, count);
        var days = rows.Days.AsSpan(from, count);
        var sorts = rows.Sorts.AsSpan(from, count);
        var codes = _program.OnlyPayload < 0 ? groups : rows.Codes[_program.OnlyPayload].AsSpan(from, count);
        if (_program.Tests.Count > 0)
        {
            Answer(rows, from, count);
            Operations(sorts);
        }
        else
        {
            OperationsOfSorts(sorts);
        }

        RecordCount = Write(groups, days, codes, layout);
        ValueCount = 0;
        if (_program.OnlyPayload == RowProgram.SeveralPayloads)
        {
            AddCodes(rows, from, layout);
        }

        if (_program.HasExtrasOrValues)
        {
            AddExtrasAndValues(rows, from, layout);
        }
    }

    // Without tests the sort says everything.
    private void OperationsOfSorts(ReadOnlySpan<byte> sorts)
    {
        ReadOnlySpan<ushort> ofSort = _operationOfSort;
        Span<ushort> operations = _operations;
        for (var i = 0; i < sorts.Length && i < operations.Length; i++)
        {
            operations[i] = ofSort[sorts[i]];
        }
    }

    private void Answer(FactRows rows, int from, int count)
    {
        var answers = _answers.AsSpan(0, count);
        answers.Clear();
        for (var t = 0; t < _program.Tests.Count; t++)
        {
            switch (_program.Tests[t])
            {
                case RowTest.Code test:
                    AnswerByCode(rows.Codes[test.Column].AsSpan(from, count), test.Yes, t, answers);
                    break;
                case RowTest.Number test:
                    AnswerByNumber(rows.Numbers[test.Column].AsSpan(from, count), test, t, answers);
                    break;
                case var other:
                    throw new InvalidOperationException(other.ToString());
            }
        }
    }

    private static void AnswerByCode(ReadOnlySpan<int> codes, ReadOnlySpan<bool> yes, int bit, Span<ulong> answers)
    {
        for (var i = 0; i < codes.Length && i < answers.Length; i++)
        {
            var code = codes[i];
            var answer = (uint)code < (uint)yes.Length && yes[code] ? 1UL : 0UL;
            answers[i] |= answer << bit;
        }
    }

    private static void AnswerByNumber(ReadOnlySpan<long> numbers, RowTest.Number test, int bit, Span<ulong> answers)
    {
        var (from, to, inside) = (test.From, test.To, test.Inside);
        for (var i = 0; i < numbers.Length && i < answers.Length; i++)
        {
            var number = numbers[i];
            var answer = number != FactRows.None & (number >= from & number <= to) == inside ? 1UL : 0UL;
            answers[i] |= answer << bit;
        }
    }

    private void Operations(ReadOnlySpan<byte> sorts)
    {
        ReadOnlySpan<ushort> table = _program.OperationTable;
        ReadOnlySpan<int> first = _program.FirstEntryOfSort;
        ReadOnlySpan<ulong> masks = _program.TestsOfSort;
        ReadOnlySpan<ulong> answers = _answers;
        Span<ushort> operations = _operations;
        for (var i = 0; i < sorts.Length && i < answers.Length && i < operations.Length; i++)
        {
            var sort = sorts[i];
            operations[i] = table[first[sort] + (int)RowProgram.Pack(answers[i], masks[sort])];
        }
    }

    // Records carry the code of the only column that any needs.
    private int Write(ReadOnlySpan<int> groups, ReadOnlySpan<int> days, ReadOnlySpan<int> codes, RecordLayout layout)
    {
        unchecked
        {
            ReadOnlySpan<ushort> operations = _operations;
            Span<ulong> records = _records;
            Span<int> partitions = _partitions;
            Span<ushort> rows = _rows;
            var (firstDay, dayCount) = (_plan.FirstDay, (uint)_plan.DayCount);
            var (groupBits, groupShift, dayShift) = (layout.GroupBits, layout.DayBits + layout.OperationBits, layout.OperationBits);
            var groupMask = (1 << groupBits) - 1;
            var written = 0;
            for (var i = 0; i < operations.Length && i < days.Length && i < groups.Length && i < codes.Length; i++)
            {
                uint operation = operations[i];
                var day = (uint)(days[i] - firstDay);
                var group = groups[i];
                var key = ((uint)(group & groupMask) << groupShift) | (day << dayShift) | operation;
                records[written] = ((ulong)key << 32) | (uint)codes[i];
                partitions[written] = group >> groupBits;
                rows[written] = (ushort)i;
                written += operation != 0 & day < dayCount ? 1 : 0;
            }

            return written;
        }
    }

    private void AddCodes(FactRows rows, int from, RecordLayout layout)
    {
        ReadOnlySpan<short> payloads = _program.PayloadOf;
        var mask = (1u << layout.OperationBits) - 1;
        for (var i = 0; i < RecordCount; i++)
        {
            var column = payloads[(int)((uint)(_records[i] >> 32) & mask)];
            var code = column < 0 ? 0u : (uint)rows.Codes[column][from + _rows[i]];
            _records[i] = (_records[i] & 0xFFFFFFFF_00000000) | code;
        }
    }

    private void AddExtrasAndValues(FactRows rows, int from, RecordLayout layout)
    {
        unchecked
        {
            var mask = (1u << layout.OperationBits) - 1;
            var (records, values) = (RecordCount, 0);
            foreach (var i in WithMore(mask))
            {
                var key = (uint)(_records[i] >> 32);
                var operation = (int)(key & mask);
                var place = key & ~mask;
                var row = from + _rows[i];
                foreach (var (further, column) in _program.ExtrasOf[operation])
                {
                    _records[records] = ((ulong)(place | further) << 32) | (uint)rows.Codes[column][row];
                    _partitions[records++] = _partitions[i];
                }

                foreach (var (ofClass, column) in _program.ValuesOf[operation])
                {
                    var number = rows.Numbers[column][row];
                    _valueRecords[values] = (ulong)(place | ofClass) << 32;
                    _values[values] = number;
                    _valuePartitions[values] = _partitions[i];
                    values += number != FactRows.None ? 1 : 0;
                }
            }

            (RecordCount, ValueCount) = (records, values);
        }
    }

    private ReadOnlySpan<ushort> WithMore(uint mask)
    {
        unchecked
        {
            ReadOnlySpan<ulong> records = _records.AsSpan(0, RecordCount);
            ReadOnlySpan<byte> more = _program.HasMore;
            Span<ushort> at = _at;
            var found = 0;
            for (var i = 0; i < records.Length; i++)
            {
                at[found] = (ushort)i;
                found += more[(int)((uint)(records[i] >> 32) & mask)];
            }

            return at[..found];
        }
    }
}

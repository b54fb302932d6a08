namespace ActivityMgmt.Kpi;

/// <summary>One worker's records, by partition: each partition's blocks are chained from the last one back. Keeps its memory from run to run.</summary>
/// <remarks>Not safe for concurrent use while it is filled.</remarks>
internal sealed class RecordArena
{
    public const int BlockBits = 9;
    public const int BlockSize = 1 << BlockBits;

    private int[] _before = [];
    private int[] _cursors = [];
    private int _blocks;

    public ulong[] Records { get; private set; } = [];

    /// <summary>Numbers beside the records; empty when they carry none.</summary>
    public long[] Numbers { get; private set; } = [];

    public Span<int> Cursors(int partitions) => _cursors.AsSpan(0, partitions);

    /// <summary>Makes it empty.</summary>
    public void Start(int partitions)
    {
        // Block 0 is nobody's: a cursor of 0 has no block.
        _blocks = 1;
        if (_cursors.Length < partitions)
        {
            _cursors = new int[partitions];
        }

        Array.Clear(_cursors);
    }

    /// <summary>Makes room for so many more records, wherever they go.</summary>
    /// <param name="records">How many.</param>
    /// <param name="partitions">At most one block for each is opened beyond those that fill up.</param>
    /// <param name="withNumbers">Whether they carry numbers.</param>
    /// <param name="expected">How many records there will be in all, so that room is made once.</param>
    public void Reserve(int records, int partitions, bool withNumbers, long expected)
    {
        var blocks = _blocks + (records >> BlockBits) + Math.Min(partitions, records) + 1;
        if (blocks <= _before.Length && (!withNumbers || Numbers.Length == Records.Length))
        {
            return;
        }

        var wanted = Math.Max(blocks + (blocks / 2), (expected >> BlockBits) + partitions + 2);
        if (wanted > int.MaxValue >> BlockBits)
        {
            throw new NotSupportedException($"More than {int.MaxValue} records for one worker; give the run more workers or fewer facts.");
        }

        var size = Math.Max((int)wanted, _before.Length);
        var (before, records2) = (new int[size], new ulong[size << BlockBits]);
        _before.AsSpan(0, Math.Min(_blocks, _before.Length)).CopyTo(before);
        Records.AsSpan(0, Math.Min(_blocks << BlockBits, Records.Length)).CopyTo(records2);
        (_before, Records) = (before, records2);
        if (withNumbers)
        {
            var numbers = new long[size << BlockBits];
            Numbers.AsSpan(0, Math.Min(_blocks << BlockBits, Numbers.Length)).CopyTo(numbers);
            Numbers = numbers;
        }
    }

    /// <summary>The place for a partition's next record, after its last block has filled up or before it has one.</summary>
    public int OpenBlock(int cursor)
    {
        var block = _blocks++;
        _before[block] = cursor == 0 ? 0 : (cursor - 1) >> BlockBits;
        return block << BlockBits;
    }

    /// <summary>A partition's records, block by block from the last one back.</summary>
    public Blocks Of(int partition) => new(this, _cursors[partition]);

    internal ref struct Blocks(RecordArena arena, int cursor)
    {
        private int _block = cursor == 0 ? 0 : (cursor - 1) >> BlockBits;
        private int _length = cursor == 0 ? 0 : ((cursor - 1) & (BlockSize - 1)) + 1;

        public int Start { get; private set; }

        public int Length { get; private set; }

        public bool Next()
        {
            if (_block == 0)
            {
                return false;
            }

            (Start, Length) = (_block << BlockBits, _length);
            (_block, _length) = (arena._before[_block], BlockSize);
            return true;
        }
    }
}

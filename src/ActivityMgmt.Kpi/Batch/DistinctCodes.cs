using System.Numerics;

namespace ActivityMgmt.Kpi;

/// <summary>A set of (group, code) with the pieces in which each was seen, so that one look answers for every period: a code is new to a period if it was in none of its pieces.</summary>
/// <remarks>Open addressing; keeps its memory. Up to 16 pieces stand beside the key in one word, up to 64 in a second.</remarks>
internal sealed class DistinctCodes
{
    public const int MostNarrowPieces = 16;

    private const ulong Spread = 0x9E3779B97F4A7C15;
    private readonly bool _isNarrow;
    private ulong[] _keys;
    private ulong[] _pieces = [];
    private int _capacity;
    private int _shift;
    private int _used;

    public DistinctCodes(int pieces)
    {
        _isNarrow = pieces <= MostNarrowPieces;
        _keys = [];
        Resize(1024);
    }

    /// <summary>Forgets everything, and expects as much as there was.</summary>
    public void Clear()
    {
        var wanted = CapacityFor(_used);
        if (wanted < _capacity / 4)
        {
            _capacity = wanted * 2;
            _shift = 64 - BitOperations.Log2((uint)_capacity);
        }

        _keys.AsSpan(0, _capacity).Clear();
        if (!_isNarrow)
        {
            _pieces.AsSpan(0, _capacity).Clear();
        }

        _used = 0;
    }

    /// <summary>Takes records in.</summary>
    /// <param name="records">All of a block.</param>
    /// <param name="at">Which of them; those without a code are passed over.</param>
    /// <param name="layout">How they are written.</param>
    /// <param name="plan">The periods.</param>
    /// <param name="masks">The pieces of each period, as bits; one more, of nothing, at the end.</param>
    /// <param name="found">How many codes each group's periods have, one more than there are periods for each group.</param>
    public void Add(ReadOnlySpan<ulong> records, ReadOnlySpan<ushort> at, RecordLayout layout, PeriodPlan plan, ReadOnlySpan<ulong> masks, Span<int> found)
    {
        if ((_used + at.Length) * 3L > _capacity * 2L)
        {
            Grow(_used + at.Length);
        }

        if (_isNarrow)
        {
            AddNarrow(records, at, layout, plan, masks, found);
        }
        else
        {
            AddWide(records, at, layout, plan, masks, found);
        }
    }

    private void AddNarrow(ReadOnlySpan<ulong> records, ReadOnlySpan<ushort> at, RecordLayout layout, PeriodPlan plan, ReadOnlySpan<ulong> masks, Span<int> found)
    {
        unchecked
        {
            ReadOnlySpan<ushort> pieceOf = plan.PieceOf;
            var keys = _keys.AsSpan(0, _capacity);
            var (groupShift, dayShift, dayMask) = (layout.DayBits + layout.OperationBits, layout.OperationBits, (1u << layout.DayBits) - 1);
            var (shift, wrap, periods, used) = (_shift, _capacity - 1, masks.Length, _used);
            var layers = plan.Layers;
            foreach (var i in at)
            {
                var record = records[i];
                var code = (uint)record;
                if (code == 0)
                {
                    continue;
                }

                var upper = (uint)(record >> 32);
                var group = upper >> groupShift;
                int piece = pieceOf[(int)(upper >> dayShift & dayMask)];
                var key = ((ulong)group << 32) | code;
                var slot = (int)(key * Spread >> shift);
                ulong seen;
                while (true)
                {
                    var entry = keys[slot];
                    if (entry >> 16 == key)
                    {
                        seen = entry & 0xFFFF;
                        break;
                    }

                    if (entry == 0)
                    {
                        seen = 0;
                        used++;
                        break;
                    }

                    slot = (slot + 1) & wrap;
                }

                keys[slot] = (key << 16) | seen | (1UL << piece);
                var row = (int)group * periods;
                foreach (var layer in layers)
                {
                    var period = layer[piece];
                    found[row + period] += (seen & masks[period]) == 0 ? 1 : 0;
                }
            }

            _used = used;
        }
    }

    private void AddWide(ReadOnlySpan<ulong> records, ReadOnlySpan<ushort> at, RecordLayout layout, PeriodPlan plan, ReadOnlySpan<ulong> masks, Span<int> found)
    {
        unchecked
        {
            ReadOnlySpan<ushort> pieceOf = plan.PieceOf;
            var keys = _keys.AsSpan(0, _capacity);
            var pieces = _pieces.AsSpan(0, _capacity);
            var (groupShift, dayShift, dayMask) = (layout.DayBits + layout.OperationBits, layout.OperationBits, (1u << layout.DayBits) - 1);
            var layers = plan.Layers;
            foreach (var i in at)
            {
                var record = records[i];
                var code = (uint)record;
                if (code == 0)
                {
                    continue;
                }

                var upper = (uint)(record >> 32);
                var group = upper >> groupShift;
                int piece = pieceOf[(int)(upper >> dayShift & dayMask)];
                var key = ((ulong)group << 32) | code;
                var slot = (int)(key * Spread >> _shift);
                // A code is never 0, so neither is a key.
                while (keys[slot] != key && keys[slot] != 0)
                {
                    slot = (slot + 1) & (_capacity - 1);
                }

                _used += keys[slot] == 0 ? 1 : 0;
                keys[slot] = key;
                var seen = pieces[slot];
                pieces[slot] = seen | (1UL << piece);
                var row = (int)group * masks.Length;
                foreach (var layer in layers)
                {
                    var period = layer[piece];
                    found[row + period] += (seen & masks[period]) == 0 ? 1 : 0;
                }
            }
        }
    }

    private void Grow(int entries)
    {
        var (keys, pieces, capacity) = (_keys, _pieces, _capacity);
        var wanted = CapacityFor(entries);
        (_keys, _pieces) = ([], []);
        Resize(wanted);
        for (var old = 0; old < capacity; old++)
        {
            if (keys[old] == 0)
            {
                continue;
            }

            var slot = unchecked((int)((_isNarrow ? keys[old] >> 16 : keys[old]) * Spread >> _shift));
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & (_capacity - 1);
            }

            _keys[slot] = keys[old];
            if (!_isNarrow)
            {
                _pieces[slot] = pieces[old];
            }
        }
    }

    private void Resize(int capacity)
    {
        _capacity = capacity;
        _shift = 64 - BitOperations.Log2((uint)capacity);
        _keys = new ulong[capacity];
        _pieces = _isNarrow ? [] : new ulong[capacity];
    }

    // At most two thirds are ever in use, so that a look ends soon.
    private static int CapacityFor(int entries) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, entries + ((entries + 1) / 2) + 1));
}

using System.Numerics;

namespace ActivityMgmt.Kpi;

/// <summary>A set of (group, code) with the pieces in which each was seen, so that one look answers for every period: a code is new to a period if it was in none of its pieces.</summary>
/// <remarks>Open addressing; keeps its memory. Pieces are bits of a word beside the key, so there are at most <see cref="PeriodPlan.MostPieces"/>.</remarks>
internal sealed class DistinctCodes
{
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private ulong[] _keys = [];
    private ulong[] _pieces = [];
    private ulong[] _spareKeys = [];
    private ulong[] _sparePieces = [];
    private int _capacity;
    private int _shift;
    private int _used;

    public DistinctCodes() => Resize(1024);

    /// <summary>Forgets everything, and expects as much as there was.</summary>
    public void Clear()
    {
        var wanted = CapacityFor(_used);
        if (wanted < _capacity / 4)
        {
            Resize(wanted * 2);
        }
        else
        {
            Empty();
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

        unchecked
        {
            ReadOnlySpan<ushort> pieceOf = plan.PieceOf;
            var keys = _keys.AsSpan(0, _capacity);
            var pieces = _pieces.AsSpan(0, _capacity);
            var (groupShift, dayShift, dayMask) = (layout.DayBits + layout.OperationBits, layout.OperationBits, (1u << layout.DayBits) - 1);
            var (shift, wrap, used) = (_shift, _capacity - 1, _used);
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
                // A code is never 0, so neither is a key.
                ulong entry;
                while ((entry = keys[slot]) != key && entry != 0)
                {
                    slot = (slot + 1) & wrap;
                }

                used += entry == 0 ? 1 : 0;
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

            _used = used;
        }
    }

    private void Grow(int entries)
    {
        var before = _capacity;
        Fit(ref _spareKeys, before);
        Fit(ref _sparePieces, before);
        _keys.AsSpan(0, before).CopyTo(_spareKeys);
        _pieces.AsSpan(0, before).CopyTo(_sparePieces);
        Resize(CapacityFor(entries));
        for (var old = 0; old < before; old++)
        {
            if (_spareKeys[old] == 0)
            {
                continue;
            }

            var slot = unchecked((int)(_spareKeys[old] * Spread >> _shift));
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & (_capacity - 1);
            }

            (_keys[slot], _pieces[slot]) = (_spareKeys[old], _sparePieces[old]);
        }
    }

    private void Resize(int capacity)
    {
        Fit(ref _keys, capacity);
        Fit(ref _pieces, capacity);
        _capacity = capacity;
        _shift = 64 - BitOperations.Log2((uint)capacity);
        Empty();
    }

    private void Empty()
    {
        _keys.AsSpan(0, _capacity).Clear();
        _pieces.AsSpan(0, _capacity).Clear();
    }

    private static void Fit(ref ulong[] array, int length)
    {
        if (array.Length < length)
        {
            array = new ulong[length];
        }
    }

    // At most two thirds are ever in use, so that a look ends soon.
    private static int CapacityFor(int entries) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, entries + ((entries + 1) / 2) + 1));
}

using System.Numerics;

namespace ActivityMgmt.Kpi;

/// <summary>How a record's 64 bits are shared out: group within its partition, day, operation; and a code in the lower half.</summary>
internal readonly record struct RecordLayout
{
    // What a partition works on should stay in the processor's second cache.
    private const int BytesOfState = 384 * 1024;

    public RecordLayout(RowProgram program, PeriodPlan plan, FactRows rows)
    {
        OperationBits = Math.Max(Bits(program.AllOperations), Bits(program.ValueClasses.Count));
        DayBits = Bits(plan.DayCount);
        var room = 32 - OperationBits - DayBits;
        if (room < 0)
        {
            throw new NotSupportedException(
                $"{plan.DayCount} days and {program.AllOperations} kinds of rows that differ in what counts them don't fit in one run together; read fewer periods or fewer measures at once.");
        }

        var rowsOfGroup = rows.GroupCount == 0 ? 1 : Math.Min((rows.Count / rows.GroupCount) + 1, 1 << 16);
        var bytes = (4L * plan.Pieces * (program.CountClasses.Count + program.DayTargets.Count + program.Distincts.Count(d => d.Coded >= 0)))
            + (20L * plan.Pieces * (program.ValueClasses.Count - 1))
            + ((long)plan.DayCount * program.DayTargets.Count)
            + (32L * rowsOfGroup * program.Distincts.Count);
        // In order of groups a partition's rows are at hand, so that few groups, whose records stay in the first cache, are better.
        var most = Math.Min(rows.AreInOrderOfGroups ? 4 : 7, room);
        GroupBits = Math.Clamp(BitOperations.Log2((uint)Math.Clamp(BytesOfState / Math.Max(bytes, 1), 1, 256)), 0, most);
    }

    public int OperationBits { get; }

    public int DayBits { get; }

    /// <summary>A partition has 2 to this power groups.</summary>
    public int GroupBits { get; }

    public int GroupsOfPartition => 1 << GroupBits;

    public int PartitionsOf(int groups) => (groups + GroupsOfPartition - 1) >> GroupBits;

    private static int Bits(int values) => BitOperations.Log2((uint)Math.Max(values - 1, 1)) + 1;
}

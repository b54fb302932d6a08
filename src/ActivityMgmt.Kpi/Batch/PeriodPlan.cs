namespace ActivityMgmt.Kpi;

/// <summary>Periods, which may overlap, cut into pieces that don't: every period is a run of pieces.</summary>
internal sealed class PeriodPlan
{
    /// <summary>The most pieces that a set of codes can tell apart.</summary>
    public const int MostPieces = 64;

    public PeriodPlan(IReadOnlyList<(int FirstDay, int LastDay)> periods)
    {
        FirstDay = periods.Min(p => p.FirstDay);
        DayCount = periods.Max(p => p.LastDay) - FirstDay + 1;
        int[] starts = [.. periods.SelectMany(p => new[] { p.FirstDay, p.LastDay + 1 }).Distinct().Order()];
        Pieces = starts.Length - 1;
        PieceOf = new ushort[DayCount];
        for (var piece = 0; piece < Pieces; piece++)
        {
            PieceOf.AsSpan(starts[piece] - FirstDay, starts[piece + 1] - starts[piece]).Fill((ushort)piece);
        }

        Periods = [.. periods.Select(p => (Array.BinarySearch(starts, p.FirstDay), Array.BinarySearch(starts, p.LastDay + 1) - 1))];
        Layers = [.. InLayers(Periods)];
    }

    /// <summary>The first day of all, in days since 1970-01-01.</summary>
    public int FirstDay { get; }

    /// <summary>How many days there are from the first to the last, both included.</summary>
    public int DayCount { get; }

    /// <summary>How many pieces there are.</summary>
    public int Pieces { get; }

    /// <summary>The piece of each day, from <see cref="FirstDay"/> on.</summary>
    public ushort[] PieceOf { get; }

    /// <summary>The pieces of each period, first to last, both included.</summary>
    public (int First, int Last)[] Periods { get; }

    /// <summary>The periods in layers, within which none overlaps another: for each piece the index of the period, or the number of periods where there is none.</summary>
    public int[][] Layers { get; }

    private List<int[]> InLayers((int First, int Last)[] periods)
    {
        var layers = new List<int[]>();
        foreach (var (period, index) in periods.Select((p, i) => (p, i)).OrderBy(p => p.p.First))
        {
            var layer = layers.Find(l => l.AsSpan(period.First, period.Last - period.First + 1).IndexOfAnyExcept(periods.Length) < 0);
            if (layer is null)
            {
                layers.Add(layer = new int[Pieces]);
                layer.AsSpan().Fill(periods.Length);
            }

            layer.AsSpan(period.First, period.Last - period.First + 1).Fill(index);
        }

        return layers;
    }
}

namespace ActivityMgmt.Incentives;

/// <summary>Which end of a band belongs to it.</summary>
internal enum BandBounds
{
    /// <summary>The lower end belongs to the band, the upper end to the next: <c>[a,b)</c>.</summary>
    LowerIncluded,

    /// <summary>The upper end belongs to the band: <c>(a,b]</c>. The lower end of the first band belongs to it as well, so that a scale from 0 has a band for 0.</summary>
    UpperIncluded,
}

/// <summary>What a value outside every band means.</summary>
internal enum BandGap
{
    /// <summary>Nobody can say; gaps between bands are refused when the document is read.</summary>
    Refuse,

    /// <summary>Nothing is due.</summary>
    Zero,
}

/// <summary>Bands in rising order, none overlapping another.</summary>
internal sealed class BandScale
{
    public required BandBounds Bounds { get; init; }

    public required BandGap Gap { get; init; }

    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>The band that holds a value; <see langword="null"/> when none does.</summary>
    public Band? Find(Quantity value)
    {
        for (var i = 0; i < Bands.Count; i++)
        {
            if (Holds(Bands[i], value, isFirst: i == 0))
            {
                return Bands[i];
            }
        }

        return null;
    }

    private bool Holds(Band band, Quantity value, bool isFirst)
    {
        var from = value.CompareTo(Quantity.Of(band.From, value.Unit));
        var to = band.To is { } end ? value.CompareTo(Quantity.Of(end, value.Unit)) : -1;
        return Bounds == BandBounds.LowerIncluded
            ? from >= 0 && to < 0
            : (from > 0 || (from == 0 && isFirst)) && to <= 0;
    }
}

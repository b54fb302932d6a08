namespace ActivityMgmt.Incentives;

/// <summary>A scale with its shape: a pure function from a figure to exact pay, piece by piece.</summary>
/// <remarks>Nothing is rounded. A negative figure pays nothing when the scale begins at zero or above.</remarks>
internal sealed class TierScale
{
    public required TierShape Shape { get; init; }

    public required BandScale Scale { get; init; }

    /// <summary>Whether bands hold amounts of money instead of rates; always so when interpolated.</summary>
    public required bool IsAmounts { get; init; }

    /// <summary>Unit of what is paid.</summary>
    public required Unit Pay { get; init; }

    /// <summary>What a figure pays.</summary>
    public TierResult Of(Quantity figure)
    {
        var band = Scale.Find(figure);
        if (Scale.Bands[0].From >= 0m && figure.Numerator < 0m)
        {
            return new(Quantity.Of(0m, Pay), [], HasBand: true);
        }

        if (band is null && (Scale.Gap == BandGap.Refuse || Shape == TierShape.Slab))
        {
            return new(Quantity.Of(0m, Pay), [], HasBand: false);
        }

        if (Shape == TierShape.Slab)
        {
            return Sum([new(band!, figure, IsAmounts ? Quantity.Of(band!.Value, Pay) : (figure * band!.Value).As(Pay))]);
        }

        return Sum([.. Scale.Bands
            .Select(b => (Band: b, Part: PartInside(b, figure)))
            .Where(p => p.Part.Numerator > 0m)
            .Select(p => new TierPiece(p.Band, p.Part, Shape == TierShape.Graded ? (p.Part * p.Band.Value).As(Pay) : Proportion(p.Band, p.Part)))]);
    }

    private static Quantity PartInside(Band band, Quantity figure)
    {
        var from = Quantity.Of(band.From, figure.Unit);
        var end = band.To is { } to && figure > Quantity.Of(to, figure.Unit) ? Quantity.Of(to, figure.Unit) : figure;
        return end > from ? end - from : Quantity.Of(0m, figure.Unit);
    }

    private Quantity Proportion(Band band, Quantity part) =>
        Quantity.Fraction(part.Numerator * band.Value, part.Denominator * (band.To!.Value - band.From), Pay);

    private TierResult Sum(IReadOnlyList<TierPiece> pieces) =>
        new(pieces.Aggregate(Quantity.Of(0m, Pay), (sum, p) => sum + p.Pays), pieces, HasBand: true);
}

/// <summary>What one band contributes.</summary>
/// <param name="Band">The band.</param>
/// <param name="Part">The part of the figure that it counts.</param>
/// <param name="Pays">What that pays, exact.</param>
internal sealed record TierPiece(Band Band, Quantity Part, Quantity Pays);

/// <summary>What a scale pays for a figure.</summary>
/// <param name="Pays">The exact sum of the pieces.</param>
/// <param name="Pieces">The pieces, lowest band first.</param>
/// <param name="HasBand">Whether a band, or the rule for negative figures, covers the figure; otherwise the gap rule decides.</param>
internal sealed record TierResult(Quantity Pays, IReadOnlyList<TierPiece> Pieces, bool HasBand);

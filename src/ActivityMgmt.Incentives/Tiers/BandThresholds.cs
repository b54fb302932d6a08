namespace ActivityMgmt.Incentives;

/// <summary>Where the bands of a plan begin, by the measure that decides: what a team board shows the way to.</summary>
internal static class BandThresholds
{
    /// <summary>The beginnings of all bands that give more than what lies below them, in the order of the document.</summary>
    public static IReadOnlyList<BoardThreshold> Of(IEnumerable<PayComponent> components, IReadOnlyList<MeasureDescription> measures)
    {
        var units = measures.ToDictionary(m => m.Id, m => m.Unit);
        return
        [
            .. components.OfType<TiersComponent>().SelectMany(c => (c.Measure is { } measure && c.Scope == TierScope.PeriodRetroactive
                    ? Of(c.Id, measure, c.Scale.Scale)
                    : [])
                .Concat(c.Times is { } times ? Of($"{c.Id}/{times.Name}", times.By, times.Scale) : [])),
        ];

        IEnumerable<BoardThreshold> Of(string name, MeasureId measure, BandScale scale) => scale.Bands
            .Where((band, i) => band.From > 0m && band.Value > Below(scale.Bands, i))
            .Select(band => new BoardThreshold(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}/{band.From}"), measure, Quantity.Of(band.From, units[measure])));
    }

    // Below the first band, and in a gap that the plan declares, nothing is given.
    private static decimal Below(IReadOnlyList<Band> bands, int i) => i > 0 && bands[i - 1].To == bands[i].From ? bands[i - 1].Value : 0m;
}

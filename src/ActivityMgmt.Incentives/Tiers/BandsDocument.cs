using System.Globalization;

namespace ActivityMgmt.Incentives;

/// <summary>The document form of a <see cref="BandScale"/>.</summary>
internal static class BandsDocument
{
    private const decimal HighestRatio = 10m;

    /// <summary>Reads bands with their rules.</summary>
    /// <param name="owner">The node with the members <c>bounds</c> and <c>gap</c>.</param>
    /// <param name="bands">The list of bands.</param>
    /// <param name="unit">The unit of what is looked up; <see langword="null"/> when that is not known.</param>
    /// <param name="value">Reads what a band gives.</param>
    /// <param name="valueNames">The members that hold what a band gives.</param>
    public static BandScale Read(DocumentNode owner, DocumentNode bands, Unit? unit, Func<DocumentNode, decimal> value, params string[] valueNames)
    {
        var gap = RequiredRule(owner["gap"], "pay.document.gap-missing", "refuse", "zero") == "refuse" ? BandGap.Refuse : BandGap.Zero;
        var bounds = RequiredRule(owner["bounds"], "pay.document.bounds-missing", "[a,b)", "(a,b]") == "[a,b)" ? BandBounds.LowerIncluded : BandBounds.UpperIncluded;
        var items = bands.Items;
        if (items.Count == 0)
        {
            bands.Report(Reason.Of("pay.document.no-bands"));
        }

        foreach (var item in items)
        {
            item.AllowOnly(["from", "to", .. valueNames]);
        }

        var read = items.Select((item, i) => new Band(
            Limit(item["from"], unit),
            item["to"].IsNothing ? (i + 1 < items.Count ? items[i + 1]["from"] is { IsNothing: false } next ? next.Exact() : null : null) : Limit(item["to"], unit),
            value(item))).ToArray();
        for (var i = 0; i < read.Length; i++)
        {
            Check(items, read, i, gap, bounds);
        }

        return new() { Bounds = bounds, Gap = gap, Bands = read.Length == 0 ? [new(0m, null, 0m)] : read };
    }

    private static void Check(IReadOnlyList<DocumentNode> items, Band[] bands, int i, BandGap gap, BandBounds bounds)
    {
        var band = bands[i];
        if (i > 0 && band.From < bands[i - 1].From)
        {
            items[i]["from"].Report(Reason.Of("pay.document.bands-order", ("from", band.From), ("before", bands[i - 1].From)));
            return;
        }

        if (i > 0 && bands[i - 1].To is { } end && band.From < end)
        {
            items[i]["from"].Report(Reason.Of("pay.document.bands-overlap", ("from", band.From), ("to", end), ("json", band.From.ToString(CultureInfo.InvariantCulture))));
        }
        else if (i > 0 && gap == BandGap.Refuse && bands[i - 1].To is { } before && band.From > before)
        {
            items[i]["from"].Report(Reason.Of("pay.document.bands-gap", ("to", before), ("from", band.From)));
        }

        // A band from 80 to 80 holds nothing, except under (a,b] as the first one.
        if (band.To is { } to && (to < band.From || (to == band.From && !(i == 0 && bounds == BandBounds.UpperIncluded))))
        {
            items[i].Report(Reason.Of("pay.document.band-unreachable", ("from", band.From), ("to", to)));
        }
    }

    private static decimal Limit(DocumentNode node, Unit? unit)
    {
        var limit = node.Exact();
        if (unit == Unit.Ratio && limit > HighestRatio)
        {
            node.Report(Reason.Of("pay.document.ratio-limit", ("value", limit)));
        }

        return limit;
    }

    private static string RequiredRule(DocumentNode node, string missing, params string[] allowed)
    {
        if (node.IsNothing)
        {
            node.Report(Reason.Of(missing));
            return allowed[0];
        }

        return node.OneOf(allowed);
    }
}

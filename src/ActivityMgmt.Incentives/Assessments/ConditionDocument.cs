namespace ActivityMgmt.Incentives;

/// <summary>The document form of conditions on measures, which assessments and honours share.</summary>
internal static class ConditionDocument
{
    public static IReadOnlyList<RankCondition> ReadAll(DocumentNode node, PlanNames names, int longestLookBack)
    {
        if (node.Items.Count == 0)
        {
            node.Report(Reason.Of("assessment.document.no-conditions"));
        }

        return [.. node.Items.Select(item => Read(item, names, longestLookBack)).OfType<RankCondition>()];
    }

    /// <summary>How many conditions have to be met: all when nothing is said.</summary>
    public static int NeedsOf(DocumentNode node, int conditions)
    {
        if (node.IsNothing)
        {
            return conditions;
        }

        var needs = node.Whole();
        if (needs < 1 || needs > conditions)
        {
            node.Report(Reason.Of("assessment.document.needs", ("value", needs), ("conditions", conditions)));
        }

        return needs;
    }

    public static RankCondition? Read(DocumentNode node, PlanNames names, int longestLookBack)
    {
        node.AllowOnly("measure", "lookBack", "atLeast", "atMost");
        var measure = names.Measure(node["measure"]);
        var lookBack = node["lookBack"].Whole();
        if (!node["lookBack"].IsNothing && (lookBack < 1 || lookBack > longestLookBack))
        {
            node["lookBack"].Report(Reason.Of("pay.document.out-of-range", ("value", lookBack), ("least", 1), ("most", longestLookBack)));
        }

        if (node["atLeast"].IsNothing == node["atMost"].IsNothing)
        {
            node.Report(Reason.Of("assessment.document.one-limit"));
            return null;
        }

        decimal? atLeast = node["atLeast"].IsNothing ? null : Limit(node["atLeast"], measure);
        decimal? atMost = node["atMost"].IsNothing ? null : Limit(node["atMost"], measure);
        return measure is null ? null : new(measure.Id, measure.Unit, Math.Clamp(lookBack, 1, longestLookBack), atLeast, atMost);
    }

    private static decimal Limit(DocumentNode node, MeasureDescription? measure)
    {
        var limit = node.Exact();
        if (measure?.Unit == Unit.Ratio && limit > 10m)
        {
            node.Report(Reason.Of("pay.document.ratio-limit", ("value", limit)));
        }

        return limit;
    }
}

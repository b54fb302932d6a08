namespace ActivityMgmt.Domain;

/// <summary>Looks for what can't be, or shouldn't, in an organisation as it was recorded: cycles, overlaps, gaps, unknown parents and uplines. Pure.</summary>
/// <remarks>
/// Facts have happened and are never refused; whoever reads the findings corrects them at the source. <see cref="OrganisationRules"/> refuses the same things beforehand.
/// Cycles are looked for among the relations that count on each day, overlaps and empty spans among all of them.
/// </remarks>
public static class OrganisationReview
{
    /// <summary>What was found, with the days that clash: what can't be first, then by code, by whom it concerns and by first day.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="ranks">Which rank is higher, to find leaders below their own members; without it none is found.</param>
    public static IReadOnlyList<Finding> Review(FactBook facts, RankOrder? ranks = null)
    {
        Guard.Against.Null(facts);
        return
        [
            .. Clashes.Of(facts.Organisation, facts.All.OfType<LeaveFact>(), ranks ?? RankOrder.None)
                .OrderByDescending(c => c.Severity)
                .ThenBy(c => c.Rule.Reason.Code, StringComparer.Ordinal)
                .ThenBy(c => c.Subject, StringComparer.Ordinal)
                .ThenBy(c => c.Days.From)
                .Select(c => new Finding(c.Severity, c.Rule.Reason)),
        ];
    }
}

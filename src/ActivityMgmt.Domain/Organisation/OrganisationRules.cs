namespace ActivityMgmt.Domain;

/// <summary>Asked before a change of the organisation is recorded: which rules would it break?</summary>
/// <remarks>
/// What clashed before and clashes no more days afterwards is not held against a change, so that a mess can be cleared up step by step. Pure and safe for concurrent use.
/// </remarks>
public sealed record OrganisationRules
{
    /// <summary>Cycles, overlaps and gaps are refused.</summary>
    public static OrganisationRules Default { get; } = new();

    /// <summary>
    /// Whether gaps are refused: days under contract without a team, and days in a team without contract. Joining is then one change of two facts, contract and
    /// assignment; so is leaving. <value>Yes.</value>
    /// </summary>
    public bool RefuseGaps { get; init; } = true;

    /// <summary>The rules that facts would break, taken together, in the order of <see cref="OrganisationReview"/>; empty when they may be recorded. Facts of other kinds break none.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="proposed">The new facts, and the new revisions of known ones.</param>
    public IReadOnlyList<IBusinessRule> BrokenBy(FactBook facts, params IReadOnlyList<Fact> proposed)
    {
        Guard.Against.Null(facts);
        Guard.Against.Null(proposed);
        var known = facts.All.Where(IsOfTheOrganisation).ToArray();
        var before = ClashesOf(FactBook.Of(known)).ToLookup(Identity, c => c.Days);
        return
        [
            .. ClashesOf(FactBook.Of([.. known, .. proposed.Where(IsOfTheOrganisation)]))
                .Where(c => c.Severity == Severity.Block || (RefuseGaps && c.Rule is AnAgentUnderContractHasATeamRule or AnAssignmentNeedsAContractRule))
                .Where(c => c.Days.Without(before[Identity(c)]).Any())
                .OrderByDescending(c => c.Severity)
                .ThenBy(c => c.Rule.Reason.Code, StringComparer.Ordinal)
                .ThenBy(c => c.Subject, StringComparer.Ordinal)
                .ThenBy(c => c.Days.From)
                .Select(c => c.Rule),
        ];
    }

    /// <summary>What is known with facts that break no rule.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="proposed">The new facts, and the new revisions of known ones.</param>
    /// <exception cref="BrokenRuleException">They break a rule; the first one is named, with the days that clash. Nothing was changed.</exception>
    public FactBook Accept(FactBook facts, params IReadOnlyList<Fact> proposed) => BrokenBy(facts, proposed) is [var first, ..]
        ? throw new BrokenRuleException(first)
        : FactBook.Of([.. facts.All, .. proposed]);

    private static IEnumerable<Clash> ClashesOf(FactBook book) => Clashes.Of(book.Organisation, book.All.OfType<LeaveFact>(), RankOrder.None);

    private static (Type Rule, string Subject) Identity(Clash clash) => (clash.Rule.GetType(), clash.Subject);

    private static bool IsOfTheOrganisation(Fact fact) => fact is AgentFact or AssignmentFact or TeamFact or LineageFact or LeaveFact;
}

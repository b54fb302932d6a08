namespace ActivityMgmt.Domain;

/// <summary>What follows in the organisation when somebody is promoted, is demoted, leaves or comes back: companies differ, so it is data.</summary>
public sealed record OrganisationPolicies
{
    /// <summary>The usual answers; with no ranks in order, nothing follows from a rank.</summary>
    public static OrganisationPolicies Default { get; } = new();

    /// <summary>Which rank is higher. <value>None: ranks can't be compared.</value></summary>
    public RankOrder Ranks { get; init; } = RankOrder.None;

    /// <summary>Months of probation in a rank that somebody enters, by rank; a rank that isn't listed has none. <value>None.</value></summary>
    public IReadOnlyDictionary<string, int> ProbationMonths { get; init; } = new Dictionary<string, int>();

    /// <summary>How leading, breeding and recruiting change.</summary>
    public LineagePolicy Lineage { get; init; } = LineagePolicy.Default;

    /// <summary>Who comes back as what.</summary>
    public RehirePolicy Rehire { get; init; } = RehirePolicy.Default;

    /// <summary>Which leave spares an assessment.</summary>
    public LeavePolicy Leave { get; init; } = LeavePolicy.Default;

    /// <summary>The last day of the probation of a rank that begins on a day; <see langword="null"/> when the rank has none.</summary>
    public LocalDate? ProbationUntil(string rank, LocalDate from) =>
        ProbationMonths.TryGetValue(rank, out var months) && months > 0 ? from.PlusMonths(months).PlusDays(-1) : null;
}

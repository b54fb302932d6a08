namespace ActivityMgmt.Domain;

/// <summary>How many of a cohort came to what they were counted for.</summary>
public sealed record CohortCount
{
    /// <summary>How many there are in all.</summary>
    public required int Cohort { get; init; }

    /// <summary>How many came to it.</summary>
    public required int Reached { get; init; }

    /// <summary>How many can't come to it any more.</summary>
    public required int Missed { get; init; }

    /// <summary>The facts of the whole cohort.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>How many have not come to it but still can.</summary>
    public int Open => Cohort - Reached - Missed;

    /// <summary>Reached ÷ (reached + missed), exact: who is open isn't counted yet. <see langword="null"/> when nothing is decided, which is no data, not zero.</summary>
    public Quantity? Rate => Reached + Missed == 0 ? null : Quantity.Ratio(Reached, Reached + Missed);

    /// <summary>The other part: 1 − <see cref="Rate"/>. <see langword="null"/> when nothing is decided.</summary>
    public Quantity? Complement => Reached + Missed == 0 ? null : Quantity.Ratio(Missed, Reached + Missed);

    internal static CohortCount Of<T>(IReadOnlyList<T> cohort, Func<T, bool> isReached, Func<T, bool> isDecided, Func<T, IEnumerable<FactReference>> facts)
    {
        var reached = cohort.Count(isReached);
        var missed = cohort.Count(m => !isReached(m) && isDecided(m));
        return new()
        {
            Cohort = cohort.Count,
            Reached = reached,
            Missed = missed,
            Evidence = new([new("cohort", cohort.Count), new("reached", reached), new("missed", missed)], cohort.SelectMany(facts)),
        };
    }
}

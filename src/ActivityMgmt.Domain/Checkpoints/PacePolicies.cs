namespace ActivityMgmt.Domain;

/// <summary>What a pace can be drawn from.</summary>
/// <param name="Readings">What was known at the checkpoint, with the tenant's calendars.</param>
/// <param name="Goal">The goal whose pace is asked for.</param>
/// <param name="History">The days before the goal's period that may be looked at, both ends included.</param>
public sealed record PaceBasis(IReadings Readings, Goal Goal, DateInterval History);

/// <summary>Draws the pace of a goal: how much of it is expected by which day.</summary>
public delegate PaceCurve PacePolicy(PaceBasis basis);

/// <summary>Ready-made pace policies.</summary>
/// <remarks>Each expects the whole target from the first day on of a measure whose days don't add up, such as persistency or a ratio: it has no part of a period.</remarks>
public static class PacePolicies
{
    /// <summary>Every calendar day counts the same.</summary>
    public static PacePolicy Even { get; } = OfSums(_ => PaceCurves.Even);

    /// <summary>Every working day counts the same.</summary>
    public static PacePolicy WorkingDays { get; } = OfSums(basis => PaceCurves.WorkingDays(basis.Readings.Calendars.Work));

    /// <summary>
    /// As the past went: the share that was there after the same share of working days, over the whole periods of as many fiscal months that the history holds
    /// (periods of as many days, when the goal's isn't whole months).
    /// From the goal's own subject when those periods hold at least <paramref name="minimum"/> of the measure's units, else from the agent's team, else from the branch, else
    /// by working days, as for what is typed in.
    /// </summary>
    /// <param name="minimum">How much the past must hold to be believed, in the measure's unit.</param>
    public static PacePolicy Seasonal(decimal minimum = 30m) => OfSums(basis => basis.Goal.Source == GoalSource.Manual ? WorkingDays(basis) : new SeasonalPace(basis, minimum).Curve());

    private static PacePolicy OfSums(PacePolicy policy) => basis =>
        basis.Goal.Source == GoalSource.Measured && basis.Readings.Measures.FirstOrDefault(m => m.Id == basis.Goal.Measure) is { IsAdditive: false }
            ? PaceCurves.Whole
            : policy(basis);
}

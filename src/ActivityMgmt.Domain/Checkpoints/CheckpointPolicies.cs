namespace ActivityMgmt.Domain;

/// <summary>Says whether checkpoints are due on a day of a period.</summary>
/// <param name="today">The day.</param>
/// <param name="period">The period, both ends included.</param>
public delegate bool CheckpointCadence(LocalDate today, DateInterval period);

/// <summary>Ready-made cadences.</summary>
public static class CheckpointCadences
{
    /// <summary>Every Monday after the period's first day, up to and including the day after its last.</summary>
    public static CheckpointCadence Mondays { get; } = (today, period) =>
        today.DayOfWeek == IsoDayOfWeek.Monday && today > period.Start && today <= period.End.PlusDays(1);
}

/// <summary>How checkpoints are made; a host replaces what its company does differently.</summary>
public sealed record CheckpointPolicies
{
    /// <summary>When checkpoints are due. <value>Default: every Monday.</value></summary>
    public CheckpointCadence Cadence { get; init; } = CheckpointCadences.Mondays;

    /// <summary>How much is expected by a day; <see langword="null"/>: working days of the host's calendar. <value>Default: <see langword="null"/>.</value></summary>
    public PaceCurve? Pace { get; init; }

    /// <summary>How a goal stands. <value>Default: <see cref="StatusPolicies.GapToTarget"/>.</value></summary>
    public StatusPolicy Status { get; init; } = StatusPolicies.GapToTarget;

    /// <summary>How many days back the cause is looked for, at most to the period's start. <value>Default: 91: the quarter so far, since a few weeks hold too few entries of the later steps.</value></summary>
    public int CauseWindowInDays { get; init; } = 91;

    /// <summary>After how many checkpoints in a row off track the next level up is asked. <value>Default: 3.</value></summary>
    public int EscalateAfter { get; init; } = 3;
}

namespace ActivityMgmt.Domain;

/// <summary>Says whether checkpoints are due on a day of a period.</summary>
/// <param name="today">The day.</param>
/// <param name="period">The period, both ends included.</param>
/// <param name="fiscal">Says where months begin and end.</param>
public delegate bool CheckpointCadence(LocalDate today, DateInterval period, IFiscalCalendar fiscal);

/// <summary>Ready-made cadences.</summary>
public static class CheckpointCadences
{
    /// <summary>Every Monday after the period's first day, up to and including the day after its last.</summary>
    public static CheckpointCadence Mondays { get; } = (today, period, _) =>
        today.DayOfWeek == IsoDayOfWeek.Monday && today > period.Start && today <= period.End.PlusDays(1);

    /// <summary>Every day after the period's first day, up to and including the day after its last.</summary>
    public static CheckpointCadence Daily { get; } = (today, period, _) => today > period.Start && today <= period.End.PlusDays(1);

    /// <summary>On the first day after each fiscal month of the period, and on the day after its last.</summary>
    public static CheckpointCadence MonthEnds { get; } = (today, period, fiscal) =>
        today > period.Start && today <= period.End.PlusDays(1)
        && (today == period.End.PlusDays(1) || fiscal.PeriodContaining(PeriodKind.Month, today).Interval.Start == today);
}

/// <summary>How checkpoints are made; a host replaces what its company does differently.</summary>
public sealed record CheckpointPolicies
{
    /// <summary>When checkpoints are due. <value>Default: every Monday.</value></summary>
    public CheckpointCadence Cadence { get; init; } = CheckpointCadences.Mondays;

    /// <summary>How much is expected by a day. <value>Default: <see cref="PacePolicies.WorkingDays"/>.</value></summary>
    public PacePolicy Pace { get; init; } = PacePolicies.WorkingDays;

    /// <summary>How a goal stands. <value>Default: <see cref="StatusPolicies.GapToTarget"/>.</value></summary>
    public StatusPolicy Status { get; init; } = StatusPolicies.GapToTarget;

    /// <summary>How many days back the cause is looked for, at most to the goal's first day. <value>Default: 91, a quarter's days: a few weeks hold too few entries of the later steps, and most of a year says little about now.</value></summary>
    public int CauseWindowInDays { get; init; } = 91;

    /// <summary>
    /// How many whole fiscal months before a goal's first day say what is usual, for goals whose period has no target document: all but a cascade's quarters. As many as the fiscal calendar covers.
    /// <value>Default: 12, so that a year's pace can be drawn from the year before.</value>
    /// </summary>
    /// <exception cref="ArgumentException">It is zero or negative.</exception>
    public int HistoryInMonths { get; init => field = Guard.Against.NegativeOrZero(value, nameof(HistoryInMonths)); } = 12;

    /// <summary>When the next level up is asked; each is looked at. <value>Default: after three checkpoints in a row off track.</value></summary>
    public IReadOnlyList<EscalationPolicy> Escalations { get; init; } = [EscalationPolicies.OffTrackInARow(3)];

    /// <summary>
    /// After how many days past its due date a decision that nobody carried out is told to the owner's supervisor, too, and after as many more to each next one above.
    /// <value>Default: 7; <see langword="null"/>: only the owner is reminded.</value>
    /// </summary>
    /// <exception cref="ArgumentException">It is zero or negative.</exception>
    public int? EscalateOverdueAfterDays
    {
        get;
        init => field = value is { } days ? Guard.Against.NegativeOrZero(days, nameof(EscalateOverdueAfterDays)) : null;
    }
        = 7;

    /// <summary>What is proposed at a checkpoint that is behind or off track; each is asked in turn, the most important first. <value>Default: the weak step, catching up, a new target, else to talk it over.</value></summary>
    public IReadOnlyList<ProposalPolicy> Proposals { get; init; } =
        [ProposalPolicies.WeakStep, ProposalPolicies.CatchUp, ProposalPolicies.NewTarget(), ProposalPolicies.TalkItOver];

    /// <summary>The shares of a target whose passing is told. <value>Default: a quarter, half, three quarters and all of it.</value></summary>
    public IReadOnlyList<decimal> Milestones { get; init; } = [0.25m, 0.5m, 0.75m, 1m];
}

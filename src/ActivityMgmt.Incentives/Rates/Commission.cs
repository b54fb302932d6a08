namespace ActivityMgmt.Incentives;

/// <summary>Where premium stands on its way to being counted.</summary>
internal enum CommissionStage
{
    /// <summary>Counted on <see cref="Commission.Day"/>.</summary>
    Counted,

    /// <summary>Something has yet to happen.</summary>
    Waiting,

    /// <summary>The policy ended, on <see cref="Commission.Day"/>, before the premium counted.</summary>
    Ended,
}

/// <summary>What some premium is worth in the period in which it counts.</summary>
internal sealed record Commission
{
    public required PremiumFact Premium { get; init; }

    public required CommissionStage Stage { get; init; }

    /// <summary>The day on which it was counted or ended; <see langword="null"/> while it waits.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary>The day on which it counts as far as call-back, issue and the like are concerned, whether or not the policy was in force; <see langword="null"/> while it waits.</summary>
    public required LocalDate? CountsOn { get; init; }

    public required LineOutcome Outcome { get; init; }

    public required Money? Amount { get; init; }

    public required Reason Reason { get; init; }

    public required IReadOnlyList<Reason> Trace { get; init; }

    public required IReadOnlyList<FactReference> Facts { get; init; }

    /// <summary>Whether it was counted by then and pays, or would pay if its rate were known.</summary>
    public bool IsCountedAndDue => Stage == CommissionStage.Counted && Outcome is LineOutcome.Earned or LineOutcome.Undecided;
}

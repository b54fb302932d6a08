namespace ActivityMgmt.Domain;

/// <summary>How somebody came back who had left.</summary>
public sealed record Reentry
{
    /// <summary>Who.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The last day of the contract before, included.</summary>
    public required LocalDate LeftOn { get; init; }

    /// <summary>The first day of the time under contract that followed.</summary>
    public required LocalDate ReturnedOn { get; init; }

    /// <summary>Who had recruited them when they left; <see langword="null"/> when nobody had.</summary>
    public AgentId? OldRecruiter { get; init; }

    /// <summary>Whether they came back so soon that they count as the same agent: the old recruiter is restored, and there are no benefits for newcomers.</summary>
    public required bool IsWithinLimit { get; init; }

    /// <summary>Whole months between the last day and the return.</summary>
    public int MonthsAway => Period.Between(LeftOn, ReturnedOn, PeriodUnits.Months).Months;
}

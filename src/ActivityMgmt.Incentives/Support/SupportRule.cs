namespace ActivityMgmt.Incentives;

/// <summary>Whom to offer what: every criterion that is given has to fit.</summary>
internal sealed record SupportRule
{
    public required string Id { get; init; }

    public required ComponentName Name { get; init; }

    public required SupportKind Offer { get; init; }

    /// <summary>Least whole months with the company, included.</summary>
    public required int? TenureFrom { get; init; }

    /// <summary>Whole months with the company up to which it is offered, not included.</summary>
    public required int? TenureTo { get; init; }

    /// <summary>The steps of the funnel that it helps with; empty for no such criterion.</summary>
    public required IReadOnlyList<MeasureId> Steps { get; init; }

    /// <summary>What kind of weakness it helps with; <see langword="null"/> for both.</summary>
    public required CauseKind? Weakness { get; init; }

    /// <summary>How often in the quarter the step has to have been weak.</summary>
    public required int Times { get; init; }

    /// <summary>Figures that have to be reached.</summary>
    public required IReadOnlyList<RankCondition> Conditions { get; init; }

    /// <summary>The stated preference it answers to; <see langword="null"/> when it is for everybody.</summary>
    public required string? Prefers { get; init; }
}

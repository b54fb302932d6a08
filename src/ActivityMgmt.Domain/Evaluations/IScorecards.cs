namespace ActivityMgmt.Domain;

/// <summary>Scores an agent's period. Implemented by ActivityMgmt.Kpi.</summary>
public interface IScorecards
{
    /// <summary>Applies a scorecard document to an agent's readings.</summary>
    /// <param name="document">The scorecard document.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">The period, both ends included.</param>
    /// <param name="targets">The agent's targets for the period by measure; a part that needs one and finds none is absent.</param>
    /// <param name="compliance">The agent's compliance results for the period.</param>
    /// <exception cref="DocumentException">The document is not valid.</exception>
    Scorecard Score(
        PublishedDocument document,
        IReadings readings,
        AgentId agent,
        DateInterval period,
        IReadOnlyDictionary<MeasureId, Quantity> targets,
        IReadOnlyList<ComplianceResult> compliance);
}

/// <summary>A scored period: parts with weights, and the total over the parts that have a score.</summary>
public sealed record Scorecard
{
    /// <summary>The parts, in the order of the document.</summary>
    public required IReadOnlyList<ScorecardPart> Parts { get; init; }

    /// <summary>Total points, 0 to 100, rounded to 0.1 (half away from zero); <see langword="null"/> when no part has a score or a blocking part has none.</summary>
    public required decimal? Total { get; init; }
}

/// <summary>One part of a scorecard.</summary>
public sealed record ScorecardPart
{
    /// <summary>The part's id in the document, such as <c>customer-feedback</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The part's weight in the document; the weights of all parts sum to 100.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Points, 0 to 100, rounded to 0.1 (half away from zero); <see langword="null"/> when the part is absent.</summary>
    public required decimal? Score { get; init; }

    /// <summary>The figure that was scored; <see langword="null"/> when there is none.</summary>
    public required Quantity? Actual { get; init; }

    /// <summary>Why the part has this score, or why it has none and how that counts.</summary>
    public required Reason Reason { get; init; }
}

namespace ActivityMgmt.Domain;

/// <summary>Where an opportunity stands on a day, folded from its facts in whatever order they came.</summary>
public sealed record OpportunityState
{
    /// <summary>The opportunity.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>Whose it is: the agent of the last stage entry.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The customer; <see langword="null"/> when none was named.</summary>
    public required CustomerId? Customer { get; init; }

    /// <summary>The stage it is in.</summary>
    public required SalesStage Stage { get; init; }

    /// <summary>The day on which it entered the stage.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The day of its first stage entry.</summary>
    public required LocalDate Began { get; init; }

    /// <summary>Days in the stage, on the day that was asked for.</summary>
    public required int DaysInStage { get; init; }

    /// <summary>Its value; <see langword="null"/> when it has none.</summary>
    public required Money? Value { get; init; }

    /// <summary>The chance of a sale, 0 to 1: the CRM's own where it gave one for this stage, else the stage's; 1 when won, 0 when lost.</summary>
    public required decimal Probability { get; init; }

    /// <summary>Why it was lost; <see langword="null"/> when it wasn't, or nobody said.</summary>
    public required string? LostBecause { get; init; }

    /// <summary>Steps that the process doesn't allow as they were taken. They count all the same: the CRM is the master.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The facts it was folded from.</summary>
    public required IReadOnlyList<FactReference> Facts { get; init; }

    /// <summary>Value × probability, exact; <see langword="null"/> without a value.</summary>
    public Quantity? WeightedValue => Value is { } value ? Quantity.Of(value) * Probability : null;

    /// <summary>Whether it has been in its stage for longer than the process allows.</summary>
    public bool IsStale => Stage.Outcome == StageOutcome.Open && DaysInStage > Stage.StaleAfterDays;
}

namespace ActivityMgmt.Domain;

/// <summary>An opportunity entered a stage. <see cref="Fact.Date"/> is the day it did.</summary>
public sealed record OpportunityFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Opportunity;

    /// <summary>The opportunity.</summary>
    public required OpportunityId Opportunity { get; init; }

    /// <summary>The agent who works on it.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The stage it entered, such as <c>proposal</c>, <c>won</c> or <c>lost</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>The customer; <see langword="null"/> when the CRM names none.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The product talked about; <see langword="null"/> when open.</summary>
    public string? Product { get; init; }

    /// <summary>What it is worth at this stage: expected before it is decided, the value won when it is won; <see langword="null"/> when unknown.</summary>
    public Money? Value { get; init; }

    /// <summary>The chance of a sale, 0 to 1, as the CRM sees it; <see langword="null"/>: the sales process's own for the stage.</summary>
    public decimal? Probability { get; init; }

    /// <summary>Why it was lost, as a code; <see langword="null"/> when unknown or not lost.</summary>
    public string? LostBecause { get; init; }
}

namespace ActivityMgmt.Domain;

/// <summary>A reading of the local market. <see cref="Fact.Date"/> is the last day of the month it describes.</summary>
public sealed record MarketFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Market;

    /// <summary>The market's code.</summary>
    public required string Market { get; init; }

    /// <summary>What was read, such as <c>new-business-premium</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>The value, in the indicator's own unit.</summary>
    public required decimal Value { get; init; }
}

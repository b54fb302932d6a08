namespace ActivityMgmt.Domain;

/// <summary>A value somebody typed in for a measure that no system records. <see cref="Fact.Date"/> is the day the value is for; entries of a period add up.</summary>
public sealed record EntryFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Entry;

    /// <summary>The agent it is about.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The measure's code.</summary>
    public required string Measure { get; init; }

    /// <summary>The value, in the measure's unit.</summary>
    public required decimal Value { get; init; }

    /// <summary>Who typed it in.</summary>
    public required ActorId EnteredBy { get; init; }
}

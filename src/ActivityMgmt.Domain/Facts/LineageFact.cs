namespace ActivityMgmt.Domain;

/// <summary>How one agent stands above another in the sponsor lineage; independent of who leads whom.</summary>
public enum LineageRelation
{
    /// <summary>The upline brought the agent in (增员).</summary>
    Recruited,

    /// <summary>The upline raised the agent to a leader of a unit of their own (育成).</summary>
    Bred,
}

/// <summary>A relation of the sponsor lineage. <see cref="Fact.Date"/> is its first day, included.</summary>
public sealed record LineageFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Lineage;

    /// <summary>Who was recruited or bred.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Recruited or bred.</summary>
    public required LineageRelation Relation { get; init; }

    /// <summary>Who recruited or bred them.</summary>
    public required AgentId Upline { get; init; }

    /// <summary>Last day of it, included; <see langword="null"/> while it lasts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForceOn(LocalDate date) => Date <= date && !(Until < date);
}

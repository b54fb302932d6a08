namespace ActivityMgmt.Domain;

/// <summary>Days on which an agent does not work. <see cref="Fact.Date"/> is the first one, included.</summary>
public sealed record LeaveFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Leave;

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The kind of leave: <c>annual</c>, <c>sick</c>, <c>maternity</c>, <c>unpaid</c>, or a host's own. Which kinds spare an assessment is a policy. Never a diagnosis.</summary>
    public required string Leave { get; init; }

    /// <summary>The last day, included; <see langword="null"/> while no end is known.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it covers a day.</summary>
    public bool Covers(LocalDate date) => Date <= date && !(Until < date);
}

namespace ActivityMgmt.Domain;

/// <summary>How far a customer went at an event for several.</summary>
public enum GroupEventStage
{
    /// <summary>Invited (邀约).</summary>
    Invited,

    /// <summary>Came (到场).</summary>
    Attended,

    /// <summary>Signed an application (签单).</summary>
    Applied,

    /// <summary>Paid (回款).</summary>
    Collected,
}

/// <summary>A customer's step at an event for several, such as a product seminar (产说会). <see cref="Fact.Date"/> is the day of the step.</summary>
public sealed record GroupEventFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.GroupEvent;

    /// <summary>The event.</summary>
    public required GroupEventId Event { get; init; }

    /// <summary>Whose guest it is.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The guest.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The step.</summary>
    public required GroupEventStage Stage { get; init; }

    /// <summary>The policy applied for; <see langword="null"/> before.</summary>
    public PolicyId? Policy { get; init; }
}

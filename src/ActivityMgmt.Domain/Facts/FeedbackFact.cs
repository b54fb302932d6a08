namespace ActivityMgmt.Domain;

/// <summary>Who spoke up, and how.</summary>
public enum FeedbackKind
{
    /// <summary>Answered a survey; has a score.</summary>
    Survey,

    /// <summary>Complained.</summary>
    Complaint,

    /// <summary>Said how likely they would recommend the agent; has a score.</summary>
    Recommendation,

    /// <summary>The agent's own rating; has a score.</summary>
    Self,

    /// <summary>A colleague's rating; has a score.</summary>
    Peer,

    /// <summary>The manager's rating; has a score.</summary>
    Manager,
}

/// <summary>A customer's or colleague's voice about an agent. <see cref="Fact.Date"/> is the day it was given.</summary>
public sealed record FeedbackFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Feedback;

    /// <summary>The agent it is about.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Who spoke up, and how.</summary>
    public required FeedbackKind Feedback { get; init; }

    /// <summary>The customer who spoke; <see langword="null"/> when anonymous or a colleague.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The score, 0 (worst) to 10; <see langword="null"/> for a complaint.</summary>
    public int? Score { get; init; }

    /// <summary>The colleague who rated; <see langword="null"/> for a customer, or when anonymous.</summary>
    public ActorId? By { get; init; }
}

namespace ActivityMgmt.Domain;

/// <summary>How a customer spoke up.</summary>
public enum FeedbackKind
{
    /// <summary>Answered a survey; has a score.</summary>
    Survey,

    /// <summary>Complained.</summary>
    Complaint,
}

/// <summary>A customer's voice about an agent. <see cref="Fact.Date"/> is the day it was given.</summary>
public sealed record FeedbackFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Feedback;

    /// <summary>The agent it is about.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Survey or complaint.</summary>
    public required FeedbackKind Feedback { get; init; }

    /// <summary>Who spoke; <see langword="null"/> when anonymous.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The survey's score, 0 (worst) to 10; <see langword="null"/> for a complaint.</summary>
    public int? Score { get; init; }
}

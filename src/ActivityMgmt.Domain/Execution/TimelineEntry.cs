namespace ActivityMgmt.Domain;

/// <summary>One entry of a customer's timeline, by kind.</summary>
public abstract record TimelineEntry
{
    private TimelineEntry(Fact fact) => Source = fact;

    /// <summary>The fact it stands for.</summary>
    public Fact Source { get; }

    /// <summary>The local date it belongs to.</summary>
    public LocalDate Date => Source.Date;

    /// <summary>When exactly it happened; <see langword="null"/> when only the date is known.</summary>
    public virtual Instant? At => null;

    /// <summary>An agent was in touch, or missed it.</summary>
    /// <param name="Fact">The activity.</param>
    public sealed record Activity(ActivityFact Fact) : TimelineEntry(Fact)
    {
        /// <inheritdoc/>
        public override Instant? At => Fact.StartedAt;
    }

    /// <summary>Something was planned, moved, begun or called off; the date is the day that happened.</summary>
    /// <param name="Fact">What happened to the planned activity.</param>
    public sealed record Appointment(AppointmentFact Fact) : TimelineEntry(Fact);

    /// <summary>An opportunity entered a stage.</summary>
    /// <param name="Fact">The stage.</param>
    public sealed record Stage(OpportunityFact Fact) : TimelineEntry(Fact);

    /// <summary>A policy was applied for.</summary>
    /// <param name="Fact">The policy.</param>
    public sealed record Policy(PolicyFact Fact) : TimelineEntry(Fact);

    /// <summary>Something happened to a policy.</summary>
    /// <param name="Fact">What happened.</param>
    public sealed record PolicyEvent(PolicyEventFact Fact) : TimelineEntry(Fact);

    /// <summary>Premium was collected or refunded.</summary>
    /// <param name="Fact">The premium.</param>
    public sealed record Premium(PremiumFact Fact) : TimelineEntry(Fact);

    /// <summary>The customer spoke up.</summary>
    /// <param name="Fact">The survey or complaint.</param>
    public sealed record Feedback(FeedbackFact Fact) : TimelineEntry(Fact);

    /// <summary>The customer agreed to a purpose, or withdrew.</summary>
    /// <param name="Fact">The yes or no.</param>
    public sealed record Consent(ConsentFact Fact) : TimelineEntry(Fact);

    /// <summary>The customer went a step at an event for several.</summary>
    /// <param name="Fact">The step.</param>
    public sealed record GroupEvent(GroupEventFact Fact) : TimelineEntry(Fact);
}

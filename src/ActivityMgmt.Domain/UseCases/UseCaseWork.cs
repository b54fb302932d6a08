namespace ActivityMgmt.Domain;

/// <summary>One call of a use case: who asks, what they may, and what is to be stored at its end. Not safe for concurrent use.</summary>
public sealed class UseCaseWork
{
    private readonly List<Finding> _findings = [];
    private readonly Instant _now;
    private readonly string _useCase;

    internal UseCaseWork(CallContext call, string useCase, LocalDate on, AccessScope scope, Instant now)
    {
        (Call, _useCase, On, Scope, _now) = (call, useCase, on, scope, now);
        Whole = Subject.Branch(call.Tenant.Value);
        About = Whole;
    }

    /// <summary>Tenant and actor.</summary>
    public CallContext Call { get; }

    /// <summary>The day of the call.</summary>
    public LocalDate On { get; }

    /// <summary>What the actor may see and decide.</summary>
    public AccessScope Scope { get; }

    /// <summary>Everybody: a branch named like the tenant, which only a right to everything reaches.</summary>
    public Subject Whole { get; }

    /// <summary>What is stored when the use case is done: all of it, or nothing.</summary>
    public Changes Changes { get; private set; } = Changes.None;

    /// <summary>Who asks, with the agent behind them: what decides whether somebody acts on their own.</summary>
    public Actor Actor => new(Call.Actor, Scope.Agent);

    internal IReadOnlyList<Finding> Findings => _findings;

    // What became of a delivery of facts, which is committed with its event and its audit entry before the rest.
    internal IntakeResult? Intake { get; private set; }

    // Events that are committed already, with the facts that they are about.
    internal IReadOnlyList<DomainEvent> Told { get; private set; } = [];

    // Whose data was asked for last; the audit trail tells it of a refusal.
    internal Subject About { get; private set; }

    /// <summary>Refuses the call when the actor may not do something with a subject's data of a day.</summary>
    /// <exception cref="BrokenRuleException">The scope doesn't reach it.</exception>
    public void Require(AccessAction action, DataKind data, Subject subject, LocalDate day)
    {
        About = subject;
        Scope.Require(action, data, subject, day);
    }

    /// <summary>Refuses the call when the actor may not do something with a subject's data of any day of a period.</summary>
    /// <param name="action">What is to be done.</param>
    /// <param name="data">The kind of data.</param>
    /// <param name="subject">Whose data.</param>
    /// <param name="period">First to last day of the data, both included; one of them that the scope reaches is enough, as for lists.</param>
    /// <exception cref="BrokenRuleException">The scope reaches none of them.</exception>
    public void Require(AccessAction action, DataKind data, Subject subject, DateInterval period)
    {
        About = subject;
        Scope.Require(action, data, subject, period);
    }

    // Whose data a call is about, when it asked for the rights to several subjects'.
    internal void IsAbout(Subject subject) => About = subject;

    internal bool AllowsEverything(AccessAction action, DataKind data) => Scope.Allows(action, data, Whole, On, On);

    /// <summary>Refuses the call when the actor may not do something with everybody's data.</summary>
    /// <exception cref="BrokenRuleException">The scope doesn't reach it.</exception>
    public void RequireEverything(AccessAction action, DataKind data) => Require(action, data, Whole, On);

    /// <summary>Refuses the call when a decision or a statement that is to be stored bears another name than the actor's.</summary>
    /// <param name="by">Who decided or said it, as it would be stored.</param>
    /// <exception cref="BrokenRuleException">It is somebody else.</exception>
    public void RequireOwnName(ActorId by)
    {
        if (by != Call.Actor)
        {
            throw new BrokenRuleException(new NobodyActsInAnotherNameRule(Call.Actor, by));
        }
    }

    /// <summary>Stores aggregates at the end.</summary>
    public void Save<T>(IEnumerable<Stored<T>> aggregates)
        where T : class, IAggregate => Changes = Changes.Save(aggregates);

    /// <summary>Tells at the end what happened.</summary>
    public void Raise(params IEnumerable<DomainEvent> events) => Changes = Changes.Raise(events);

    /// <summary>Tells the caller what was noticed.</summary>
    public void Find(params IEnumerable<Finding> findings) => _findings.AddRange(findings);

    /// <summary>Stores a delivery of facts at once, in a transaction of its own with its event and its audit entry. Call it last: what is refused afterwards doesn't undo it.</summary>
    /// <param name="facts">Where it is stored.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="accept">Refuses, by an exception, what it doesn't like in what would become of the delivery.</param>
    /// <param name="happened">The events, when anything changed.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    internal async Task<IntakeResult> AppendAsync(
        IFactStore facts, FactDelivery delivery, Action<IntakeResult> accept, Func<IntakeResult, IEnumerable<DomainEvent>> happened, CancellationToken cancellation)
    {
        IReadOnlyList<DomainEvent> told = [];
        Intake = await facts.AppendAsync(
            Call,
            delivery,
            became =>
            {
                accept(became);
                told = became.ChangedAnything ? [.. happened(became)] : [];
                return became.ChangedAnything ? Changes.None.Raise(told).Note(Entry(Recorded(delivery, became), AuditOutcome.Done)) : Changes.None;
            },
            cancellation).ConfigureAwait(false);
        Told = told;
        return Intake;
    }

    // Says which: the keys of what was stored, one after the other.
    internal AuditEntry DoneEntry() => Entry(
        Reason.Of(
            "audit.done",
            ("useCase", ReasonValue.Term($"use-case.{_useCase}")),
            ("count", Changes.Aggregates.Count),
            ("keys", string.Join(' ', Changes.Aggregates.Select(a => a.Value.Key).Order(StringComparer.Ordinal)))),
        AuditOutcome.Done);

    private Reason Recorded(FactDelivery delivery, IntakeResult intake) => Reason.Of(
        "audit.recorded",
        ("useCase", ReasonValue.Term($"use-case.{_useCase}")),
        ("delivery", delivery.Name),
        ("source", delivery.Source),
        ("added", intake.Added),
        ("revised", intake.Revised),
        ("removed", intake.Removed),
        ("after", intake.SequenceBefore),
        ("upTo", intake.Sequence));

    internal AuditEntry Entry(Reason what, AuditOutcome outcome) => new()
    {
        At = _now,
        Date = On,
        Action = _useCase,
        What = what,
        Subject = About,
        Outcome = outcome,
    };
}

namespace ActivityMgmt.Domain;

/// <summary>What a use case changes, collected before anything is stored. Immutable: each method returns more changes.</summary>
public sealed class Changes
{
    private Changes()
    {
    }

    /// <summary>No changes.</summary>
    public static Changes None { get; } = new();

    /// <summary>Aggregates to store, each with the token with which it was read.</summary>
    public IReadOnlyList<Stored<IAggregate>> Aggregates { get; private init; } = [];

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<DomainEvent> Events { get; private init; } = [];

    /// <summary>What goes into the audit trail.</summary>
    public IReadOnlyList<AuditEntry> Audit { get; private init; } = [];

    /// <summary>Whether there is nothing to store.</summary>
    public bool IsEmpty => Aggregates.Count + Events.Count + Audit.Count == 0;

    /// <summary>Also stores aggregates.</summary>
    public Changes Save<T>(IEnumerable<Stored<T>> aggregates)
        where T : class, IAggregate => new()
    {
        Aggregates = [.. Aggregates, .. aggregates.Select(a => new Stored<IAggregate>(a.Value, a.Token))],
        Events = Events,
        Audit = Audit,
    };

    /// <summary>Also tells what happened.</summary>
    public Changes Raise(IEnumerable<DomainEvent> events) => new() { Aggregates = Aggregates, Events = [.. Events, .. events], Audit = Audit };

    /// <summary>Also notes something in the audit trail.</summary>
    public Changes Note(params IEnumerable<AuditEntry> entries) => new() { Aggregates = Aggregates, Events = Events, Audit = [.. Audit, .. entries] };
}

namespace ActivityMgmt.Testing;

/// <summary>One tenant's aggregates, flat records, events and audit trail. Whoever uses them holds their lock.</summary>
internal sealed class TenantTables
{
    private readonly Dictionary<Type, SortedDictionary<string, Stored<IAggregate>>> _aggregates = [];
    private readonly Dictionary<Type, Dictionary<string, object>> _records = [];
    private readonly Dictionary<string, long> _delivered = new(StringComparer.Ordinal);

    public List<StoredEvent> Events { get; } = [];

    public List<AuditRecord> Audit { get; } = [];

    /// <summary>The aggregates of a type by key, ordinally.</summary>
    public SortedDictionary<string, Stored<IAggregate>> AggregatesOf(Type type)
    {
        if (!_aggregates.TryGetValue(type, out var found))
        {
            _aggregates[type] = found = new(StringComparer.Ordinal);
        }

        return found;
    }

    /// <summary>The flat records of a type, in no order.</summary>
    public IEnumerable<object> RecordsOf(Type type) =>
        type == typeof(AuditRecord) ? Audit : _records.TryGetValue(type, out var found) ? found.Values : [];

    /// <exception cref="ArgumentException">An aggregate is there twice.</exception>
    /// <exception cref="ConflictException">Somebody else stored one of them since it was read.</exception>
    public void Check(IReadOnlyList<Stored<IAggregate>> aggregates)
    {
        if (aggregates.GroupBy(a => (a.Value.GetType(), a.Value.Key)).FirstOrDefault(g => g.Count() > 1) is { Key.Key: var twice })
        {
            throw new ArgumentException($"'{twice}' is there twice; save each aggregate once.", nameof(aggregates));
        }

        foreach (var (aggregate, expected) in aggregates)
        {
            var type = aggregate.GetType();
            var found = AggregatesOf(type).GetValueOrDefault(aggregate.Key)?.Token ?? 0;
            if (found != expected)
            {
                throw new ConflictException(Reason.Of(
                    "storage.changed-meanwhile", ("type", type.FullName!), ("key", aggregate.Key), ("expected", expected), ("found", found)));
            }
        }
    }

    /// <summary>Stores checked aggregates, each with its flat record.</summary>
    public void Put(IReadOnlyList<Stored<IAggregate>> aggregates)
    {
        foreach (var aggregate in aggregates)
        {
            AggregatesOf(aggregate.Value.GetType())[aggregate.Value.Key] = aggregate with { Token = aggregate.Token + 1 };
            if (FlatRecords.Of(aggregate.Value) is { } record)
            {
                if (!_records.TryGetValue(record.GetType(), out var records))
                {
                    _records[record.GetType()] = records = new(StringComparer.Ordinal);
                }

                records[record.Key] = record;
            }
        }
    }

    public void Add(TenantId tenant, IReadOnlyList<DomainEvent> events)
    {
        foreach (var happened in events)
        {
            Events.Add(new(tenant, Events.Count + 1, happened));
        }
    }

    public void Add(ActorId actor, IReadOnlyList<AuditEntry> entries)
    {
        AuditRecord[] records = [.. entries.Select((e, i) => AuditRecord.Of(e, actor, Audit.Count + 1 + i))];
        Audit.AddRange(records);
    }

    // Event n has the sequence n, so a subscriber's position is how many it has seen.
    public IReadOnlyList<StoredEvent> Undelivered(string subscriber, int take)
    {
        var delivered = (int)Math.Clamp(_delivered.GetValueOrDefault(subscriber), 0, Events.Count);
        return Events.GetRange(delivered, Math.Min(take, Events.Count - delivered));
    }

    public void MarkDelivered(string subscriber, long sequence) =>
        _delivered[subscriber] = Math.Max(sequence, _delivered.GetValueOrDefault(subscriber));
}

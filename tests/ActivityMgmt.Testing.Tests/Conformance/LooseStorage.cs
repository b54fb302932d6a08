namespace ActivityMgmt.Testing.Tests;

/// <summary>A sound storage behind a screw for each promise.</summary>
internal sealed class LooseStorage : IUnitOfWork, IAuditTrail, IOutbox
{
    private readonly InMemoryUnitOfWork _sound = new();

    public Func<CallContext, CallContext> Call { get; init; } = c => c;

    public bool IsDeaf { get; init; }

    public IFactStore? Facts { get; init; }

    public bool IgnoresTokens { get; init; }

    /// <summary>What is committed one after the other instead of at once.</summary>
    public Func<Changes, IEnumerable<Changes>> Parts { get; init; } = c => [c];

    public Func<AuditEntry, IEnumerable<AuditEntry>> Entries { get; init; } = e => [e];

    public Func<string, string> Subscriber { get; init; } = s => s;

    public Func<IReadOnlyList<StoredEvent>, IReadOnlyList<StoredEvent>> Events { get; init; } = e => e;

    public Func<int, int> Take { get; init; } = t => t;

    public Func<long, long> Mark { get; init; } = s => s;

    public InMemoryRepository<Goal>? OtherGoals { get; init; }

    public Func<IQueries<GoalRecord>, IQueries<GoalRecord>> GoalRecords { get; init; } = q => q;

    public Func<AuditRecord, AuditRecord> Audit { get; init; } = r => r;

    public UseCaseStorage Storage => new()
    {
        UnitOfWork = this,
        Facts = Facts ?? new InMemoryFactStore(this),
        AuditTrail = this,
        Outbox = this,
        Goals = OtherGoals ?? new InMemoryRepository<Goal>(_sound),
        Plans = new InMemoryRepository<ActivityPlan>(_sound),
        GoalRecords = GoalRecords(new LooseQueries<GoalRecord>(new InMemoryQueries<GoalRecord>(_sound)) { Call = Call }),
        AuditRecords = new LooseQueries<AuditRecord>(new InMemoryQueries<AuditRecord>(_sound)) { Call = Call, Keeps = Audit },
    };

    public async Task CommitAsync(CallContext call, Changes changes, CancellationToken cancellation)
    {
        foreach (var part in Parts(changes))
        {
            var noted = Changes.None.Save(IgnoresTokens ? part.Aggregates.Select(a => a with { Token = Current(call, a.Value) }) : part.Aggregates)
                .Raise(part.Events).Note(part.Audit.SelectMany(Entries));
            await _sound.CommitAsync(Call(call), noted, Heard(cancellation));
        }
    }

    public Task AppendAsync(CallContext call, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation) =>
        _sound.AppendAsync(Call(call), [.. entries.SelectMany(Entries)], Heard(cancellation));

    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(CallContext call, string subscriber, int take, CancellationToken cancellation) =>
        Events(await _sound.ReadAsync(Call(call), Subscriber(subscriber), Take(take), Heard(cancellation)));

    public Task MarkDeliveredAsync(CallContext call, string subscriber, long sequence, CancellationToken cancellation) =>
        _sound.MarkDeliveredAsync(Call(call), Subscriber(subscriber), Mark(sequence), Heard(cancellation));

    private CancellationToken Heard(CancellationToken cancellation) => IsDeaf ? CancellationToken.None : cancellation;

    private long Current(CallContext call, IAggregate aggregate) => new InMemoryRepository<Goal>(_sound).FindAsync(Call(call), aggregate.Key, CancellationToken.None).Result?.Token ?? 0;
}

/// <summary>Sound queries behind screws.</summary>
internal sealed class LooseQueries<T>(IQueries<T> sound) : IQueries<T>
    where T : class, IQueryRecord
{
    public Func<CallContext, CallContext> Call { get; init; } = c => c;

    public Func<CallContext, AccessScope, AccessScope> Scope { get; init; } = (_, s) => s;

    public Func<Specification<T>, Specification<T>> Wanted { get; init; } = s => s;

    public Func<T, T> Keeps { get; init; } = r => r;

    /// <summary>What is done to a list that the sound queries gave, too late.</summary>
    public Func<AccessScope, Specification<T>, IEnumerable<T>, IEnumerable<T>> Afterwards { get; init; } = (_, _, r) => r;

    public bool CountsPages { get; init; }

    public bool IsDeaf { get; init; }

    public async Task<IReadOnlyList<T>> ListAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation)
    {
        var found = await sound.ListAsync(Call(call), Reach(call, scope), Wanted(specification), IsDeaf ? CancellationToken.None : cancellation);
        return [.. Afterwards(scope, specification, found.Select(Keeps))];
    }

    public async Task<T?> FirstOrDefaultAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation) =>
        await ListAsync(call, scope, specification, cancellation) is [var first, ..] ? first : null;

    public async Task<T?> SingleOrDefaultAsync(CallContext call, AccessScope scope, SingleResultSpecification<T> specification, CancellationToken cancellation) =>
        await ListAsync(call, scope, specification.Specification, cancellation) is [var first, ..] ? first : null;

    public async Task<int> CountAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation) =>
        CountsPages
            ? (await ListAsync(call, scope, specification, cancellation)).Count
            : await sound.CountAsync(Call(call), Reach(call, scope), Wanted(specification), cancellation);

    // The scope goes along with a call that was led astray.
    private AccessScope Reach(CallContext call, AccessScope scope)
    {
        var reach = Scope(call, scope);
        return (reach.Tenant, reach.Actor) == (call.Tenant, call.Actor) ? reach with { Tenant = Call(call).Tenant, Actor = Call(call).Actor } : reach;
    }
}

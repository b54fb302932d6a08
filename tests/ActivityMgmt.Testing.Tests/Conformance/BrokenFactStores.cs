namespace ActivityMgmt.Testing.Tests;

/// <summary>A fact store that breaks one promise: the in-memory one, with one method bent.</summary>
internal sealed class BrokenFactStore(IFactStore sound) : IFactStore
{
    /// <summary>What is done to a delivery on its way in.</summary>
    public Func<FactDelivery, FactDelivery> Delivery { get; init; } = delivery => delivery;

    /// <summary>What is done to a fact on its way in.</summary>
    public Func<Fact, Fact> Fact { get; init; } = fact => fact;

    /// <summary>What is done to the caller.</summary>
    public Func<CallContext, CallContext> Call { get; init; } = call => call;

    /// <summary>What is done to the result of a delivery.</summary>
    public Func<IntakeResult, IntakeResult> Result { get; init; } = result => result;

    /// <summary>What is done to the moment that is asked for.</summary>
    public Func<long?, long?> KnownAt { get; init; } = sequence => sequence;

    /// <summary>What is done to the list of deliveries.</summary>
    public Func<IReadOnlyList<DeliveryRecord>, IEnumerable<DeliveryRecord>> Deliveries { get; init; } = deliveries => deliveries;

    /// <summary>Whether the caller's token is ignored.</summary>
    public bool IsDeaf { get; init; }

    /// <summary>Whether each fact is stored in a transaction of its own.</summary>
    public bool IsPiecemeal { get; init; }

    /// <summary>What is done to what follows from a delivery.</summary>
    public Func<Func<IntakeResult, Changes>, Func<IntakeResult, Changes>> Follows { get; init; } = follows => follows;

    /// <summary>What is done to the last commit sequence.</summary>
    public Func<long, long> Sequence { get; init; } = sequence => sequence;

    public async Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation)
    {
        var (heard, bent) = (IsDeaf ? default : cancellation, Delivery(delivery));
        if (IsPiecemeal)
        {
            foreach (var fact in bent.Facts)
            {
                await sound.AppendAsync(Call(call), bent with { Facts = [fact], CompleteKinds = [] }, heard);
            }
        }

        bent = bent with { Facts = new Lazily(bent.Facts, Fact) };
        return Result(await sound.AppendAsync(Call(call), bent, Follows(follows), heard));
    }

    public async Task<long> SequenceAsync(CallContext call, CancellationToken cancellation) =>
        Sequence(await sound.SequenceAsync(Call(call), IsDeaf ? default : cancellation));

    public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) =>
        sound.ReadAsync(Call(call), KnownAt(asKnownAt), IsDeaf ? default : cancellation);

    public async Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) =>
        [.. Deliveries(await sound.DeliveriesAsync(Call(call), IsDeaf ? default : cancellation))];

    /// <summary>Bends facts only when they are read, so that a source may still break off.</summary>
    private sealed class Lazily(IReadOnlyList<IncomingFact> facts, Func<Fact, Fact> bend) : IReadOnlyList<IncomingFact>
    {
        public int Count => facts.Count;

        public IncomingFact this[int index] => facts[index] with { Fact = bend(facts[index].Fact) };

        public IEnumerator<IncomingFact> GetEnumerator() => facts.Select(f => f with { Fact = bend(f.Fact) }).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>Stores without a lock: who writes at the same time overwrites the other.</summary>
internal sealed class RacingFactStore : IFactStore
{
    private readonly Dictionary<TenantId, InMemoryFactStore> _current = [];
    private readonly Dictionary<TenantId, List<FactDelivery>> _history = [];

    public async Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation)
    {
        List<FactDelivery> history;
        lock (_history)
        {
            history = [.. _history.GetValueOrDefault(call.Tenant) ?? [], delivery];
        }

        await Task.Delay(20, cancellation);
        var next = new InMemoryFactStore();
        IntakeResult? result = null;
        foreach (var earlier in history)
        {
            result = await next.AppendAsync(call, earlier, cancellation);
        }

        lock (_history)
        {
            (_history[call.Tenant], _current[call.Tenant]) = (history, next);
        }

        return result!;
    }

    public Task<long> SequenceAsync(CallContext call, CancellationToken cancellation) => Current(call).SequenceAsync(call, cancellation);

    public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => Current(call).ReadAsync(call, asKnownAt, cancellation);

    public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) => Current(call).DeliveriesAsync(call, cancellation);

    private InMemoryFactStore Current(CallContext call)
    {
        lock (_history)
        {
            return _current.GetValueOrDefault(call.Tenant) ?? new();
        }
    }
}

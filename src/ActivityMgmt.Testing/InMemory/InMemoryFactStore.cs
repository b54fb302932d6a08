using System.Collections.Concurrent;

namespace ActivityMgmt.Testing;

/// <summary>Keeps facts in memory, append-only, as <see cref="IFactStore"/> promises; gone with the object.</summary>
/// <remarks>
/// Safe for concurrent use. Each tenant has a commit sequence of its own, from 1. Names that come with deliveries go to the people directory that the store was made with.
/// A conflict's reason has the same code as that of a durable store, such as <c>storage.delivery-date-differs</c>.
/// </remarks>
public sealed class InMemoryFactStore : IFactStore
{
    private readonly ConcurrentDictionary<TenantId, FactLedger> _tenants = new();
    private readonly InMemoryPeopleDirectory _people;
    private readonly IUnitOfWork _unitOfWork;

    /// <summary>An empty store with a people directory and a unit of work of its own.</summary>
    public InMemoryFactStore()
        : this(new InMemoryUnitOfWork())
    {
    }

    /// <summary>An empty store with a people directory of its own.</summary>
    /// <param name="unitOfWork">Takes what follows from deliveries, such as events and audit entries.</param>
    public InMemoryFactStore(IUnitOfWork unitOfWork)
        : this(new InMemoryPeopleDirectory(), unitOfWork)
    {
    }

    /// <summary>An empty store that hands names on to a directory.</summary>
    /// <param name="people">The directory.</param>
    /// <param name="unitOfWork">Takes what follows from deliveries, such as events and audit entries.</param>
    public InMemoryFactStore(InMemoryPeopleDirectory people, IUnitOfWork unitOfWork)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(unitOfWork);
        (_people, _unitOfWork) = (people, unitOfWork);
    }

    /// <summary>Where the names of deliveries are.</summary>
    public IPeopleDirectory People => _people;

    /// <inheritdoc/>
    public Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = Answer.TenantOf(call);
            ArgumentNullException.ThrowIfNull(delivery);
            ArgumentNullException.ThrowIfNull(follows);
            var ledger = _tenants.GetOrAdd(tenant, _ => new());
            lock (ledger)
            {
                var intake = new FactIntake(ledger, delivery);
                intake.Receive(cancellation);
                PersonName[] names = [.. delivery.Names];
                var changes = follows(intake.Result);
                cancellation.ThrowIfCancellationRequested();
                if (!changes.IsEmpty)
                {
                    _unitOfWork.CommitAsync(call, changes, cancellation).GetAwaiter().GetResult();
                }

                // From here on nothing fails: all of it or nothing.
                _people.Keep(tenant, names, delivery.Order);
                intake.Commit();
                return intake.Result;
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task<long> SequenceAsync(CallContext call, CancellationToken cancellation) => Answer.With(
        () =>
        {
            if (!_tenants.TryGetValue(Answer.TenantOf(call), out var ledger))
            {
                return 0L;
            }

            lock (ledger)
            {
                return ledger.Sequence;
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => Answer.With(
        () =>
        {
            if (!_tenants.TryGetValue(Answer.TenantOf(call), out var ledger))
            {
                return FactBook.Of([]);
            }

            lock (ledger)
            {
                return ledger.Book(asKnownAt);
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) => Answer.With<IReadOnlyList<DeliveryRecord>>(
        () =>
        {
            if (!_tenants.TryGetValue(Answer.TenantOf(call), out var ledger))
            {
                return [];
            }

            lock (ledger)
            {
                return [.. ledger.Deliveries.Values.OrderBy(d => d.Sequence)];
            }
        },
        cancellation);
}

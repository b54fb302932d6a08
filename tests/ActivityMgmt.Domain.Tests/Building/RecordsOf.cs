namespace ActivityMgmt.Domain.Tests;

/// <summary>The flat records of what is in a repository, searched as a store would.</summary>
internal sealed class RecordsOf<T, TRecord>(WatchedRepository<T> aggregates, Func<T, TRecord> recordOf) : IQueries<TRecord>
    where T : class, IAggregate
    where TRecord : class, IQueryRecord
{
    public Task<IReadOnlyList<TRecord>> ListAsync(CallContext call, AccessScope scope, Specification<TRecord> specification, CancellationToken cancellation) =>
        Task.FromResult(specification.Evaluate(aggregates.All.Select(recordOf).Where(scope.Sees)));

    public Task<TRecord?> FirstOrDefaultAsync(CallContext call, AccessScope scope, Specification<TRecord> specification, CancellationToken cancellation) =>
        throw new NotSupportedException("No use case asks for the first one.");

    public Task<TRecord?> SingleOrDefaultAsync(CallContext call, AccessScope scope, SingleResultSpecification<TRecord> specification, CancellationToken cancellation) =>
        throw new NotSupportedException("No use case asks for one.");

    public Task<int> CountAsync(CallContext call, AccessScope scope, Specification<TRecord> specification, CancellationToken cancellation) =>
        throw new NotSupportedException("No use case counts them.");
}

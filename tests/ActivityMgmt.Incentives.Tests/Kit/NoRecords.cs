namespace ActivityMgmt.Incentives.Tests;

/// <summary>Searches in which nothing is ever found.</summary>
internal sealed class NoRecords<T> : IQueries<T>
    where T : class, IQueryRecord
{
    public Task<IReadOnlyList<T>> ListAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<T>>([]);

    public Task<T?> FirstOrDefaultAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation) => Task.FromResult<T?>(null);

    public Task<T?> SingleOrDefaultAsync(CallContext call, AccessScope scope, SingleResultSpecification<T> specification, CancellationToken cancellation) => Task.FromResult<T?>(null);

    public Task<int> CountAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation) => Task.FromResult(0);
}

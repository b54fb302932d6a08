namespace ActivityMgmt.Domain;

/// <summary>Lists and searches over flat query records. What the scope doesn't reach is filtered by the store itself, never afterwards.</summary>
/// <remarks>A scope without any right to the record's <see cref="IQueryRecord.Data"/> gives nothing.</remarks>
/// <typeparam name="T">The flat query record.</typeparam>
public interface IQueries<T>
    where T : class, IQueryRecord
{
    /// <summary>The wanted records, in the specification's order.</summary>
    /// <exception cref="SpecificationException">The store can't translate the specification.</exception>
    /// <exception cref="ArgumentException">The scope is another tenant's or actor's than the call's.</exception>
    Task<IReadOnlyList<T>> ListAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation);

    /// <summary>The first of the wanted records; <see langword="null"/> when there is none.</summary>
    /// <exception cref="SpecificationException">The store can't translate the specification.</exception>
    /// <exception cref="ArgumentException">The scope is another tenant's or actor's than the call's.</exception>
    Task<T?> FirstOrDefaultAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation);

    /// <summary>The one record that is wanted; <see langword="null"/> when there is none.</summary>
    /// <exception cref="InvalidOperationException">More than one record within the scope meets the condition.</exception>
    /// <exception cref="SpecificationException">The store can't translate the specification.</exception>
    /// <exception cref="ArgumentException">The scope is another tenant's or actor's than the call's.</exception>
    Task<T?> SingleOrDefaultAsync(CallContext call, AccessScope scope, SingleResultSpecification<T> specification, CancellationToken cancellation);

    /// <summary>How many records within the scope meet the condition; the specification's page doesn't count.</summary>
    /// <exception cref="SpecificationException">The store can't translate the specification.</exception>
    /// <exception cref="ArgumentException">The scope is another tenant's or actor's than the call's.</exception>
    Task<int> CountAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation);
}

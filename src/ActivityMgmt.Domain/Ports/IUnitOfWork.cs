namespace ActivityMgmt.Domain;

/// <summary>Stores everything that a use case changes in one transaction: all of it or nothing.</summary>
public interface IUnitOfWork
{
    /// <summary>Stores aggregates of any kinds with their flat records, events and audit entries.</summary>
    /// <exception cref="ArgumentException">An aggregate is there twice.</exception>
    /// <exception cref="ConflictException">Somebody else stored one of the aggregates since it was read.</exception>
    Task CommitAsync(CallContext call, Changes changes, CancellationToken cancellation);
}

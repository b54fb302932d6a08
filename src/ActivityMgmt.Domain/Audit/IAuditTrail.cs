namespace ActivityMgmt.Domain;

/// <summary>Who did what, and what was refused; append-only. What changes something is stored with the change by <see cref="IUnitOfWork"/>; it is read by <see cref="IQueries{T}"/> of <see cref="AuditRecord"/>.</summary>
public interface IAuditTrail
{
    /// <summary>Appends entries in the name of the call's tenant and actor, all of them or none.</summary>
    Task AppendAsync(CallContext call, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation);
}

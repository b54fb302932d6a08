namespace ActivityMgmt.Domain.Tests;

/// <summary>The flat records of goals in a repository, searched as a store would.</summary>
internal sealed class RecordsOf(WatchedRepository<Goal> goals) : IQueries<GoalRecord>
{
    public Task<IReadOnlyList<GoalRecord>> ListAsync(CallContext call, AccessScope scope, Specification<GoalRecord> specification, CancellationToken cancellation) =>
        Task.FromResult(specification.Evaluate(goals.All.Select(GoalRecord.Of)));

    public Task<GoalRecord?> FirstOrDefaultAsync(CallContext call, AccessScope scope, Specification<GoalRecord> specification, CancellationToken cancellation) =>
        throw new NotSupportedException("No use case asks for the first goal.");

    public Task<GoalRecord?> SingleOrDefaultAsync(CallContext call, AccessScope scope, SingleResultSpecification<GoalRecord> specification, CancellationToken cancellation) =>
        throw new NotSupportedException("No use case asks for one goal.");

    public Task<int> CountAsync(CallContext call, AccessScope scope, Specification<GoalRecord> specification, CancellationToken cancellation) =>
        throw new NotSupportedException("No use case counts goals.");
}

using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Writes the flat record of an aggregate, in the transaction that writes the aggregate.</summary>
internal abstract class RecordTable
{
    /// <summary>The schema version since which records are as they are now; an older database is filled anew.</summary>
    public const int Version = 4;

    private static readonly FrozenDictionary<string, RecordTable> All = new Dictionary<string, RecordTable>
    {
        [typeof(Goal).FullName!] = new Of<Goal, GoalRecord>(GoalRecord.Of),
        [typeof(ActivityPlan).FullName!] = new Of<ActivityPlan, PlanRecord>(PlanRecord.Of),
        [typeof(Checkpoint).FullName!] = new Of<Checkpoint, CheckpointRecord>(CheckpointRecord.Of),
        [typeof(Evaluation).FullName!] = new Of<Evaluation, EvaluationRecord>(EvaluationRecord.Of),
        [typeof(WeekPlan).FullName!] = new Of<WeekPlan, WeekRecord>(WeekRecord.Of),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Puts the record of an aggregate beside it; does nothing for aggregates that have none.</summary>
    public static void Put(ActivityContext context, string tenant, string type, IAggregate aggregate, bool isNew)
    {
        if (All.TryGetValue(type, out var table))
        {
            table.Put(context, tenant, aggregate, isNew);
        }
    }

    /// <summary>Makes the records of every aggregate that is stored.</summary>
    public static async Task FillAsync(ActivityContext context, CancellationToken cancellation)
    {
        foreach (var (type, table) in All)
        {
            await table.ClearAsync(context, cancellation).ConfigureAwait(false);
            await foreach (var row in context.Aggregates.AsNoTracking().Where(a => a.Type == type).AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                table.Put(context, row.Tenant, table.Read(row.Content), isNew: true);
            }

            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            context.ChangeTracker.Clear();
        }
    }

    protected abstract IAggregate Read(string content);

    protected abstract void Put(ActivityContext context, string tenant, IAggregate aggregate, bool isNew);

    protected abstract Task<int> ClearAsync(ActivityContext context, CancellationToken cancellation);

    private sealed class Of<TAggregate, TRecord>(Func<TAggregate, TRecord> record) : RecordTable
        where TAggregate : class, IAggregate
        where TRecord : class, IQueryRecord
    {
        protected override IAggregate Read(string content) => StoredJson.Read<TAggregate>(content);

        protected override void Put(ActivityContext context, string tenant, IAggregate aggregate, bool isNew)
        {
            var entry = context.Entry(record((TAggregate)aggregate));
            entry.Property(RecordModel.Tenant).CurrentValue = tenant;
            entry.State = isNew ? EntityState.Added : EntityState.Modified;
        }

        protected override Task<int> ClearAsync(ActivityContext context, CancellationToken cancellation) => context.Set<TRecord>().ExecuteDeleteAsync(cancellation);
    }
}

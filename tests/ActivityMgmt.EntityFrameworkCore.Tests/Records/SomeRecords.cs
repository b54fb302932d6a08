using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>Checkpoint records with sensible defaults, put into the table past the aggregates.</summary>
internal static class SomeRecords
{
    public static readonly LocalDate Start = new(2026, 7, 1);

    public static CheckpointRecord Checkpoint(
        string key, string agent = "A1", int day = 0, GoalStatus status = GoalStatus.Behind, decimal expected = 10m, decimal? actual = 5m, string? team = null, bool needsDecision = false) => new()
    {
        Key = key,
        Subject = Subject.Of(new AgentId(agent)),
        From = Start.PlusDays(day),
        Until = Start.PlusDays(day),
        Partition = "2026Q3",
        Team = team is null ? null : new TeamId(team),
        Goal = new("G-" + agent),
        Measure = new("cases"),
        Status = status,
        Target = 100m,
        Expected = expected,
        Actual = actual,
        NeedsDecision = needsDecision,
        DecidedBy = null,
        DueOn = null,
        Owner = null,
        HasOpenDecision = false,
        EscalatedTo = null,
        Milestones = 0,
    };

    public static async Task PutAsync<T>(TemporaryDatabase database, string tenant, IEnumerable<T> records)
        where T : class, IQueryRecord
    {
        using var context = database.Get<IDbContextFactory<ActivityContext>>().CreateDbContext();
        await context.Set<T>().ExecuteDeleteAsync();
        foreach (var record in records)
        {
            var entry = context.Entry(record);
            entry.Property(RecordModel.Tenant).CurrentValue = tenant;
            entry.State = EntityState.Added;
        }

        await context.SaveChangesAsync();
    }
}

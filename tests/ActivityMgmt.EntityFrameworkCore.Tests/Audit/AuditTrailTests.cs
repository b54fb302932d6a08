using Microsoft.Data.Sqlite;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class AuditTrailTests
{
    [Fact]
    public async Task Entries_keep_their_order_actor_and_values()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var manager = Some.Call with { Actor = new("manager") };

        await database.Get<IAuditTrail>().AppendAsync(manager, [Entry("A1", AuditOutcome.Done), Entry("A2", AuditOutcome.Refused)], CancellationToken.None);
        await database.Get<IAuditTrail>().AppendAsync(Some.OtherTenant, [Entry("A9", AuditOutcome.Done)], CancellationToken.None);
        await database.Get<IAuditTrail>().AppendAsync(Some.Call, [Entry("A3", AuditOutcome.Done)], CancellationToken.None);

        var found = await List(database, Specification.All<AuditRecord>());
        Assert.Equal([(1L, "manager", "A1"), (2L, "manager", "A2"), (3L, "system", "A3")], found.Select(r => (r.Sequence, r.Actor.Value, r.Subject.Id)));
        Assert.Equal(Reason.Of("access.outside-scope", ("date", new LocalDate(2026, 7, 1))), found[1].Reason);
    }

    [Fact]
    public async Task It_is_read_by_specification()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Get<IAuditTrail>().AppendAsync(Some.Call, [.. Enumerable.Range(0, 5).Select(n => Entry($"A{n}", (AuditOutcome)(n % 2), hour: n))], CancellationToken.None);

        var refusals = await List(database, Specification
            .Where<AuditRecord>(r => r.Outcome == AuditOutcome.Refused && r.At > Instant.FromUtc(2026, 7, 1, 1, 0))
            .OrderByDescending(r => r.At));

        Assert.Equal(["A3"], refusals.Select(r => r.Subject.Id));
    }

    [Fact]
    public async Task Nobody_changes_or_deletes_an_entry()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Get<IAuditTrail>().AppendAsync(Some.Call, [Entry("A1", AuditOutcome.Done)], CancellationToken.None);

        Assert.Throws<SqliteException>(() => database.Execute("UPDATE audit_records SET actor = 'somebody'"));
        Assert.Throws<SqliteException>(() => database.Execute("DELETE FROM audit_records"));
        Assert.Throws<SqliteException>(() => database.Execute("INSERT OR REPLACE INTO audit_records SELECT * FROM audit_records"));
    }

    private static AuditEntry Entry(string agent, AuditOutcome outcome, int hour = 8) => new()
    {
        At = Instant.FromUtc(2026, 7, 1, hour, 0),
        Date = new(2026, 7, 1),
        Action = "decide-checkpoint",
        What = Reason.Of("access.outside-scope", ("date", new LocalDate(2026, 7, 1))),
        Subject = Subject.Of(new AgentId(agent)),
        Outcome = outcome,
    };

    private static Task<IReadOnlyList<AuditRecord>> List(TemporaryDatabase database, Specification<AuditRecord> specification) =>
        database.Queries<AuditRecord>().ListAsync(Some.Call, AccessScope.Everything(Some.Call), specification, CancellationToken.None);
}

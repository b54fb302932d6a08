using System.Linq.Expressions;
using CsCheck;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>A specification gives the same records in the same order in memory and in SQL.</summary>
public class SpecificationPropertyTests
{
    private static readonly string[] Keys = ["", "a", "A", "b", "é", "😀", "\uFF21", "李", "'", "%", "a_", "Z"];
    private static readonly decimal[] Numbers = [-10m, -1.5m, 0m, 0.5m, 2m, 9m, 10m, 100m];

    private static readonly Gen<CheckpointRecord> Record =
        from agent in Gen.OneOfConst("A1", "a1", "😀", "\uFF21")
        from day in Gen.Int[0, 5]
        from status in Gen.Enum<GoalStatus>()
        from expected in Gen.OneOfConst(Numbers)
        from actual in Gen.OneOf(Gen.OneOfConst(Numbers).Select(n => (decimal?)n), Gen.Const((decimal?)null))
        from team in Gen.OneOfConst(null, "T1", "t1", "二组")
        from needs in Gen.Bool
        select SomeRecords.Checkpoint("", agent, day, status, expected, actual, team, needs);

    private static readonly Gen<Specification<CheckpointRecord>> Atom = Gen.OneOf(
        Gen.OneOfConst(Numbers).Select(n => Specification.Where<CheckpointRecord>(c => c.Actual < n)),
        Gen.OneOfConst(Numbers).Select(n => Specification.Where<CheckpointRecord>(c => c.Actual >= n)),
        Gen.OneOfConst(Numbers).Select(n => Specification.Where<CheckpointRecord>(c => c.Expected > n)),
        Gen.OneOfConst(Numbers).Select(n => Specification.Where<CheckpointRecord>(c => c.Actual != n)),
        Gen.Const(Specification.Where<CheckpointRecord>(c => c.Actual <= c.Expected)),
        Gen.Const(Specification.Where<CheckpointRecord>(c => c.Actual == null)),
        Gen.Int[0, 5].Select(d => SomeRecords.Start.PlusDays(d)).Select(d => Specification.Where<CheckpointRecord>(c => c.From <= d && c.Until != d)),
        Gen.Enum<GoalStatus>().Select(s => Specification.Where<CheckpointRecord>(c => c.Status == s)),
        Gen.Const(Specification.Where<CheckpointRecord>(c => c.NeedsDecision)),
        Gen.OneOfConst("T1", "二组").Select(t => new TeamId(t)).Select(t => Specification.Where<CheckpointRecord>(c => c.Team != t)),
        Gen.OneOfConst("A1", "😀").Select(a => Specification.Where<CheckpointRecord>(c => c.Subject == Subject.Of(new AgentId(a)))),
        Gen.OneOfConst("a", "A", "😀", "%", "").Select(t => Specification.Where<CheckpointRecord>(c => c.Key.Contains(t))),
        Gen.OneOfConst(Keys).Array[0, 3].Select(keys => Specification.Where<CheckpointRecord>(c => keys.Contains(c.Key))),
        Gen.Enum<GoalStatus>().List[0, 3].Select(all => Specification.Where<CheckpointRecord>(c => all.Contains(c.Status))));

    private static readonly Gen<Specification<CheckpointRecord>> Condition = Gen.Int[0, 3].SelectMany(Nested);

    private static readonly Expression<Func<CheckpointRecord, object?>>[] SortKeys =
        [c => c.Key, c => c.Subject, c => c.From, c => c.Expected, c => c.Actual, c => c.Team, c => c.NeedsDecision];

    private static readonly Gen<Specification<CheckpointRecord>> Any =
        from condition in Condition
        from keys in Gen.Select(Gen.OneOfConst(SortKeys), Gen.Bool).Array[0, 3]
        from page in Gen.OneOf(Gen.Const(((int, int)?)null), Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Select(p => ((int, int)?)p))
        let sorted = keys.Aggregate(condition, (s, k) => (s.Orders.Count, k.Item2) switch
        {
            (0, false) => s.OrderBy(k.Item1),
            (0, true) => s.OrderByDescending(k.Item1),
            (_, false) => s.ThenBy(k.Item1),
            (_, true) => s.ThenByDescending(k.Item1),
        })
        select page is var (skip, take) ? sorted.Page(skip, take) : sorted;

    [Fact]
    public async Task In_memory_equals_sql()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var scope = AccessScope.Everything(Some.Call);

        await Gen.Select(Record.Array[Keys.Length], Any.Array[25]).SampleAsync(
            async (records, specifications) =>
            {
                CheckpointRecord[] keyed = [.. records.Zip(Keys, (r, key) => r with { Key = key.Length == 0 ? "-" : key })];
                await SomeRecords.PutAsync(database, Some.Call.Tenant.Value, keyed);
                foreach (var specification in specifications)
                {
                    var found = await database.Queries<CheckpointRecord>().ListAsync(Some.Call, scope, specification, CancellationToken.None);
                    Assert.Equal(specification.Evaluate(keyed), found);
                    var count = await database.Queries<CheckpointRecord>().CountAsync(Some.Call, scope, specification, CancellationToken.None);
                    Assert.Equal(keyed.Count(specification.IsSatisfiedBy), count);
                }
            },
            iter: 40, threads: 1);
    }

    private static Gen<Specification<CheckpointRecord>> Nested(int depth) => depth == 0 ? Atom : Gen.OneOf(
        Atom,
        Nested(depth - 1).Select(s => s.Not()),
        Gen.Select(Nested(depth - 1), Nested(depth - 1)).Select(p => p.Item1.And(p.Item2)),
        Gen.Select(Nested(depth - 1), Nested(depth - 1)).Select(p => p.Item1.Or(p.Item2)));
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class SpecificationTests
{
    private static readonly GoalRecord[] Records =
    [
        Record("g1", "A1", GoalState.Active, 10m),
        Record("g2", "A2", GoalState.Closed, 30m),
        Record("g3", "A1", GoalState.Closed, 20m),
        Record("g4", "A3", GoalState.Active, 20m),
    ];

    [Fact]
    public void Conditions_join_with_and_or_and_not()
    {
        var active = Specification.Where<GoalRecord>(g => g.State == GoalState.Active);
        var large = Specification.Where<GoalRecord>(g => g.Target >= 20m);

        Assert.Equal(["g4"], Keys(active.And(large)));
        Assert.Equal(["g4"], Keys(active.Where(g => g.Target >= 20m)));
        Assert.Equal(["g1", "g2", "g3", "g4"], Keys(active.Or(large)));
        Assert.Equal(["g2", "g3"], Keys(active.Not()));
        Assert.Equal(["g1", "g2", "g3", "g4"], Keys(Specification.All<GoalRecord>().Or(active)));
        Assert.Equal(["g1", "g4"], Keys(Specification.All<GoalRecord>().And(active)));
        Assert.Empty(Keys(Specification.All<GoalRecord>().Not()));
    }

    [Fact]
    public void Orders_follow_each_other_and_the_key_is_last()
    {
        var all = Specification.All<GoalRecord>();

        Assert.Equal(["g1", "g3", "g4", "g2"], Keys(all.OrderBy(g => g.Target)));
        Assert.Equal(["g2", "g3", "g4", "g1"], Keys(all.OrderByDescending(g => g.Target)));
        Assert.Equal(["g3", "g1", "g2", "g4"], all.OrderBy(g => g.Subject).ThenByDescending(g => g.Target).Evaluate(Records).Select(g => g.Key));
        Assert.Equal(["g3", "g4"], Keys(all.OrderBy(g => g.Target).Page(1, 2)));
    }

    [Fact]
    public void A_single_result_is_one_none_or_a_mistake()
    {
        Assert.Equal("g4", Specification.Where<GoalRecord>(g => g.Key == "g4").AsSingle().Evaluate(Records)!.Key);
        Assert.Null(Specification.Where<GoalRecord>(g => g.Key == "g9").AsSingle().Evaluate(Records));
        Assert.Throws<InvalidOperationException>(() => Specification.All<GoalRecord>().AsSingle().Evaluate(Records));
        Assert.Throws<ArgumentException>(() => Specification.All<GoalRecord>().Page(0, 1).AsSingle());
    }

    [Fact]
    public void A_specification_with_an_order_or_a_page_is_no_part_of_another()
    {
        var all = Specification.All<GoalRecord>();

        Assert.Throws<ArgumentException>(() => all.And(all.OrderBy(g => g.Target)));
        Assert.Throws<ArgumentException>(() => all.Or(all.Page(0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => all.Page(-1, 1));
    }

    [Fact]
    public void What_not_every_store_understands_is_refused_when_it_is_made()
    {
        Refused(() => Specification.Where<GoalRecord>(g => g.Key.StartsWith("go", StringComparison.Ordinal)));
        Refused(() => Specification.Where<GoalRecord>(g => g.Key.Length > 1));
        Refused(() => Specification.Where<GoalRecord>(g => g.Target + 1m > 2m));
        Refused(() => Specification.Where<GoalRecord>(g => g.State > GoalState.Agreed));
        Refused(() => Specification.Where<GoalRecord>(g => g.Subject.Kind == SubjectKind.Agent));
        Refused(() => Specification.Where<GoalRecord>(g => IsLarge(g)));
        Refused(() => Specification.Where<GoalRecord>(g => g.IsCascaded && (g.Target > 1m ? g.IsCascaded : g.Target < 0m)));
        Refused(() => Specification.All<GoalRecord>().OrderBy(g => g.State));
        Refused(() => Specification.All<GoalRecord>().OrderBy(g => g.Target * 2m));
        Refused(() => Specification.All<AuditRecord>().OrderBy(r => r.Reason));
    }

    [Fact]
    public void The_refusal_names_the_record_and_the_part()
    {
        var refused = Assert.Throws<SpecificationException>(() => Specification.Where<GoalRecord>(g => g.IsCascaded && g.Key.Length > 1));

        Assert.Equal("query.unsupported", refused.Reason.Code);
        Assert.Equal("GoalRecord", refused.Reason["record"].Text);
        Assert.Equal("(g.Key.Length > 1)", refused.Reason["part"].Text);
    }

    [Fact]
    public void What_is_missing_is_neither_less_nor_greater()
    {
        var low = Specification.Where<EvaluationRecord>(e => e.Score < 60m);
        EvaluationRecord[] records = [Scored("a", null), Scored("b", 59.9m), Scored("c", 60m)];

        Assert.Equal(["b"], low.Evaluate(records).Select(e => e.Key));
        Assert.Equal(["a", "c"], low.Not().Evaluate(records).Select(e => e.Key));
    }

    private static void Refused(Action make) => Assert.Throws<SpecificationException>(make);

    private static bool IsLarge(GoalRecord goal) => goal.Target > 10m;

    private static string[] Keys(Specification<GoalRecord> specification)
    {
        var keys = specification.Evaluate(Records).Select(g => g.Key).ToArray();
        Assert.Equal(keys, specification.Apply(Records.AsQueryable()).Select(g => g.Key)); // ASCII keys: LINQ's own order is the same
        return keys;
    }

    private static GoalRecord Record(string key, string agent, GoalState state, decimal target) =>
        GoalRecord.Of(SomeGoal.Of(target, state, agent: agent)) with { Key = key };

    private static EvaluationRecord Scored(string key, decimal? score) => new()
    {
        Key = key, Subject = Agent("A1"), From = Day("2026-09-30"), Until = Day("2026-09-30"), Partition = "2026Q3",
        State = EvaluationState.Draft, Score = score, Goals = 1, NotedBy = null, IsAdverse = false,
    };
}

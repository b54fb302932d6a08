using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class CascadeTests
{
    private static readonly Cascade Cascade = new(WorkCalendars.China, FiscalCalendars.Gregorian, Apportionments.LargestRemainder);

    private static readonly Gen<Case> AnyBranch = Gen.Select(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 900], Gen.Frequency((1, Gen.Const(0)), (2, Gen.Int[1, 5000])), (team, days, past) => new Member(team, days, past)).Array[1, 9],
        Gen.Select(Gen.Int[1, 5_000_000], Gen.OneOfConst(1m, 10m, 100m), (n, step) => n / step),
        Gen.OneOfConst(0.01m, 1m, 7m, 100m),
        Gen.OneOfConst(0m, 0.3m, 0.7m, 1m),
        (members, total, piece, weight) => new Case(members, total, piece, weight));

    [Fact]
    public void Months_sum_to_agents_agents_to_teams_and_teams_to_the_branch_exactly() =>
        AnyBranch.Sample(
            branch =>
            {
                var goals = branch.Split();
                var top = Assert.Single(goals, g => g.Parent is null);
                Assert.Equal(Quantity.Count(branch.Total), top.Target);
                foreach (var goal in goals)
                {
                    var parts = goals.Where(g => g.Parent == goal.Id).ToArray();
                    Assert.True(parts.Length == 0 || parts.Sum(p => p.Target.ToDecimal()) == goal.Target.ToDecimal(), goal.Id.Value);
                }

                var months = goals.Where(g => g.Period != Q3.Interval).ToArray();
                Assert.Equal(branch.Members.Length * 3, months.Length);
                Assert.Equal(branch.Total, months.Sum(m => m.Target.ToDecimal()));
                Assert.All(goals, g => Assert.True(g.Target.Numerator >= 0m));
            },
            iter: 200);

    [Fact]
    public void The_order_in_which_facts_arrive_changes_nothing() =>
        AnyBranch.Sample(
            branch => Assert.Equal(
                branch.Split().Select(g => (g.Id, g.Target)),
                (branch with { Reversed = true }).Split().Select(g => (g.Id, g.Target))),
            iter: 50);

    [Fact]
    public void Hands_down_by_past_and_capacity()
    {
        // Past 300 and 100, both at full capacity: 0.7 × ¾ + 0.3 × ½ = 0.675 and 0.325 of 1,000.
        var goals = new Case([new(1, 900, 300), new(1, 900, 100)], 1000m, 1m, 0.7m).Split();

        Assert.Equal(Quantity.Count(675m), Of(goals, Agent("A0")).Target);
        Assert.Equal(Quantity.Count(325m), Of(goals, Agent("A1")).Target);
        Assert.Equal(Quantity.Ratio(675m, 1000m).ToString(), Of(goals, Agent("A0")).Revisions[0].Reason["share"].Text);
        Assert.Equal("300 count", Of(goals, Agent("A0")).Revisions[0].Reason["history"].Text);
    }

    [Theory]
    [InlineData("2026-01-02", 1)] // not yet half a year on 1 July: half capacity
    [InlineData("2026-01-01", 3)] // half a year: three quarters
    [InlineData("2025-07-02", 3)]
    [InlineData("2025-07-01", 4)] // a year: full
    public void A_new_agent_is_given_room_to_learn(string joined, int shareOfCapacity)
    {
        var expected = shareOfCapacity switch { 1 => 2m, 3 => 3m, _ => 4m };
        var facts = Book(Joined("A0"), Assigned("A0", "T1"), Joined("A1", joined), Assigned("A1", "T1", joined));
        var target = new BranchTarget { Measure = new("cases"), Target = Quantity.Count(4m + expected), Piece = 1m, HistoryWeight = 0m };

        var goals = Cascade.Split(Document, target, new StatedReadings(facts).Knows("cases", Unit.Count), Day("2026-07-01"), SomeGoal.Manager);

        Assert.Equal(Quantity.Count(expected), Of(goals, Agent("A1")).Target);
    }

    [Fact]
    public void Months_are_weighted_by_working_days()
    {
        // July 23, August 21, September 22 of 66 working days in 2026.
        var goals = new Case([new(1, 900, 0)], 66m, 1m, 0.7m).Split();

        Assert.Equal([23m, 21m, 22m], goals.Where(g => g.Period != Q3.Interval).Select(g => g.Target.ToDecimal()));
    }

    [Fact]
    public void Goals_come_proposed_with_their_parents_before_them()
    {
        var goals = new Case([new(1, 900, 1), new(2, 900, 2)], 10m, 1m, 0.7m).Split();

        Assert.Equal(
            ["branch:B1", "team:T1", "agent:A0", "agent:A0/m1", "agent:A0/m2", "agent:A0/m3", "team:T2", "agent:A1", "agent:A1/m1", "agent:A1/m2", "agent:A1/m3"],
            goals.Select(g => g.Id.Value["2026Q3/cases/".Length..]));
        Assert.All(goals, g => Assert.Equal((GoalState.Proposed, "2026Q3", Day("2026-07-01")), (g.State, g.Partition, g.Revisions[0].On)));
        Assert.Equal(Days("2026-08-01", "2026-08-31"), goals[4].Period);
    }

    [Fact]
    public void Only_the_branch_has_a_stretch()
    {
        var goals = new Case([new(1, 900, 1)], 10m, 1m, 0.7m) { Stretch = 12m }.Split();

        Assert.Equal(Quantity.Count(12m), goals[0].Stretch);
        Assert.All(goals.Skip(1), g => Assert.Null(g.Stretch));
    }

    [Fact]
    public void A_quarter_without_working_days_is_still_split_whole()
    {
        var goals = new Case([new(1, 900, 1)], 10m, 1m, 0.7m).Split(new Cascade(new NeverWorking(), FiscalCalendars.Gregorian, Apportionments.LargestRemainder));

        Assert.Equal(10m, goals.Where(g => g.Period != Q3.Interval).Sum(g => g.Target.ToDecimal()));
    }

    [Fact]
    public void A_target_without_anybody_to_take_it_is_refused()
    {
        var target = new BranchTarget { Measure = new("cases"), Target = Quantity.Count(10m), Piece = 1m, HistoryWeight = 0.7m };
        var readings = new StatedReadings(Book(Joined("A1", left: "2026-06-30"), Assigned("A1", "T1"))).Knows("cases", Unit.Count);

        var refused = Assert.Throws<BrokenRuleException>(() => Cascade.Split(Document, target, readings, Day("2026-06-25"), SomeGoal.Manager));

        Assert.Equal(new SomebodyMustBeThereToTakeTheTargetRule("B1", Day("2026-07-01")), refused.Rule);
    }

    private static TargetDocument Document => new()
    {
        Quarter = Q3,
        Branch = "B1",
        Targets = [],
        History = Days("2026-01-01", "2026-06-30"),
        Benchmarks = new() { PerLastStep = new Dictionary<MeasureId, decimal>(), Conversions = new Dictionary<MeasureId, decimal>() },
        Smart = new(),
    };

    private static Goal Of(IEnumerable<Goal> goals, Subject subject) => goals.Single(g => g.Subject == subject && g.Period == Q3.Interval);

    internal sealed record Member(int Team, int DaysSinceJoining, int Past);

    internal sealed record Case(Member[] Members, decimal Total, decimal Piece, decimal HistoryWeight)
    {
        public decimal? Stretch { get; init; }

        public bool Reversed { get; init; }

        public IReadOnlyList<Goal> Split(Cascade? cascade = null)
        {
            var facts = Members.SelectMany((m, i) =>
            {
                var joined = Q3.Interval.Start.PlusDays(-m.DaysSinceJoining);
                return new Fact[] { Joined($"A{i}") with { Date = joined }, Assigned($"A{i}", $"T{m.Team}") with { Date = joined } };
            });
            var readings = new StatedReadings(FactBook.Of(Reversed ? facts.Reverse() : facts)).Knows("cases", Unit.Count);
            for (var i = 0; i < Members.Length; i++)
            {
                // Nobody's silence is a zero: agents without past have no reading at all.
                _ = Members[i].Past == 0 ? readings : readings.Says("cases", Agent($"A{i}"), Document.History, Members[i].Past);
            }

            var target = new BranchTarget
            {
                Measure = new("cases"),
                Target = Quantity.Count(Total),
                Stretch = Stretch is { } stretch ? Quantity.Count(stretch) : null,
                Piece = Piece,
                HistoryWeight = HistoryWeight,
            };
            return (cascade ?? Cascade).Split(Document, target, readings, Q3.Interval.Start, SomeGoal.Manager);
        }
    }
}

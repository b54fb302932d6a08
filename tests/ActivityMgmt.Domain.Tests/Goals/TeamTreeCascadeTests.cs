using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class TeamTreeCascadeTests
{
    // Any tree, circles included: each of seven teams names a parent (or none), each agent a team, a weight and a past.
    private static readonly Gen<Case> AnyTree = Gen.Select(
        Gen.Int[-1, 6].Array[7],
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 9], Gen.Int[0, 500], (team, weight, past) => new Member(team, weight, past)).Array[1, 12],
        Gen.Select(Gen.Int[1, 3_000_000], Gen.OneOfConst(1m, 100m), (n, step) => n / step),
        Gen.OneOfConst(0.01m, 1m, 7m, 100m),
        Gen.Enum<CascadeSplit>(),
        Gen.Enum<MonthSplit>(),
        Gen.Bool,
        Gen.Bool,
        (parents, members, total, piece, split, months, own, toLast) => new Case(parents, members, total, piece, split, months, own, toLast));

    [Fact]
    public void A_cascade_loses_nothing_for_any_tree_and_any_policy() =>
        AnyTree.Sample(
            any =>
            {
                var (goals, _) = any.Split();
                Assert.Equal(Quantity.Count(any.Total), goals[0].Target);
                foreach (var goal in goals)
                {
                    var parts = goals.Where(g => g.Parent == goal.Id).ToArray();
                    Assert.True(parts.Length == 0 || parts.Sum(p => p.Target.ToDecimal()) == goal.Target.ToDecimal(), goal.Id.Value);
                }

                Assert.Equal(goals.Count, goals.Select(g => g.Id).Distinct().Count());
                Assert.Equal(any.Members.Length, goals.Count(g => g.Subject.Kind == SubjectKind.Agent && g.Period == Q3.Interval));
                Assert.Equal(any.Total, goals.Where(g => g.Period != Q3.Interval).Sum(g => g.Target.ToDecimal()));
            },
            iter: 300);

    [Fact]
    public void A_roll_up_equals_the_sum_of_its_parts() =>
        AnyTree.Sample(
            any =>
            {
                // Teams that report to each other in a circle are a mistake in the facts; what they read overlaps until it is mended.
                var (goals, readings) = (any with { Parents = [.. any.Parents.Select((p, i) => p < i ? p : -1)] }).Split();
                foreach (var goal in goals.Where(g => g.Period == Q3.Interval && g.Subject.Kind != SubjectKind.Agent))
                {
                    var rollUp = RollUp.Of(goal, goals, readings);
                    Assert.Equal(goal.Target, rollUp.TargetOfParts);
                    Assert.Equal(rollUp.Parts.Sum(p => ((Reading.Measured)p.Actual).Value.ToDecimal()), rollUp.ActualOfParts!.Value.ToDecimal());
                    Assert.Equal(((Reading.Measured)rollUp.Actual).Value, rollUp.ActualOfParts.Value);
                    Assert.Empty(rollUp.Differences);
                }
            },
            iter: 100);

    [Fact]
    public void A_district_is_handed_down_to_its_own_members_and_its_teams()
    {
        // D1 has its leader L and the teams T1 (two agents) and T2 (one); T3 is on its own.
        var (goals, _) = new Case([-1, 0, 0, -1, -1, -1, -1], [new(0, 1, 0), new(1, 1, 0), new(1, 1, 0), new(2, 1, 0), new(3, 1, 0)], 100m, 1m, CascadeSplit.Equal, MonthSplit.Equal, false, false).Split();

        Assert.Equal(
            ["branch:B1", "team:T0", "agent:A0", "team:T1", "agent:A1", "agent:A2", "team:T2", "agent:A3", "team:T3", "agent:A4"],
            goals.Where(g => g.Period == Q3.Interval).Select(g => g.Subject.ToString()));
        Assert.Equal([100m, 80m, 20m, 40m, 20m, 20m, 20m, 20m, 20m, 20m], goals.Where(g => g.Period == Q3.Interval).Select(g => g.Target.ToDecimal()));
        Assert.Equal("4", goals[1].Reason["members"].Text);
        Assert.Equal(goals[1].Id, goals.Single(g => g.Subject == Team("T1")).Parent);
    }

    [Fact]
    public void Seasonal_months_follow_the_same_months_of_earlier_years()
    {
        var readings = new StatedReadings(Book(Joined("A0"), Assigned("A0", "T1"))).Knows("cases", Unit.Count)
            .Says("cases", Subject.Branch("B1"), Days("2025-07-01", "2025-07-31"), 10m)
            .Says("cases", Subject.Branch("B1"), Days("2025-08-01", "2025-08-31"), 30m)
            .Says("cases", Subject.Branch("B1"), Days("2025-09-01", "2025-09-30"), 60m)
            .Says("cases", Subject.Branch("B1"), Days("2024-07-01", "2024-07-31"), 900m); // the rest of that year is unknown, so it says nothing

        Assert.Equal([20m, 60m, 120m], Months(readings, MonthSplit.Seasonal, 200m));
        Assert.Equal([23m, 21m, 22m], Months(new StatedReadings(readings.Facts).Knows("cases", Unit.Count), MonthSplit.Seasonal, 66m)); // nothing known: by working days
    }

    [Fact]
    public void Between_districts_a_move_changes_every_team_on_the_way_and_nothing_above()
    {
        var (goals, _) = new Case([-1, 0, 0, -1, 3, -1, -1], [new(1, 1, 0), new(2, 1, 0), new(4, 1, 0)], 660m * 3m, 1m, CascadeSplit.Equal, MonthSplit.WorkingDays, false, false).Split();

        var moved = new GoalTransfer(WorkCalendars.China, Apportionments.LargestRemainder).MoveTeam(
            goals, new("A0"), new("T4"), Day("2026-08-01"), _ => 1m, SomeGoal.ByManager, Day("2026-08-01"));

        // 43 of 66 working days are left.
        Assert.Equal(
            [("team:T0", 890m), ("team:T1", 230m), ("team:T3", 1090m), ("team:T4", 1090m)],
            moved.Where(g => g.Subject.Kind == SubjectKind.Team).OrderBy(g => g.Subject.Id).Select(g => (g.Subject.ToString(), g.Target.ToDecimal())));
        Assert.DoesNotContain(moved, g => g.Subject.Kind == SubjectKind.Branch);
    }

    private static decimal[] Months(StatedReadings readings, MonthSplit months, decimal total) =>
    [
        .. new Cascade(WorkCalendars.China, FiscalCalendars.Gregorian, Apportionments.LargestRemainder)
            .Split(Document, Target(total, 1m, CascadeSplit.Equal, months), readings, Day("2026-07-01"), SomeGoal.Manager)
            .Where(g => g.Period != Q3.Interval).Select(g => g.Target.ToDecimal()),
    ];

    private static BranchTarget Target(decimal total, decimal piece, CascadeSplit split, MonthSplit months) => new()
    {
        Measure = new("cases"), Target = Quantity.Count(total), Piece = piece, HistoryWeight = 0.7m, Split = split, Months = months,
    };

    private static TargetDocument Document => new()
    {
        Quarter = Q3,
        Branch = "B1",
        Targets = [],
        History = Days("2026-01-01", "2026-06-30"),
        Benchmarks = new() { PerLastStep = new Dictionary<MeasureId, decimal>(), Conversions = new Dictionary<MeasureId, decimal>() },
        Smart = new(),
    };

    // Another apportionment than the default: all of it to the last part that has a weight.
    private static IReadOnlyList<decimal> ToTheLast(decimal total, IReadOnlyList<decimal> weights, decimal unit)
    {
        var last = Enumerable.Range(0, weights.Count).Last(i => weights[i] > 0m);
        return [.. weights.Select((_, i) => i == last ? total : 0m)];
    }

    internal sealed record Member(int Team, int Weight, int Past);

    internal sealed record Case(
        int[] Parents, Member[] Members, decimal Total, decimal Piece, CascadeSplit How, MonthSplit Months, bool OwnWeights, bool ToLast)
    {
        public (IReadOnlyList<Goal> Goals, StatedReadings Readings) Split()
        {
            var facts = Members.SelectMany((m, i) => new Fact[] { Joined($"A{i}"), Assigned($"A{i}", $"T{m.Team}") })
                .Concat(Parents.Select((p, i) => GoalReadingsTests.Under($"T{i}", p < 0 ? null : $"T{p}")));
            var readings = new StatedReadings(FactBook.Of(facts)).Knows("cases", Unit.Count);
            for (var team = 0; team < Parents.Length; team++)
            {
                readings.Always("cases", Team($"T{team}"), Members.Where(m => m.Team == team).Sum(m => m.Past));
            }

            for (var i = 0; i < Members.Length; i++)
            {
                readings.Always("cases", Agent($"A{i}"), Members[i].Past);
            }

            readings.Always("cases", Subject.Branch("B1"), Members.Sum(m => m.Past));
            CascadeWeights own = (_, _, agents, _, _) => agents.ToDictionary(
                a => a, a => new CascadeWeight(Members[int.Parse(a.Value[1..], System.Globalization.CultureInfo.InvariantCulture)].Weight, Reason.Of("stated.weight")));
            var cascade = new Cascade(WorkCalendars.China, FiscalCalendars.Gregorian, ToLast ? ToTheLast : Apportionments.LargestRemainder, OwnWeights ? own : null);
            return (cascade.Split(Document, Target(Total, Piece, How, Months), readings, Q3.Interval.Start, SomeGoal.Manager), readings);
        }
    }
}

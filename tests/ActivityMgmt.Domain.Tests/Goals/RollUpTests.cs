using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class RollUpTests
{
    private static readonly Goal Top = SomeGoal.Of(100m) with { Id = new("team"), Subject = Team("T1") };

    [Theory]
    [InlineData(60, 40, null)]
    [InlineData(60, 30, "goal.left-at-leader")]
    [InlineData(60, 50, "goal.handed-down-on-top")]
    public void What_the_parts_do_not_hold_has_a_name(int first, int second, string? code)
    {
        var rollUp = Of(Readings().Always("cases", Agent("A1"), 10m).Always("cases", Agent("A2"), 20m).Always("cases", Team("T1"), 30m), Part("A1", first), Part("A2", second));

        Assert.Equal(Quantity.Count(first + second), rollUp.TargetOfParts);
        Assert.Equal(Quantity.Count(100 - first - second), rollUp.LeftAtTheTop);
        Assert.Equal(code is null ? [] : [code], rollUp.Differences.Select(d => d.Reason.Code));
        Assert.Equal(Quantity.Count(30m), rollUp.ActualOfParts);
    }

    [Fact]
    public void What_came_from_outside_the_parts_has_a_name()
    {
        var rollUp = Of(Readings().Always("cases", Agent("A1"), 10m).Always("cases", Agent("A2"), 20m).Always("cases", Team("T1"), 35m), Part("A1", 60m), Part("A2", 40m));

        Assert.Equal(Reason.Of("goal.actual-outside-parts", ("goal", "team"), ("actual", Quantity.Count(35m)), ("parts", Quantity.Count(30m))), Assert.Single(rollUp.Differences).Reason);
    }

    [Fact]
    public void A_part_without_data_leaves_the_sum_unknown()
    {
        var rollUp = Of(Readings().Always("cases", Agent("A1"), 10m).Always("cases", Team("T1"), 35m), Part("A1", 60m), Part("A2", 40m));

        Assert.Null(rollUp.ActualOfParts);
        Assert.Equal("goal.parts-without-data", Assert.Single(rollUp.Differences).Reason.Code);
    }

    [Fact]
    public void Ratios_are_not_summed()
    {
        var readings = new StatedReadings(Book()).Knows("cases", Unit.Count, additive: false).Always("cases", Agent("A1"), 10m).Always("cases", Team("T1"), 35m);

        var rollUp = Of(readings, Part("A1", 100m));

        Assert.Null(rollUp.ActualOfParts);
        Assert.Equal("goal.parts-do-not-add-up", Assert.Single(rollUp.Differences).Reason.Code);
    }

    [Fact]
    public void Rejected_and_withdrawn_parts_are_left_out()
    {
        var rollUp = Of(
            Readings().Always("cases", Agent("A1"), 10m).Always("cases", Team("T1"), 10m),
            Part("A1", 100m), Part("A2", 40m) with { State = GoalState.Rejected }, Part("A3", 40m) with { State = GoalState.Withdrawn });

        Assert.Equal([new GoalId("A1")], rollUp.Parts.Select(p => p.Goal));
        Assert.Empty(rollUp.Differences);
    }

    // Agents in two teams below a third one: some have no goal of their own, some change to the other team on a day of the quarter, and each typed in some amounts.
    private static readonly Gen<(bool HasGoal, int Team, int MovesOn, (int Day, int Amount)[] Entries)[]> AnyBranch = Gen.Select(
        Gen.Bool, Gen.Int[0, 1], Gen.Int[-60, 91], Gen.Select(Gen.Int[0, 91], Gen.Int[1, 50]).Array[0, 4]).Array[1, 7];

    [Fact]
    public void Whatever_the_branch_did_every_goal_reads_its_parts_plus_a_remainder_with_a_name() => AnyBranch.Sample(
        agents =>
        {
            LocalDate On(int day) => Q3.Interval.Start.PlusDays(day);
            var people = agents.SelectMany((a, i) => (Fact[])
            [
                Joined($"A{i}"),
                .. a.MovesOn < 0
                    ? (Fact[])[Assigned($"A{i}", $"T{a.Team}")]
                    : [Assigned($"A{i}", $"T{a.Team}") with { Until = On(a.MovesOn - 1) }, Assigned($"A{i}", $"T{1 - a.Team}", id: $"A{i}-moved") with { Date = On(a.MovesOn) }],
                .. a.Entries.Select((e, n) => new EntryFact
                {
                    Origin = new("crm", $"E{i}-{n}"), Date = On(e.Day), Agent = Id($"A{i}"), Measure = "cases", Value = e.Amount, EnteredBy = SomeGoal.Manager,
                }),
            ]);
            var readings = new StatedReadings(Book([.. people, GoalReadingsTests.Under("T0", "D"), GoalReadingsTests.Under("T1", "D")]));
            List<Goal> goals = [Manual(Subject.Branch("B1"), null), Manual(Team("D"), "branch:B1"), Manual(Team("T0"), "team:D"), Manual(Team("T1"), "team:D")];
            goals.AddRange(agents.Select((a, i) => (a, i)).Where(x => x.a.HasGoal).Select(x => Manual(Agent($"A{x.i}"), $"team:T{x.a.Team}")));

            // What counts for a subject, by head: null when nobody typed anything in.
            decimal? Sum(Subject subject)
            {
                var counted = agents.SelectMany((a, i) => a.Entries.Where(e => subject.Kind switch
                {
                    SubjectKind.Agent => subject.Id == $"A{i}",
                    SubjectKind.Team when subject.Id != "D" => subject.Id == $"T{(a.MovesOn >= 0 && e.Day >= a.MovesOn ? 1 - a.Team : a.Team)}",
                    _ => true,
                })).ToArray();
                return counted.Length == 0 ? null : counted.Sum(e => e.Amount);
            }

            foreach (var goal in goals)
            {
                var parts = goals.Where(g => g.Parent == goal.Id).Select(g => Sum(g.Subject)).ToArray();
                var rollUp = RollUp.Of(goal, goals, readings);
                var outside = rollUp.Differences.SingleOrDefault(d => d.Reason.Code == "goal.actual-outside-parts")?.Reason;

                Assert.Equal(Sum(goal.Subject), rollUp.Actual is Reading.Measured m ? m.Value.ToDecimal() : null);
                Assert.Equal(goal.Target - rollUp.TargetOfParts, rollUp.LeftAtTheTop);
                if (parts.Length == 0 || parts.Any(p => p is null))
                {
                    Assert.Null(rollUp.ActualOfParts);
                    Assert.Equal(parts.Length > 0, rollUp.Differences.Any(d => d.Reason.Code == "goal.parts-without-data"));
                    continue;
                }

                var remainder = outside is null ? 0m : Amount(outside, "actual") - Amount(outside, "parts");
                Assert.Equal(parts.Sum(), rollUp.ActualOfParts!.Value.ToDecimal());
                Assert.Equal(Sum(goal.Subject) ?? parts.Sum(), parts.Sum() + remainder);
                Assert.Equal(remainder != 0m, outside is not null);
            }
        },
        iter: 300);

    private static decimal Amount(Reason reason, string name) => Quantity.Parse(reason[name].Text).ToDecimal();

    private static Goal Manual(Subject subject, string? parent) => SomeGoal.Of() with
    {
        Id = new(subject.ToString()), Subject = subject, Source = GoalSource.Manual, Parent = parent is null ? null : new GoalId(parent),
    };

    private static RollUp Of(StatedReadings readings, params Goal[] parts) => RollUp.Of(Top, [Top, .. parts], readings);

    private static StatedReadings Readings() => new StatedReadings(Book()).Knows("cases", Unit.Count);

    private static Goal Part(string agent, decimal target) => SomeGoal.Of(target, agent: agent) with { Id = new(agent), Parent = Top.Id };
}

using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class GoalTransferTests
{
    private static readonly GoalTransfer Transfer = new(WorkCalendars.China, Apportionments.LargestRemainder);
    private static readonly string[] Measures = ["cases", "premium"];

    // Six agents in three teams; each step is on a later day than the one before.
    private static readonly Gen<(decimal[] Targets, (bool Leaves, int Agent, int Team, int Days)[] Steps)> AnySeries = Gen.Select(
        Gen.Select(Gen.Int[0, 90_000], Gen.OneOfConst(1m, 100m), (n, step) => n / step).Array[36],
        Gen.Select(Gen.Bool, Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 25]).Array[1, 8]);

    [Fact]
    public void Whatever_is_handed_over_or_moved_no_target_is_lost_and_every_sum_stays_right() =>
        AnySeries.Sample(
            series =>
            {
                var goals = Open(series.Targets);
                var teamOf = Enumerable.Range(0, 6).ToDictionary(a => a, a => a / 2);
                var date = Day("2026-06-25");
                foreach (var (leaves, agent, team, days) in series.Steps.Where(s => teamOf.ContainsKey(s.Agent)))
                {
                    date = date.PlusDays(days);
                    var before = goals;
                    if (leaves)
                    {
                        var takers = teamOf.Where(t => t.Value == teamOf[agent] && t.Key != agent).Select(t => Id($"A{t.Key}")).ToArray();
                        if (takers.Length == 0)
                        {
                            continue;
                        }

                        goals = After(goals, Transfer.HandOver(goals, Id($"A{agent}"), date, takers, Piece, SomeGoal.ByManager, date));
                        teamOf.Remove(agent);
                        Assert.All(Measures, m => Assert.All(Enumerable.Range(0, 3), t => Assert.Equal(TeamTarget(before, m, t), TeamTarget(goals, m, t))));
                    }
                    else
                    {
                        goals = After(goals, Transfer.MoveTeam(goals, Id($"A{agent}"), new($"T{team}"), date, Piece, SomeGoal.ByManager, date));
                        var (from, to) = (teamOf[agent], team);
                        teamOf[agent] = team;
                        foreach (var measure in Measures)
                        {
                            var moved = TeamTarget(goals, measure, to) - TeamTarget(before, measure, to);
                            Assert.True(from == to ? moved == 0m : moved >= 0m);
                            Assert.Equal(from == to ? 0m : -moved, TeamTarget(goals, measure, from) - TeamTarget(before, measure, from));
                            Assert.All(
                                Enumerable.Range(0, 3).Where(t => t != from && t != to), t => Assert.Equal(TeamTarget(before, measure, t), TeamTarget(goals, measure, t)));
                        }
                    }

                    Check(series.Targets, goals);
                }
            },
            iter: 150);

    [Fact]
    public void What_a_leaver_leaves_goes_to_the_team_mates_in_equal_shares()
    {
        // Leaves on 14 August 2026, the 10th of August's 21 working days: keeps ⌊42 × 10 ÷ 21⌋ = 20 of August and nothing of September.
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A1", "T0", [10m, 10m, 10m]), ("A2", "T0", [10m, 10m, 10m]));

        var changed = Transfer.HandOver(goals, Id("A0"), Day("2026-08-14"), [Id("A1"), Id("A2")], _ => 1m, SomeGoal.ByManager, Day("2026-08-17"));
        var after = After(goals, changed);

        Assert.Equal([46m, 20m, 0m], MonthsOf(after, "cases", "A0"));
        Assert.Equal([10m, 21m, 32m], MonthsOf(after, "cases", "A1"));
        Assert.Equal([10m, 21m, 32m], MonthsOf(after, "cases", "A2"));
        Assert.Equal(66m, QuarterOf(after, "cases", "A0"));
        Assert.Equal(192m, TeamTarget(after, "cases", 0));
        var reason = after.Single(g => g.Id.Value.EndsWith("A0/m2", StringComparison.Ordinal)).Revisions[^1].Reason;
        Assert.Equal(("goal.handed-over", "2026-08-14", "22 count"), (reason.Code, reason["date"].Text, reason["amount"].Text));
    }

    [Fact]
    public void Only_goals_that_changed_come_back()
    {
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A1", "T0", [10m, 10m, 10m]), ("A2", "T1", [10m, 10m, 10m]));

        var changed = Transfer.HandOver(goals, Id("A0"), Day("2026-09-30"), [Id("A1")], _ => 1m, SomeGoal.ByManager, Day("2026-09-30"));
        var september = Transfer.HandOver(goals, Id("A0"), Day("2026-08-31"), [Id("A1")], _ => 1m, SomeGoal.ByManager, Day("2026-08-31"));

        Assert.Empty(changed);
        Assert.Equal(["agent:A0", "agent:A0/m3", "agent:A1", "agent:A1/m3"], september.Select(g => g.Id.Value["2026Q3/cases/".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_hand_over_to_nobody_is_refused()
    {
        var goals = Opening(("A0", "T0", [1m, 1m, 1m]));

        var refused = Assert.Throws<BrokenRuleException>(() => Transfer.HandOver(goals, Id("A0"), Day("2026-08-14"), [], _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));

        Assert.Equal(new SomebodyMustTakeOverRule(Id("A0"), Day("2026-08-14")), refused.Rule);
    }

    [Theory]
    [InlineData(GoalState.Rejected)]
    [InlineData(GoalState.Withdrawn)]
    public void A_team_mate_whose_goal_binds_nobody_takes_nothing_and_the_others_take_all(GoalState state)
    {
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A1", "T0", [10m, 10m, 10m]), ("A2", "T0", [10m, 10m, 10m]));
        goals = [.. goals.Select(g => g.Subject == Agent("A1") ? g with { State = state } : g)];

        var after = After(goals, Transfer.HandOver(goals, Id("A0"), Day("2026-08-14"), [Id("A1"), Id("A2")], _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));

        Assert.Equal([10m, 10m, 10m], MonthsOf(after, "cases", "A1"));
        Assert.Equal([10m, 32m, 54m], MonthsOf(after, "cases", "A2"));
    }

    [Fact]
    public void A_team_mate_takes_the_measures_and_months_of_which_they_have_goals()
    {
        // A1 has no premium goal, and none for September.
        List<Goal> goals = [.. Opening("cases", [("A0", "T0", [0m, 0m, 44m]), ("A1", "T0", [10m, 10m, 10m])]), .. Opening("premium", [("A0", "T0", [0m, 42m, 44m])])];
        goals = [.. goals, .. Opening("premium", [("A2", "T0", [5m, 5m, 5m])]).Where(g => g.Subject == Agent("A2")).Select(g => g with { State = GoalState.Active })];

        var after = After(goals, Transfer.HandOver(goals, Id("A0"), Day("2026-07-31"), [Id("A1"), Id("A2")], _ => 1m, SomeGoal.ByManager, Day("2026-08-03")));

        Assert.Equal([10m, 10m, 54m], MonthsOf(after, "cases", "A1"));
        Assert.Equal([5m, 47m, 49m], MonthsOf(after, "premium", "A2"));
    }

    [Fact]
    public void A_leavers_own_rejected_goals_are_not_handed_over()
    {
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A1", "T0", [10m, 10m, 10m]));
        goals = [.. goals.Select(g => g.Subject == Agent("A0") ? g with { State = GoalState.Rejected } : g)];

        Assert.Empty(Transfer.HandOver(goals, Id("A0"), Day("2026-08-14"), [Id("A1")], _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));
    }

    [Fact]
    public void A_move_to_a_team_whose_goal_was_rejected_is_refused()
    {
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A2", "T1", [10m, 10m, 10m]));
        goals = [.. goals.Select(g => g.Subject == Team("T1") ? g with { State = GoalState.Rejected } : g)];

        var refused = Assert.Throws<BrokenRuleException>(() =>
            Transfer.MoveTeam(goals, Id("A0"), new("T1"), Day("2026-08-17"), _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));

        Assert.Equal(new OnlyATeamWithGoalsTakesTargetsRule(Id("A0"), new("T1")), refused.Rule);
    }

    [Fact]
    public void What_a_mover_had_rejected_stays_where_it_is()
    {
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A2", "T1", [10m, 10m, 10m]));
        goals = [.. goals.Select(g => g.Subject == Agent("A0") ? g with { State = GoalState.Rejected } : g)];

        Assert.Empty(Transfer.MoveTeam(goals, Id("A0"), new("T1"), Day("2026-08-17"), _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));
    }

    [Fact]
    public void A_mover_takes_along_what_lies_ahead_and_keeps_their_own_target()
    {
        // First day in the new team 17 August: 20 of August's 42 stay with the old team.
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A1", "T0", [10m, 10m, 10m]), ("A2", "T1", [10m, 10m, 10m]));

        var after = After(goals, Transfer.MoveTeam(goals, Id("A0"), new("T1"), Day("2026-08-17"), _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));

        Assert.Equal(162m - 66m, TeamTarget(after, "cases", 0));
        Assert.Equal(30m + 66m, TeamTarget(after, "cases", 1));
        Assert.Equal([46m, 42m, 44m], MonthsOf(after, "cases", "A0"));
        Assert.Equal("66 count", after.Single(g => g.Subject == Team("T1")).Revisions[^1].Reason["amount"].Text);
    }

    [Fact]
    public void Who_moves_twice_takes_the_rest_from_the_second_team_not_from_the_first()
    {
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]), ("A1", "T1", [10m, 10m, 10m]), ("A2", "T2", [10m, 10m, 10m]));

        var once = After(goals, Transfer.MoveTeam(goals, Id("A0"), new("T1"), Day("2026-08-17"), _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));
        var twice = After(once, Transfer.MoveTeam(once, Id("A0"), new("T2"), Day("2026-09-01"), _ => 1m, SomeGoal.ByManager, Day("2026-09-01")));

        Assert.Equal([66m, 30m + 22m, 30m + 44m], [TeamTarget(twice, "cases", 0), TeamTarget(twice, "cases", 1), TeamTarget(twice, "cases", 2)]);
    }

    [Fact]
    public void A_move_to_a_team_without_goals_is_refused()
    {
        var goals = Opening(("A0", "T0", [46m, 42m, 44m]));

        var refused = Assert.Throws<BrokenRuleException>(() =>
            Transfer.MoveTeam(goals, Id("A0"), new("T9"), Day("2026-08-17"), _ => 1m, SomeGoal.ByManager, Day("2026-08-17")));

        Assert.Equal(new OnlyATeamWithGoalsTakesTargetsRule(Id("A0"), new("T9")), refused.Rule);
    }

    private static decimal Piece(MeasureId measure) => measure.Value == "cases" ? 1m : 0.01m;

    private static void Check(decimal[] targets, IReadOnlyList<Goal> goals)
    {
        for (var m = 0; m < Measures.Length; m++)
        {
            var measure = Measures[m];
            var total = targets[(m * 18)..((m + 1) * 18)].Sum();
            var agents = goals.Where(g => g.Subject.Kind == SubjectKind.Agent && g.Measure.Value == measure).Select(g => g.Subject.Id).Distinct().ToArray();
            Assert.Equal(total, agents.Sum(a => MonthsOf(goals, measure, a).Sum()));
            Assert.Equal(total, Enumerable.Range(0, 3).Sum(t => TeamTarget(goals, measure, t)));
            Assert.All(agents, a => Assert.Equal(MonthsOf(goals, measure, a).Sum(), QuarterOf(goals, measure, a)));
            Assert.All(agents, a => Assert.All(MonthsOf(goals, measure, a), month => Assert.True(month >= 0m)));
        }
    }

    private static IReadOnlyList<Goal> Open(decimal[] targets) =>
    [
        .. Measures.SelectMany((measure, m) => Opening(
            measure, [.. Enumerable.Range(0, 6).Select(a => ($"A{a}", $"T{a / 2}", targets[((m * 18) + (a * 3))..((m * 18) + (a * 3) + 3)]))])),
    ];

    private static List<Goal> Opening(params (string Agent, string Team, decimal[] Months)[] agents) => Opening("cases", agents);

    private static List<Goal> Opening(string measure, (string Agent, string Team, decimal[] Months)[] agents)
    {
        var goals = new List<Goal>();
        var branch = Add(Subject.Branch("B1"), agents.Sum(a => a.Months.Sum()), Q3.Interval, null, null);
        foreach (var team in agents.GroupBy(a => a.Team))
        {
            var teamGoal = Add(Team(team.Key), team.Sum(a => a.Months.Sum()), Q3.Interval, branch, null);
            foreach (var agent in team)
            {
                var own = Add(Agent(agent.Agent), agent.Months.Sum(), Q3.Interval, teamGoal, null);
                for (var i = 0; i < 3; i++)
                {
                    Add(Agent(agent.Agent), agent.Months[i], Q3.Months[i], own, i + 1);
                }
            }
        }

        return goals;

        Goal Add(Subject subject, decimal target, DateInterval period, Goal? parent, int? month)
        {
            goals.Add(SomeGoal.Of(target, measure: measure) with
            {
                Id = Cascade.IdOf(Q3, new(measure), subject, month), Subject = subject, Period = period, Parent = parent?.Id,
            });
            return goals[^1];
        }
    }

    private static IReadOnlyList<Goal> After(IReadOnlyList<Goal> goals, IReadOnlyList<Goal> changed)
    {
        var byId = changed.ToDictionary(g => g.Id);
        return [.. goals.Select(g => byId.GetValueOrDefault(g.Id, g))];
    }

    private static IEnumerable<decimal> MonthsOf(IReadOnlyList<Goal> goals, string measure, string agent) =>
        goals.Where(g => g.Subject == Agent(agent) && g.Measure.Value == measure && g.Period != Q3.Interval).Select(g => g.Target.ToDecimal());

    private static decimal QuarterOf(IReadOnlyList<Goal> goals, string measure, string agent) =>
        goals.Single(g => g.Subject == Agent(agent) && g.Measure.Value == measure && g.Period == Q3.Interval).Target.ToDecimal();

    private static decimal TeamTarget(IReadOnlyList<Goal> goals, string measure, int team) =>
        goals.Single(g => g.Subject == Team($"T{team}") && g.Measure.Value == measure).Target.ToDecimal();
}

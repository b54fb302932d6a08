using BranchQuarter.DataGenerator;

namespace BranchQuarter.Tests;

[Collection("sample")]
public class TargetTests(SampleRun sample)
{
    public static TheoryData<string, decimal> Targets => new() { { "fyp", 3_800_000m }, { "cases", 225m } };

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Agents_months_sum_to_the_branch_target_at_the_opening_and_after_hand_over_and_move(string measure, decimal target)
    {
        var goals = (await sample.StoredAsync<Goal>()).Where(g => g.Measure.Value == measure).ToArray();
        var months = goals.Where(g => g.Subject.Kind == SubjectKind.Agent && g.Period != SampleRun.Q3.Interval).ToArray();

        Assert.Equal(target, months.Sum(g => g.Revisions[0].Target.ToDecimal()));
        Assert.Equal(target, months.Sum(g => g.Target.ToDecimal()));
        Assert.Equal(target, Assert.Single(goals, g => g.Subject.Kind == SubjectKind.Branch).Target.ToDecimal());
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Every_goal_is_the_sum_of_its_parts_at_the_opening(string measure, decimal target)
    {
        var goals = (await sample.StoredAsync<Goal>()).Where(g => g.Measure.Value == measure).ToArray();

        // The parts of a team are named by its agents' ids at the opening: whoever moved later has another parent now.
        var parts = goals.Where(g => g.Parent is not null).ToLookup(g => g.Subject.Kind == SubjectKind.Agent && g.Period == SampleRun.Q3.Interval
            ? Subject.Of(sample.Book.Organisation.TeamOf(g.Subject.Agent, SampleRun.Q3.Interval.Start)!.Value).ToString()
            : g.Parent!.Value.Value.Split('/')[^1]);
        foreach (var goal in goals.Where(g => g.Subject.Kind != SubjectKind.Agent || g.Period == SampleRun.Q3.Interval))
        {
            Assert.Equal(goal.Revisions[0].Target.ToDecimal(), parts[goal.Subject.ToString()].Sum(p => p.Revisions[0].Target.ToDecimal()));
        }

        Assert.Equal(target, parts["branch:B01"].Sum(p => p.Revisions[0].Target.ToDecimal()));
    }

    [Fact]
    public async Task What_the_leaver_leaves_the_team_mates_take()
    {
        var goals = await sample.StoredAsync<Goal>();
        decimal Moved(string code, Func<Goal, bool> whose) => goals.Where(g => g.Measure.Value == "fyp" && g.Period != SampleRun.Q3.Interval && whose(g))
            .SelectMany(g => g.Revisions).Where(r => r.Reason.Code == code).Sum(r => Quantity.Parse(r.Reason["amount"].Text).ToDecimal());

        var left = Moved("goal.handed-over", g => g.Subject.Id == "E1021");

        Assert.True(left > 0m);
        Assert.Equal(left, Moved("goal.taken-over", g => g.Subject.Id != "E1021"));
    }

    [Fact]
    public async Task The_mover_takes_targets_from_the_old_team_to_the_new_one()
    {
        var teams = (await sample.StoredAsync<Goal>()).Where(g => g.Measure.Value == "fyp" && g.Subject.Kind == SubjectKind.Team).ToDictionary(g => g.Subject.Id);

        var (from, to) = (teams["T02"], teams["T03"]);
        Assert.Equal("goal.moved-team", from.Revisions[^1].Reason.Code);
        var moved = from.Revisions[^2].Target - from.Target;
        Assert.True(moved.Numerator > 0m);
        Assert.Equal(moved, to.Revisions.Single(r => r.Reason.Code == "goal.moved-team").Target - to.Revisions[to.Revisions.ToList().FindIndex(r => r.Reason.Code == "goal.moved-team") - 1].Target);
    }

    // A move takes along what is left on its day; what the mover owed until then stays with the old team. So at the end a team's target is the sum of its
    // agents' targets, without what its joiners owed elsewhere and with what its leavers to other teams owed here.
    [Theory]
    [MemberData(nameof(Targets))]
    public async Task At_the_end_teams_sum_to_the_branch_and_each_team_is_what_its_agents_owe_it(string measure, decimal target)
    {
        var goals = (await sample.StoredAsync<Goal>()).Where(g => g.Measure.Value == measure).ToArray();
        var teams = goals.Where(g => g.Subject.Kind == SubjectKind.Team).ToDictionary(g => g.Subject.Id);
        var agents = goals.Where(g => g.Subject.Kind == SubjectKind.Agent && g.Period == SampleRun.Q3.Interval).ToArray();
        var mover = agents.Single(g => g.Subject.Id == Defects.Mover);
        var moved = Quantity.Parse(teams["T03"].Revisions.Single(r => r.Reason.Code == "goal.moved-team").Reason["amount"].Text).ToDecimal();
        var owedBefore = mover.Target.ToDecimal() - moved;

        Assert.Equal(target, teams.Values.Sum(t => t.Target.ToDecimal()));
        Assert.Equal(teams["T03"].Id, mover.Parent);
        Assert.InRange(owedBefore, 1m, mover.Target.ToDecimal() - 1m);
        foreach (var team in teams.Values)
        {
            var own = agents.Where(g => g.Parent == team.Id).Sum(g => g.Target.ToDecimal());
            Assert.Equal(team.Subject.Id switch { "T02" => own + owedBefore, "T03" => own - owedBefore, _ => own }, team.Target.ToDecimal());
        }

        foreach (var agent in agents)
        {
            Assert.Equal(agent.Target.ToDecimal(), goals.Where(g => g.Parent == agent.Id).Sum(g => g.Target.ToDecimal()));
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task The_leaver_keeps_nothing_after_the_last_day(string measure, decimal target)
    {
        var goals = (await sample.StoredAsync<Goal>()).Where(g => g.Measure.Value == measure).ToArray();
        var months = goals.Where(g => g.Subject.Id == Defects.Leaver && g.Period != SampleRun.Q3.Interval).OrderBy(g => g.Period.Start).ToArray();

        Assert.Equal(3, months.Length);
        Assert.Equal(months[0].Revisions[0].Target, months[0].Target); // July was over
        Assert.True(months[1].Target.ToDecimal() < months[1].Revisions[0].Target.ToDecimal(), "the rest of August went to others");
        Assert.Equal(0m, months[2].Target.ToDecimal());
        Assert.True(months[2].Revisions[0].Target.ToDecimal() > 0m);
        var takers = goals.Where(g => g.Revisions.Any(r => r.Reason.Code == "goal.taken-over")).Select(g => g.Subject.Agent).Distinct();
        Assert.All(takers, a => Assert.Equal("T01", sample.Book.Organisation.TeamOf(a, Defects.LeavesOn.PlusDays(1))?.Value));
        Assert.Equal(target, goals.Where(g => g.Subject.Kind == SubjectKind.Team).Sum(g => g.Target.ToDecimal()));
    }
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

// L1 leads T1, L2 leads T2. A5 moved from T1 to T2 on 16 August; A6 left T1 on 20 August.
public class ShowingTests
{
    private static readonly LocalDate Today = Day("2026-10-05");

    [Theory]
    [InlineData("A5", null)] // one's own
    [InlineData("L1", null)] // led A5 in July
    [InlineData("L2", null)] // leads A5 since
    [InlineData("boss", null)]
    [InlineData("A1", "access.outside-scope")]
    [InlineData("nobody", "access.outside-scope")]
    public async Task A_goal_is_shown_to_whoever_sees_one_of_its_days(string actor, string? refusal)
    {
        var branch = await Opened();
        var goal = branch.GoalOf(Agent("A5"));

        var shown = await branch.GoalSetting.GetAsync(As(actor), goal.Id, Today);

        Assert.Equal((refusal, refusal is null ? goal : null), (Refusal(shown), Value(shown)));
    }

    [Theory]
    [InlineData("2026-07-31", "L1", null)]
    [InlineData("2026-08-15", "L1", null)] // last day in T1
    [InlineData("2026-08-16", "L1", "access.outside-scope")]
    [InlineData("2026-08-15", "L2", "access.outside-scope")]
    [InlineData("2026-08-16", "L2", null)] // first day in T2
    [InlineData("2026-08-16", "A5", null)]
    public async Task A_checkpoint_is_shown_to_whoever_sees_its_day(string asOf, string actor, string? refusal)
    {
        var branch = await Opened();
        var checkpoint = SomeCheckpoint.Of(asOf) with { Subject = Agent("A5"), Goal = branch.GoalOf(Agent("A5")).Id };
        branch.Checkpoints.Put(checkpoint);

        var shown = await branch.Monitoring.GetAsync(As(actor), checkpoint.Key, Today);

        Assert.Equal((refusal, refusal is null ? checkpoint : null), (Refusal(shown), Value(shown)));
    }

    [Theory]
    [InlineData("A5", "L1", "access.outside-scope")]
    [InlineData("A5", "L2", null)] // where A5 was on the quarter's last day
    [InlineData("A6", "L1", null)] // where A6 was on the own last day
    [InlineData("A6", "L2", "access.outside-scope")]
    [InlineData("A6", "boss", null)]
    public async Task An_evaluation_is_shown_to_and_confirmed_by_whoever_was_responsible_last(string agent, string actor, string? refusal)
    {
        var branch = await Closed();
        var key = Evaluation.KeyOf("2026Q3", Id(agent));

        var shown = await branch.Evaluating.GetAsync(As(actor), key, Today);
        var confirmed = await branch.Evaluating.ConfirmAsync(As(actor), key, Today, "talked it over");

        Assert.Equal((refusal, refusal), (Refusal(shown), Refusal(confirmed)));
        Assert.Equal(refusal is null ? key : null, Value(shown)?.Key);
    }

    [Fact]
    public async Task A_leavers_evaluation_knows_the_last_active_day_and_so_does_its_record()
    {
        var branch = await Closed();
        var (mover, leaver) = (branch.Evaluations.All.Single(e => e.Agent == Id("A5")), branch.Evaluations.All.Single(e => e.Agent == Id("A6")));

        Assert.Equal((null, Day("2026-09-30")), (mover.ActiveUntil, mover.ResponsibleOn));
        Assert.Equal((Day("2026-08-20"), Day("2026-08-20")), (leaver.ActiveUntil, leaver.ResponsibleOn));
        Assert.Equal((Day("2026-08-20"), Day("2026-08-20")), (EvaluationRecord.Of(leaver).From, EvaluationRecord.Of(leaver).Until));
    }

    [Fact]
    public async Task Calibration_compares_supervisors_each_with_whoever_they_were_responsible_for_last()
    {
        var branch = await Closed();

        var calibration = Value(await branch.Evaluating.CalibrationAsync(As("boss"), Q3, Today))!;

        // A1, A2 and the leaver A6 under L1; A3, A4 and the mover A5 under L2; the leaders themselves under nobody.
        Assert.Equal([("-", 2), ("L1", 3), ("L2", 3)], calibration.Groups.Select(g => (g.Manager, g.Scores)));
        Assert.Equal(85m, calibration.Mean);
        Assert.Equal("access.outside-scope", Refusal(await branch.Evaluating.CalibrationAsync(As("L1"), Q3, Today)));
    }

    [Fact]
    public async Task Calibration_of_a_quarter_that_is_not_closed_is_empty()
    {
        var calibration = Value(await new Branch().Evaluating.CalibrationAsync(Branch.Call, Q3, Today))!;

        Assert.Equal((null, 0), (calibration.Mean, calibration.Groups.Count));
    }

    [Fact]
    public async Task What_does_not_exist_is_refused_by_a_rule_of_its_own()
    {
        var branch = new Branch();

        Assert.Equal(new OnlyAMadeGoalIsShownRule(new("g9")), Rule(await branch.GoalSetting.GetAsync(Branch.Call, new("g9"), Today)));
        Assert.Equal(new OnlyAMadeCheckpointIsShownRule("c9"), Rule(await branch.Monitoring.GetAsync(Branch.Call, "c9", Today)));
        Assert.Equal(new OnlyAMadeEvaluationIsShownRule("2026Q3/A9"), Rule(await branch.Evaluating.GetAsync(Branch.Call, "2026Q3/A9", Today)));
    }

    [Fact]
    public async Task Showing_stores_nothing()
    {
        var branch = await Closed();
        var before = (branch.Edge.Audit.Count, branch.Edge.Events.Count, branch.Goals.Writes, branch.Evaluations.Writes);

        await branch.GoalSetting.GetAsync(As("boss"), branch.GoalOf(Agent("A5")).Id, Today).OrThrow();
        await branch.Evaluating.GetAsync(As("boss"), "2026Q3/A5", Today).OrThrow();
        await branch.Evaluating.CalibrationAsync(As("boss"), Q3, Today).OrThrow();

        Assert.Equal(before, (branch.Edge.Audit.Count, branch.Edge.Events.Count, branch.Goals.Writes, branch.Evaluations.Writes));
    }

    private static async Task<Branch> Opened()
    {
        var branch = new Branch(
            Joined("L1"), Assigned("L1", "T1", leads: true),
            Joined("L2"), Assigned("L2", "T2", leads: true),
            Joined("A5"), Assigned("A5", "T1", until: "2026-08-15"), Assigned("A5", "T2", from: "2026-08-16"),
            Joined("A6", left: "2026-08-20"), Assigned("A6", "T1", until: "2026-08-20"));
        await branch.OpenAndAgreeAsync();
        branch.Edge.Access = new AccessOfTheFacts(branch.Facts);
        return branch;
    }

    private static async Task<Branch> Closed()
    {
        var branch = await Opened();
        await branch.Evaluating.CloseAsync(As("boss"), Q3, Day("2026-10-01")).OrThrow();
        return branch;
    }

    private static CallContext As(string actor) => Branch.Call with { Actor = new(actor) };

    private static T? Value<T>(UseCaseResult<T> result)
        where T : class => (result as UseCaseResult<T>.Done)?.Value;

    private static IBusinessRule? Rule<T>(UseCaseResult<T> result) => (result as UseCaseResult<T>.Refused)?.Rule;

    private static string? Refusal<T>(UseCaseResult<T> result) => Rule(result)?.Reason.Code;
}

using System.Globalization;
using Xunit.Abstractions;

namespace ActivityMgmt.Kpi.Tests;

/// <summary>How often the cause finder is right, over simulated quarters looked at in the middle, and towards and at the end.</summary>
/// <remarks>
/// What is demanded is demanded where an experienced manager would call the shortfall clear: half of what is usual, in a step that is entered often enough. Closings are few,
/// so there it is clear only for agents with many, or when far less than half is left. What lies outside is written down in docs/performance.md, not demanded.
/// </remarks>
public class CauseStatisticsTests(ITestOutputHelper output)
{
    private const int Quarters = 300;

    // Mondays of weeks 7 to 14 of the quarter: what was known on the Sunday before.
    private static readonly LocalDate[] Checkpoints = [new(2026, 8, 16), new(2026, 8, 30), new(2026, 9, 13), new(2026, 9, 30)];

    private static readonly FunnelCauseFinder Finder = new();

    [Theory]
    [InlineData("newcomer", 0, 0.5)]
    [InlineData("newcomer", 1, 0.5)]
    [InlineData("new", 0, 0.5)]
    [InlineData("new", 1, 0.5)]
    [InlineData("steady", 0, 0.5)]
    [InlineData("steady", 1, 0.5)]
    [InlineData("steady", 2, 0.5)]
    [InlineData("top", 0, 0.5)]
    [InlineData("top", 1, 0.5)]
    [InlineData("top", 2, 0.5)]
    [InlineData("top", 3, 0.5)]
    [InlineData("top", 0, 0.6)]
    public void Names_a_clearly_weak_step_in_nine_of_ten_quarters(string profile, int step, double left)
    {
        var shares = Checkpoints.Select(on => Share(profile, step, left, on, cause => cause is Cause.WeakStep weak && weak.Step.Value == SimulatedFunnel.Steps[step])).ToArray();

        Report($"{profile}, {SimulatedFunnel.Steps[step]} at {left:P0}", shares);
        Assert.True(shares.Average() >= 0.9, string.Join(' ', shares));
    }

    // Seven weeks are not enough closings for an ordinary agent; at the end of the quarter they are, when a third is left.
    [Fact]
    public void Names_closings_of_an_ordinary_agent_at_the_end_when_little_is_left()
    {
        var share = Share("steady", 3, 0.25, Checkpoints[^1], cause => cause is Cause.WeakStep { Step.Value: "cases" });

        Report("steady, cases at 25 %, end of quarter", [share]);
        Assert.True(share >= 0.9, $"{share}");
    }

    [Theory]
    [InlineData("newcomer")]
    [InlineData("new")]
    [InlineData("steady")]
    [InlineData("top")]
    public void Names_no_single_cause_in_nine_of_ten_quarters_without_one(string profile)
    {
        var shares = Checkpoints.Select(on => Share(profile, null, 1.0, on, cause => cause is Cause.NoSingleCause)).ToArray();

        Report($"{profile}, nothing planted", shares);
        Assert.All(shares, share => Assert.True(share >= 0.9, string.Join(' ', shares)));
    }

    // A weak step that chance hides gives no wrong name instead: that would send people to the wrong training.
    [Theory]
    [InlineData("new", 3)]
    [InlineData("steady", 3)]
    public void Seldom_names_another_step_when_the_weak_one_is_too_small_to_tell(string profile, int step)
    {
        var wrong = Checkpoints.Select(on => Share(profile, step, 0.5, on, cause => cause is Cause.WeakStep weak && weak.Step.Value != SimulatedFunnel.Steps[step])).ToArray();
        var right = Checkpoints.Select(on => Share(profile, step, 0.5, on, cause => cause is Cause.WeakStep weak && weak.Step.Value == SimulatedFunnel.Steps[step])).ToArray();

        Report($"{profile}, {SimulatedFunnel.Steps[step]} at 50 %: another step named", wrong);
        Report($"{profile}, {SimulatedFunnel.Steps[step]} at 50 %: named (not demanded)", right);
        Assert.True(wrong.Average() <= 0.1, string.Join(' ', wrong));
    }

    private static double Share(string profile, int? step, double left, LocalDate on, Func<Cause, bool> isRight) =>
        Enumerable.Range(0, Quarters).Count(seed => isRight(Finder.Find(
            new SimulatedFunnel(seed, FunnelProfile.Of(profile), step, left), SimulatedFunnel.Agent, new(SimulatedFunnel.Quarter.Start, on), SimulatedFunnel.Usual))) / (double)Quarters;

    private void Report(string what, double[] shares) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {string.Join(" | ", shares.Select(s => s.ToString("P1", CultureInfo.InvariantCulture)))}"));
}

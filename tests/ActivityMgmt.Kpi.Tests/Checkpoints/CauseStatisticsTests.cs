using System.Globalization;
using Xunit.Abstractions;

namespace ActivityMgmt.Kpi.Tests;

/// <summary>How often the cause finder is right, over simulated quarters looked at in the middle, and towards and at the end.</summary>
/// <remarks>What is demanded is demanded where the best possible method (<see cref="CauseOracle"/>) has some room. The figures are in docs/performance.md.</remarks>
public class CauseStatisticsTests(ITestOutputHelper output)
{
    private const int Quarters = 600;

    // Not those on which the cause finder's thresholds were chosen (0 to 399).
    private const int FirstSeed = 1_000_000;

    // Mondays of weeks 7 to 14 of the quarter: what was known on the Sunday before.
    private static readonly LocalDate[] Checkpoints = [new(2026, 8, 16), new(2026, 8, 30), new(2026, 9, 13), new(2026, 9, 30)];

    private static readonly FunnelCauseFinder Finder = new();

    private static readonly Subject Agent = Subject.Of(SimulatedFunnel.Agent);

    private static readonly string[] Profiles = ["newcomer", "new", "steady", "top"];

    public static TheoryData<string, int> Cells()
    {
        var cells = new TheoryData<string, int>();
        foreach (var profile in Profiles)
        {
            for (var step = 0; step < SimulatedFunnel.Steps.Length; step++)
            {
                cells.Add(profile, step);
            }
        }

        return cells;
    }

    // Nor is another step named instead in more than a tenth: that would send people to the wrong training.
    [Theory]
    [MemberData(nameof(Cells))]
    public void Names_a_step_at_half_its_rate_in_nine_of_ten_quarters_wherever_the_best_possible_method_does_in_97_percent(string profile, int step)
    {
        var oracle = new CauseOracle(FunnelProfile.Of(profile), Checkpoints, Quarters, falseAlarms: 0.1);
        var (right, wrong, best) = (new double[Checkpoints.Length], new double[Checkpoints.Length], new double[Checkpoints.Length]);
        foreach (var seed in Seeds)
        {
            var funnel = new SimulatedFunnel(seed, FunnelProfile.Of(profile), step, 0.5);
            for (var day = 0; day < Checkpoints.Length; day++)
            {
                if (Find(funnel, Agent, Checkpoints[day]) is Cause.WeakStep weak)
                {
                    (weak.Step.Value == SimulatedFunnel.Steps[step] ? right : wrong)[day] += 1.0 / Quarters;
                }

                best[day] += oracle.Named(funnel, day) == step ? 1.0 / Quarters : 0.0;
            }
        }

        Report($"{profile}, {SimulatedFunnel.Steps[step]} at 50 %: named", right);
        Report($"{profile}, {SimulatedFunnel.Steps[step]} at 50 %: best possible", best);
        Report($"{profile}, {SimulatedFunnel.Steps[step]} at 50 %: another named", wrong);
        Assert.All(right.Zip(best), day => Assert.True(day.First >= 0.9 || day.Second < 0.97, string.Join(' ', right) + " / " + string.Join(' ', best)));
        Assert.All(wrong, share => Assert.True(share <= 0.1, string.Join(' ', wrong)));
    }

    [Fact]
    public void Names_a_step_at_half_its_rate_in_nine_of_ten_quarters_of_all_agents_and_steps_at_the_end()
    {
        var shares = Profiles.SelectMany(profile => Enumerable.Range(0, SimulatedFunnel.Steps.Length).Select(step => Share(
            seed => new(seed, FunnelProfile.Of(profile), step, 0.5), Agent, Checkpoints[^1], cause => cause is Cause.WeakStep weak && weak.Step.Value == SimulatedFunnel.Steps[step]))).ToArray();

        Report("all profiles and steps at 50 %, end of quarter", [shares.Average()]);
        Assert.True(shares.Average() >= 0.9, string.Join(' ', shares));
    }

    // Few closings are told at the end of a quarter when little is left of them.
    [Theory]
    [InlineData("new", 3, 0.1)]
    [InlineData("steady", 3, 0.4)]
    [InlineData("steady", 0, 0.6)]
    [InlineData("top", 0, 0.6)]
    public void Names_a_step_at_the_quarters_end_when_so_much_is_left(string profile, int step, double left)
    {
        var share = Share(seed => new(seed, FunnelProfile.Of(profile), step, left), Agent, Checkpoints[^1], cause => cause is Cause.WeakStep weak && weak.Step.Value == SimulatedFunnel.Steps[step]);

        Report($"{profile}, {SimulatedFunnel.Steps[step]} at {left:P0}, end of quarter", [share]);
        Assert.True(share >= 0.9, $"{share}");
    }

    // Six new agents together have the closings that one of them lacks.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Names_a_weak_step_of_a_whole_team_of_new_agents_in_nine_of_ten_quarters(int step)
    {
        var shares = Checkpoints.Select(on => Share(
            seed => new(seed, FunnelProfile.New, step, 0.5, isWholeTeam: true), Subject.Of(new TeamId("T1")), on, cause => cause is Cause.WeakStep weak && weak.Step.Value == SimulatedFunnel.Steps[step])).ToArray();

        Report($"team of new agents, {SimulatedFunnel.Steps[step]} at 50 %", shares);
        Assert.True(shares.Average() >= 0.9, string.Join(' ', shares));
    }

    [Theory]
    [InlineData("newcomer")]
    [InlineData("new")]
    [InlineData("steady")]
    [InlineData("top")]
    public void Names_no_single_cause_in_nine_of_ten_quarters_without_one(string profile)
    {
        var shares = Checkpoints.Select(on => Share(seed => new(seed, FunnelProfile.Of(profile)), Agent, on, cause => cause is Cause.NoSingleCause)).ToArray();

        Report($"{profile}, nothing planted", shares);
        Assert.All(shares, share => Assert.True(share >= 0.9, string.Join(' ', shares)));
    }

    [Fact]
    public void Names_no_single_cause_of_a_team_in_nine_of_ten_quarters_without_one()
    {
        var shares = Checkpoints.Select(on => Share(seed => new(seed, FunnelProfile.New, isWholeTeam: true), Subject.Of(new TeamId("T1")), on, cause => cause is Cause.NoSingleCause)).ToArray();

        Report("team of new agents, nothing planted", shares);
        Assert.All(shares, share => Assert.True(share >= 0.9, string.Join(' ', shares)));
    }

    private static IEnumerable<int> Seeds => Enumerable.Range(FirstSeed, Quarters);

    private static double Share(Func<int, SimulatedFunnel> funnel, Subject subject, LocalDate on, Func<Cause, bool> isRight) =>
        Seeds.Count(seed => isRight(Find(funnel(seed), subject, on))) / (double)Quarters;

    private static Cause Find(SimulatedFunnel funnel, Subject subject, LocalDate on) =>
        Finder.Find(funnel, subject, new(SimulatedFunnel.Quarter.Start, on), SimulatedFunnel.Usual);

    private void Report(string what, double[] shares) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {string.Join(" | ", shares.Select(s => s.ToString("P1", CultureInfo.InvariantCulture)))}"));
}

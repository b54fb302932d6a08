using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace BranchQuarter.Tests;

/// <summary>The public CRM data set: mapped by a document alone, and equal to what plain C# counts from the files.</summary>
public class PipelineTests
{
    private static readonly LocalDatePattern UsDate = LocalDatePattern.CreateWithInvariantCulture("M/d/uuuu");

    [SharedDataFact]
    public async Task Runs_what_the_columns_allow_and_says_what_it_skips()
    {
        using var folder = new TemporaryFolder();
        var run = await Runs.OfAsync(SharedDataFactAttribute.PipelineFolder!, folder["out"]);

        Assert.Equal(0, run.ExitCode);
        foreach (var skipped in new[] { "pay statements", "compliance review", "rank assessment", "evaluation by scorecard", "titles and support offers" })
        {
            Assert.Contains($"Skipped: {skipped}", run.Console, StringComparison.Ordinal);
        }

        Assert.Equal(14, run.Csv("checkpoints.csv").Select(c => c["as_of"]).Distinct().Count());
        await using var services = SampleRun.Services(run.Database);
        var goals = await services.GetRequiredService<IRepository<Goal>>().ListAsync(SampleRun.Call with { Tenant = new("all-regions") }, "2017Q4", default);
        Assert.Equal(3_100_000m, goals.Select(g => g.Value).Where(g => g.Subject.Kind == SubjectKind.Agent && g.Period != new Quarter(2017, 4).Interval).Sum(g => g.Target.ToDecimal()));
        AssertFigures(run);
    }

    private static void AssertFigures(Run run)
    {
        var source = SharedDataFactAttribute.PipelineFolder!;
        var managers = Runs.ReadCsv(Path.Combine(source, "sales_teams.csv")).ToDictionary(t => t["sales_agent"], t => t["manager"]);
        var deals = Runs.ReadCsv(Path.Combine(source, "sales_pipeline.csv"))
            .Where(d => d["deal_stage"] is "Won" or "Lost")
            .Select(d => (
                Agent: d["sales_agent"],
                Manager: managers[d["sales_agent"]],
                Quarter: Quarter.Containing(UsDate.Parse(d["close_date"]).Value),
                IsWon: d["deal_stage"] == "Won",
                Value: d["close_value"].Length == 0 ? 0m : decimal.Parse(d["close_value"], CultureInfo.InvariantCulture)))
            .ToArray();
        Assert.Equal(10_005_534m, deals.Where(d => d.IsWon).Sum(d => d.Value));

        var kpis = run.Csv("kpis.csv");
        decimal? Shown(string level, string? name, DateInterval period, string measure)
        {
            var row = kpis.Single(r => r["level"] == level && (name is null || r["name"] == name) && r["measure"] == measure
                && r["period_from"] == LocalDatePattern.Iso.Format(period.Start) && r["period_to"] == LocalDatePattern.Iso.Format(period.End));
            return row["value"].Length == 0 ? null : decimal.Parse(row["value"], CultureInfo.InvariantCulture);
        }

        void Check(string level, string? name, DateInterval period, (string Agent, string Manager, Quarter Quarter, bool IsWon, decimal Value)[] own)
        {
            Assert.Equal(own.Where(d => d.IsWon).Sum(d => d.Value), Shown(level, name, period, "won-value"));
            Assert.Equal(own.Length == 0 ? null : Math.Round((decimal)own.Count(d => d.IsWon) / own.Length, 6, MidpointRounding.AwayFromZero), Shown(level, name, period, "win-rate"));
        }

        var all = new DateInterval(new(2016, 10, 1), new(2017, 12, 31));
        Check("Branch", null, all, deals);
        Assert.All(managers.Keys, agent => Check("agent", agent, all, [.. deals.Where(d => d.Agent == agent)]));
        CheckTeams(all, deals);
        for (var quarter = new Quarter(2017, 1); quarter <= new Quarter(2017, 4); quarter = quarter.Next)
        {
            var inQuarter = deals.Where(d => d.Quarter == quarter).ToArray();
            Check("Branch", null, quarter.Interval, inQuarter);
            foreach (var agent in managers.Keys)
            {
                Check("agent", agent, quarter.Interval, [.. inQuarter.Where(d => d.Agent == agent)]);
            }

            CheckTeams(quarter.Interval, inQuarter);
        }

        // Managers' names are kept nowhere; a team is recognised by its figures.
        void CheckTeams(DateInterval period, (string Agent, string Manager, Quarter Quarter, bool IsWon, decimal Value)[] own)
        {
            string Cell(string team, string measure) => kpis.Single(r => r["level"] == "team" && r["subject"] == team && r["measure"] == measure
                && r["period_from"] == LocalDatePattern.Iso.Format(period.Start) && r["period_to"] == LocalDatePattern.Iso.Format(period.End))["value"];
            var teams = kpis.Where(r => r["level"] == "team").Select(r => r["subject"]).Distinct().ToArray();
            Assert.Equal(managers.Values.Distinct().Count(), teams.Length);
            Assert.Equal(
                own.GroupBy(d => d.Manager)
                    .Select(g => (Won: g.Where(d => d.IsWon).Sum(d => d.Value), Rate: Math.Round((decimal)g.Count(d => d.IsWon) / g.Count(), 6, MidpointRounding.AwayFromZero)))
                    .Order(),
                teams.Select(t => (Won: decimal.Parse(Cell(t, "won-value"), CultureInfo.InvariantCulture), Rate: decimal.Parse(Cell(t, "win-rate"), CultureInfo.InvariantCulture))).Order());
        }
    }
}

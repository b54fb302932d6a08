using System.Text.RegularExpressions;
using ActivityMgmt.Incentives;

namespace BranchQuarter.Tests;

[Collection("sample")]
public partial class WholeRunTests(SampleRun sample)
{
    [Fact]
    public void Ends_with_exit_code_0_and_says_each_stage()
    {
        Assert.Equal(0, sample.Run.ExitCode);
        foreach (var stage in new[] { "Read and check", "Store the facts", "Open the quarter", "Replay the quarter", "Close:", "Write the outputs", "Done." })
        {
            Assert.Contains(stage, sample.Run.Console, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Leaves_a_statement_in_both_forms_for_everyone_who_was_active()
    {
        var files = sample.Run.Files.Keys;

        foreach (var agent in sample.Book.Organisation.ActiveIn(SampleRun.Q3.Interval))
        {
            Assert.Contains($"statements/{agent}.json", files);
            Assert.Contains($"statements/{agent}.md", files);
        }

        Assert.Superset(new HashSet<string> { "checkpoints.csv", "kpis.csv", "rejects.csv", "report.html" }, files.ToHashSet());
    }

    [Fact]
    public void The_report_stands_alone_and_has_its_four_charts()
    {
        var report = sample.Run.Text("report.html");

        Assert.Equal(4, report.Split("<svg ").Length - 1);
        Assert.All(["http:", "https:", "<script", "src=", "href=", "url(", "@import"], elsewhere => Assert.DoesNotContain(elsewhere, report, StringComparison.OrdinalIgnoreCase));
        Assert.All(["Goal attainment by team", "Weekly pace", "Funnel with conversion", "Pay composition by team"], chart => Assert.Contains($"<h2>{chart}</h2><svg ", report, StringComparison.Ordinal));
        Assert.Contains("<html lang=\"en\">", report, StringComparison.Ordinal);
        Assert.DoesNotContain("bq.", report, StringComparison.Ordinal); // no code without its wording
    }

    [Fact]
    public async Task In_Chinese_everything_a_person_reads_is_Chinese()
    {
        using var folder = new TemporaryFolder();
        sample.CopyTo(folder["out"]); // the database knows no language
        var chinese = await Runs.OfAsync(Runs.Data, folder["out"], "zh-CN");

        Assert.Equal(0, chinese.ExitCode);
        Assert.Contains("滨江营业部", chinese.Console, StringComparison.Ordinal);
        var report = chinese.Text("report.html");
        Assert.Contains("<html lang=\"zh-CN\">", report, StringComparison.Ordinal);
        Assert.Contains("各团队目标达成", report, StringComparison.Ordinal);
        Assert.Contains("薪酬结算单", chinese.Text("statements/E1012.md"), StringComparison.Ordinal);
        Assert.Contains("严重落后", chinese.Text("checkpoints.csv"), StringComparison.Ordinal);
        Assert.Equal(sample.Stored, Runs.Dump(chinese.Database));
        Assert.All(chinese.Files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)), f => Assert.Equal(sample.Run.Files[f.Key], f.Value)); // codes and values
        Assert.All(Readable(chinese), t => Assert.DoesNotMatch(UnspokenCode(), t.Text));
        var notes = Decisions.Read(Runs.Data).All.Select(d => d.Note).ToArray(); // the managers' own words, in both languages
        Assert.All(Readable(chinese), t => Assert.DoesNotMatch(EnglishSentence(), notes.Aggregate(t.Text, (text, note) => text.Replace(note, "", StringComparison.Ordinal))));
    }

    [Fact]
    public void No_code_and_no_placeholder_stands_where_its_wording_should() =>
        Assert.All(Readable(sample.Run), t => Assert.DoesNotMatch(UnspokenCode(), t.Text));

    [Fact]
    public void Every_amount_of_a_statement_is_readable_in_its_file_for_people()
    {
        foreach (var file in sample.Run.Files.Keys.Where(f => f.EndsWith(".json", StringComparison.Ordinal)))
        {
            var statement = StatementJson.Read(sample.Run.Text(file));
            var text = sample.Run.Text(Path.ChangeExtension(file, ".md"));
            Assert.Contains(statement.Total.Amount.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture) + " CNY", text, StringComparison.Ordinal);
            Assert.All(statement.Lines, l => Assert.Contains(l.Amount!.Value.Amount.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture) + " CNY", text, StringComparison.Ordinal));
            Assert.All(statement.Lines.SelectMany(l => l.Evidence.Facts), f => Assert.Contains($"`{f}`", text, StringComparison.Ordinal));
        }
    }

    // Everything that a person reads: the console, the report without its style sheet, and the other files except the statements' JSON.
    private static IEnumerable<(string Name, string Text)> Readable(Run run) =>
        run.Files.Keys.Where(f => !f.EndsWith(".json", StringComparison.Ordinal))
            .Select(f => (f, Markup().Replace(run.Text(f), " ")))
            .Append(("console", run.Console.Replace(run.Folder, "", StringComparison.Ordinal)));

    [GeneratedRegex(@"<style>.*?</style>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    // "status.Behind" or "{measure}": what is shown when a wording or a value is missing.
    [GeneratedRegex(@"\b(bq|status|action|goal|pay|assessment|honours|support|title|component|scorecard|compliance|evaluation|proposal|cause|smart|follow-up|unit|kpi|import|reading)\.[a-zA-Z][\w.-]+|\{[a-z]+\}")]
    private static partial Regex UnspokenCode();

    [GeneratedRegex(@"\b(the|not|was|were|are|has|have|than|there|found)\b")]
    private static partial Regex EnglishSentence();

    [Fact]
    public async Task Thirteen_weekly_checkpoints_carry_expected_actual_and_forecast()
    {
        var checkpoints = await sample.StoredAsync<Checkpoint>();

        Assert.Equal(13, checkpoints.Select(c => c.AsOf).Distinct().Count());
        Assert.All(checkpoints, c => Assert.Equal(IsoDayOfWeek.Sunday, c.AsOf.DayOfWeek));
        Assert.Equal(
            [(SubjectKind.Agent, "cases"), (SubjectKind.Agent, "fyp"), (SubjectKind.Team, "cases"), (SubjectKind.Team, "fyp"), (SubjectKind.Branch, "cases"), (SubjectKind.Branch, "fyp")],
            checkpoints.Select(c => (c.Subject.Kind, c.Measure.Value)).Distinct().Order());
        Assert.Equal(checkpoints.Count(c => c.Subject.Kind == SubjectKind.Agent && c.Measure.Value == "fyp"), sample.Run.Csv("checkpoints.csv").Count);
        Assert.All(checkpoints, c => Assert.IsType<Reading.Measured>(c.Actual));
        Assert.Contains(checkpoints, c => c.Decision is { Action: CheckpointAction.Coach });
        Assert.Contains(checkpoints, c => c.FollowUps.Any(f => f.Reason.Code == "follow-up.decision-due"));
    }

    [Fact]
    public async Task People_get_scorecards_rank_proposals_titles_offers_and_next_goals()
    {
        var evaluations = await sample.StoredAsync<Evaluation>();
        Assert.Equal(sample.Book.Organisation.ActiveIn(SampleRun.Q3.Interval), evaluations.Select(e => e.Agent));
        Assert.Contains(evaluations, e => e.Scorecard.Parts.Any(p => p.Id == "customer-feedback" && p.Score is not null));
        Assert.Contains(evaluations, e => e.Scorecard.Parts.Any(p => p.Id == "market-reaction" && p.Score is not null));

        Assert.All(await sample.StoredAsync<RankProposal>(), p => Assert.Equal(ProposalStatus.Proposed, p.Status)); // nothing takes effect by itself
        Assert.NotEmpty(await sample.StoredAsync<TitleAward>());
        Assert.NotEmpty(await sample.StoredAsync<SupportOffer>());
        Assert.All(await sample.StoredAsync<Goal>("2026Q4"), g => Assert.Equal(GoalState.Proposed, g.State));
    }

    [Fact]
    public async Task The_planted_weak_step_and_the_planted_lack_of_volume_are_named()
    {
        var causes = (await sample.StoredAsync<Checkpoint>()).Where(c => c.Cause is Cause.WeakStep).ToLookup(c => c.Subject.Id, c => (Cause.WeakStep)c.Cause!);

        Assert.Contains(causes["E1017"], c => c.Step.Value == "proposals" && c.Kind == CauseKind.Conversion);
        Assert.Contains(causes["E1023"], c => c.Step.Value == "appointments" && c.Kind == CauseKind.Volume);
    }
}

using BranchQuarter.Report;

namespace BranchQuarter.Output;

/// <summary>The files of a run. The same results give the same bytes.</summary>
internal sealed class Outputs(string folder, RunResults run, Screen screen)
{
    public void WriteAll(IReadOnlyList<RejectedRow> rejects, IProgress<double> progress)
    {
        Directory.CreateDirectory(folder);
        RejectsFile.Write(Path.Combine(folder, "rejects.csv"), rejects, screen.Texts, screen.Culture);
        CheckpointFile.Write(Path.Combine(folder, "checkpoints.csv"), run.Checkpoints, run.Names, screen);
        progress.Report(0.2);
        KpiFile.Write(Path.Combine(folder, "kpis.csv"), run.Readings, run.Profile, run.Branch, run.Names, screen);
        progress.Report(0.5);
        WriteStatements(Path.Combine(folder, "statements"));
        progress.Report(0.8);
        Files.Write(Path.Combine(folder, "report.html"), HtmlReport.Write(new ReportBuilder(run, screen).Build(), screen.Culture, screen.Word));
    }

    private void WriteStatements(string statements)
    {
        foreach (var statement in run.Statements)
        {
            var file = Path.Combine(statements, statement.Agent.Value);
            Files.Write(file + ".json", StatementJson.Write(statement));
            Files.Write(file + ".md", StatementMarkdown.Write(statement, screen.Texts, run.Names.Agents, screen.Culture));
        }
    }
}

namespace BranchQuarter.Stages;

/// <summary>The CRM's files become stored facts: everything is read and checked first, then stored delivery by delivery.</summary>
internal sealed class IntakeStage(FactRecording recording, Screen screen)
{
    /// <summary>Reads the whole folder without touching the database.</summary>
    public static ImportResult Read(string folder, MappingDocument mapping, KnownReferences known, IProgress<double> progress, CancellationToken cancellation) =>
        CrmFolder.Read(folder, mapping, known, new FilesRead(progress), cancellation);

    public async Task<IntakeSummary> StoreAsync(CallContext call, ImportResult import, IProgress<double> progress, CancellationToken cancellation)
    {
        var results = new List<IntakeResult>();
        foreach (var delivery in import.Deliveries)
        {
            results.Add(await recording.RecordAsync(call, delivery, cancellation).OrThrow());
            progress.Report((double)results.Count / import.Deliveries.Count);
        }

        var conflicts = results.SelectMany(r => r.Conflicts).Select(c => new RejectedRow
        {
            Place = c.Place ?? new SourcePlace("-", 0),
            Reason = Reason.Of("bq.conflict", ("id", c.Fact.Origin.Id), ("revision", c.Fact.Origin.Revision)),
            IsTolerated = true,
        });
        return new(
            import.Files.Sum(f => f.RowsRead),
            results.Sum(r => r.Added),
            results.Sum(r => r.Revised),
            results.Sum(r => r.Repeated + r.Stale),
            results.Sum(r => r.Conflicts.Count),
            [.. import.Rejects.Concat(conflicts)]);
    }

    public void Tell(IntakeSummary summary)
    {
        screen.Line("bq.intake.rows", ("rows", summary.Rows), ("facts", summary.Added + summary.Revised + summary.Known + summary.Conflicts), ("added", summary.Added), ("revised", summary.Revised), ("known", summary.Known));
        if (summary.Rejects.Count > 0)
        {
            screen.Line("bq.intake.rejects", ("rejects", summary.Rejects.Count));
        }
    }

    private sealed class FilesRead(IProgress<double> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(value.FilesTotal == 0 ? 0d : (double)value.FilesDone / value.FilesTotal);
    }
}

/// <summary>What the intake did.</summary>
internal sealed record IntakeSummary(int Rows, int Added, int Revised, int Known, int Conflicts, IReadOnlyList<RejectedRow> Rejects);

using NodaTime.Text;

namespace BranchQuarter.Output;

/// <summary><c>checkpoints.csv</c>: one row a checkpoint.</summary>
internal static class CheckpointFile
{
    private static readonly string[] Header =
    [
        "as_of", "agent", "name", "team", "measure", "target", "expected", "actual", "forecast", "forecast_low", "forecast_high",
        "status", "needed_per_day", "cause", "proposals", "follow_ups", "decision", "decided_by", "decision_note",
    ];

    public static void Write(string path, IReadOnlyList<Checkpoint> checkpoints, Names names, Screen screen) =>
        CsvTable.Write(path, Header, checkpoints.Select(c => Row(c, names, screen)));

    /// <summary>The cause in words.</summary>
    public static string Explain(Cause? cause, Screen screen) => cause switch
    {
        null => "",
        Cause.WeakStep { Kind: CauseKind.Volume } weak => screen.Say(
            "bq.cause.volume", ("measure", weak.Step), ("actual", weak.Actual), ("usual", weak.Usual), ("sample", weak.SampleSize), ("basis", ReasonValue.Term("bq.basis." + weak.Basis))),
        Cause.WeakStep weak => screen.Say(
            "bq.cause.conversion", ("measure", weak.Step), ("actual", weak.Actual), ("usual", weak.Usual), ("sample", weak.SampleSize), ("basis", ReasonValue.Term("bq.basis." + weak.Basis))),
        Cause.NoSingleCause none => screen.Say(none.Reason),
        Cause.NoData none => screen.Say(none.Reason),
        _ => "",
    };

    private static string[] Row(Checkpoint c, Names names, Screen screen)
    {
        var forecast = c.Forecast as Forecast.Made;
        return
        [
            LocalDatePattern.Iso.Format(c.AsOf),
            c.Subject.Id,
            names.Of(c.Subject.Agent),
            c.Team?.Value ?? "",
            c.Measure.Value,
            CsvTable.Number(c.Target, Rounding.Cents),
            CsvTable.Number(c.Expected, Rounding.Cents),
            CsvTable.Number((c.Actual as Reading.Measured)?.Value, Rounding.Cents),
            CsvTable.Number(forecast?.Expected, Rounding.Cents),
            CsvTable.Number(forecast?.Low, Rounding.Cents),
            CsvTable.Number(forecast?.High, Rounding.Cents),
            screen.Word($"status.{c.Status}"),
            CsvTable.Number(c.NeededPerDay, Rounding.Cents),
            Explain(c.Cause, screen),
            string.Join(" | ", c.Proposals.Select(screen.Say)),
            string.Join(" | ", c.FollowUps.Select(f => screen.Say(f.Reason))),
            c.Decision is { } d ? screen.Word($"action.{d.Action}") : "",
            c.Decision?.By.Value ?? "",
            c.Decision?.Note ?? "",
        ];
    }
}

namespace ActivityMgmt.Domain.Tests;

/// <summary>The guide's code, compiled: from a computed evaluation to one that people settled.</summary>
internal static class EvaluationExample
{
    public static async Task<Evaluation> SettleAsync(
        Evaluating evaluating, QuarterClosing closing, CallContext manager, CallContext agent, CallContext director, LocalDate today, CancellationToken cancellation)
    {
        // docs:start evaluation
        var calibration = await evaluating.CalibrationAsync(director, closing.Quarter, today, cancellation: cancellation).OrThrow(); // supervisors side by side; suggestions only
        var first = calibration.Suggestions[0];
        var key = Evaluation.KeyOf(closing.Quarter.ToString(), first.Agent);

        var whole = await evaluating.GetAsync(manager, key, today, cancellation).OrThrow();                   // goals, scorecard, actions, notes: for the screen
        await evaluating.CalibrateAsync(manager, key, first.Suggested, today, "compared with the other teams", cancellation).OrThrow();
        await evaluating.ConfirmAsync(manager, key, today, "talked it over", cancellation).OrThrow();         // an adverse one takes a named person
        await evaluating.ContestAsync(agent, key, today, "my leave was not counted", cancellation).OrThrow(); // within 15 days
        var settled = await evaluating.SettleAsync(director, key, revisedTotal: 72m, today, "leave counted", cancellation).OrThrow();
        // docs:end evaluation
        Console.WriteLine(whole.Scorecard.Total);
        return settled;
    }
}

namespace ActivityMgmt.Incentives;

/// <summary>Works out the lines of a <see cref="RateComponent"/>.</summary>
internal static class RateCalculation
{
    /// <summary>The lines of a quarter: premium that counted in it, that ended in it before it counted, and that still waits at its end.</summary>
    public static ComponentResult Calculate(RateComponent component, PayRun run)
    {
        var period = run.Days;
        var lines = new List<StatementLine>();
        var keptOut = new HashSet<FactReference>();
        foreach (var premium in run.Premiums.Where(p => p.Date <= period.End))
        {
            var policy = run.Book.Policy(premium.Policy)!;
            if (!component.Covers(premium, policy))
            {
                continue;
            }

            var events = run.Book.EventsOf(premium.Policy).ToArray();
            var commission = CommissionCalculation.Assess(component, run, premium, policy, events, period.End);
            if (commission.Day is not { } day || period.Contains(day))
            {
                lines.Add(Line(component, commission));
            }

            keptOut.UnionWith(KeptOut(component, commission, events, period));
        }

        return new(lines, [.. keptOut]);
    }

    // Premium that would have counted in the quarter but for the end of its policy; and premium that counted before it, where a second call-back or receipt
    // in the quarter would have let it count then.
    private static IEnumerable<FactReference> KeptOut(RateComponent component, Commission commission, IReadOnlyList<PolicyEventFact> events, DateInterval period)
    {
        if (commission.CountsOn is not { } on)
        {
            return [];
        }

        if (period.Contains(on))
        {
            return commission.Stage == CommissionStage.Ended ? commission.Facts : [];
        }

        var again = component.CountingEvents
            .Select(kind => events.FirstOrDefault(e => e.Event == kind && period.Contains(e.Date)))
            .OfType<PolicyEventFact>()
            .Select(e => e.Reference)
            .ToArray();
        return again.Length == 0 ? [] : commission.Facts.Concat(again);
    }

    private static StatementLine Line(RateComponent component, Commission commission) => new()
    {
        Id = $"{component.Id}/{commission.Premium.Policy}/{commission.Premium.Origin.Source}/{commission.Premium.Origin.Id}",
        Component = component.Id,
        Outcome = commission.Outcome,
        Amount = commission.Amount,
        Reason = commission.Reason,
        Trace = commission.Trace,
        Evidence = new([], commission.Facts),
    };
}

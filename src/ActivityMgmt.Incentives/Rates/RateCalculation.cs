namespace ActivityMgmt.Incentives;

/// <summary>Works out the lines of a <see cref="RateComponent"/>.</summary>
internal static class RateCalculation
{
    /// <summary>The lines of a quarter: premium that counted in it, that ended in it before it counted, and that still waits at its end.</summary>
    public static ComponentResult Calculate(RateComponent component, PayRun run)
    {
        var period = run.Period.Interval;
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

            if (!IsDueIn(commission, period))
            {
                keptOut.UnionWith(events
                    .Where(e => IsDueIn(CommissionCalculation.Assess(component, run, premium, policy, [.. events.Where(x => x != e)], period.End), period))
                    .Select(e => e.Reference));
            }
        }

        return new(lines, [.. keptOut]);
    }

    private static bool IsDueIn(Commission commission, DateInterval period) => commission.IsCountedAndDue && period.Contains(commission.Day!.Value);

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

namespace ActivityMgmt.Incentives;

/// <summary>Works out the lines of a <see cref="ClawbackComponent"/>.</summary>
/// <remarks>
/// What is due back after an event is the commission counted up to it, at the rate that the plan in force now gives it, times the share of the schedule; less what earlier events of
/// the policy took already. So commission is taken back once at most, whichever period it was counted in.
/// </remarks>
internal static class ClawbackCalculation
{
    /// <summary>The lines of a quarter.</summary>
    public static ComponentResult Calculate(ClawbackComponent component, PayRun run)
    {
        var lines = new List<StatementLine>();
        var keptOut = new HashSet<FactReference>();
        foreach (var last in run.Events.Where(e => component.On.Contains(e.Event) && run.Days.Contains(e.Date)))
        {
            var line = Line(component, run, last);
            lines.Add(line);
            if (line.Outcome == LineOutcome.NotEarned)
            {
                keptOut.UnionWith(line.Evidence.Facts);
            }
        }

        return new(lines, [.. keptOut]);
    }

    private static StatementLine Line(ClawbackComponent component, PayRun run, PolicyEventFact last)
    {
        var policy = run.Book.Policy(last.Policy)!;
        var events = run.Book.EventsOf(last.Policy).TakeWhile(e => e != last).Append(last).ToArray();
        var taken = Take(component, run, policy, events);
        return new()
        {
            Id = $"{component.Id}/{last.Policy}/{last.Origin.Source}/{last.Origin.Id}",
            Component = component.Id,
            Outcome = taken.Outcome,
            Amount = taken.Outcome == LineOutcome.Undecided ? null : -taken.Amount,
            Reason = taken.Reason,
            Trace = taken.Trace,
            Evidence = new([], [last.Reference, policy.Reference, .. taken.Facts]),
        };
    }

    // What the last of the events takes back, after the earlier ones took theirs.
    private static Taken Take(ClawbackComponent component, PayRun run, PolicyFact policy, PolicyEventFact[] events)
    {
        var rates = (RateComponent)run.Plan.Components.First(c => c.Id == component.Of);
        var opening = run.Opening.Policies.GetValueOrDefault(policy.Policy);
        var takenBefore = opening?.TakenBack ?? run.Zero;
        var result = new Taken(LineOutcome.NotEarned, run.Zero, Reason.Of("pay.not-earned.nothing-counted"), [], []);
        var took = new List<FactReference>();
        for (var i = 0; i < events.Length; i++)
        {
            if (!component.On.Contains(events[i].Event))
            {
                continue;
            }

            var ended = events[i];
            var upToHere = events.Take(i + 1).ToHashSet();
            // On one day counting comes first: a call-back of the same day is there, whichever of the two was booked first.
            var known = run.Book.EventsOf(policy.Policy)
                .Where(e => upToHere.Contains(e) || (e.Date == ended.Date && !component.On.Contains(e.Event)))
                .ToArray();
            var premiums = run.Book.PremiumsOf(policy.Policy)
                .Where(p => p.Date <= ended.Date && rates.Covers(p, policy))
                .Select(p => CommissionCalculation.Assess(rates, run, p, policy, known, ended.Date))
                .ToArray();
            result = After(component, run, policy, events[i], premiums, opening?.Paid, takenBefore);
            takenBefore += result.Amount;
            if (result.Amount.Amount != 0m)
            {
                took.AddRange(result.Facts);
            }
        }

        // What took something earlier is behind what is left for this one.
        return result with { Facts = [.. result.Facts, .. took] };
    }

    private static Taken After(
        ClawbackComponent component, PayRun run, PolicyFact policy, PolicyEventFact ended, IReadOnlyList<Commission> premiums, Money? paidBefore, Money takenBefore)
    {
        FactReference[] facts = [ended.Reference, .. premiums.SelectMany(c => c.Facts)];
        var counted = premiums.Where(c => c.Stage == CommissionStage.Counted).ToArray();
        var trace = new List<Reason>
        {
            Reason.Of("pay.step.ended", ("policy", policy.Policy.Value), ("event", ReasonValue.Term(PayTrace.EventCode(ended.Event))), ("date", ended.Date)),
        };
        trace.AddRange(premiums.Select(c => c.Outcome switch
        {
            _ when c.Stage != CommissionStage.Counted => Reason.Of("pay.step.original-not-counted", ("premium", c.Premium.Origin.Id)),
            LineOutcome.Earned => Reason.Of("pay.step.original", ("premium", c.Premium.Origin.Id), ("commission", c.Amount!.Value), ("date", c.Day!.Value)),
            LineOutcome.Undecided => c.Reason,
            _ => Reason.Of("pay.step.original-not-paid", ("premium", c.Premium.Origin.Id), ("date", c.Day!.Value)),
        }));
        if (paidBefore is { } before)
        {
            trace.Add(Reason.Of("pay.step.opening-paid", ("commission", before)));
        }

        if (counted.FirstOrDefault(c => c.Outcome == LineOutcome.Undecided) is { } undecided)
        {
            return new(LineOutcome.Undecided, run.Zero, undecided.Reason, trace, facts);
        }

        var original = counted.Where(c => c.Outcome == LineOutcome.Earned).Aggregate(paidBefore ?? run.Zero, (sum, c) => sum + c.Amount!.Value);
        if (original.Amount == 0m)
        {
            return new(LineOutcome.NotEarned, run.Zero, Reason.Of("pay.not-earned.nothing-counted"), trace, facts);
        }

        if (Share(component, policy, ended, trace) is not { } share)
        {
            return new(LineOutcome.Undecided, run.Zero, trace[^1], trace, facts);
        }

        var exact = Quantity.Of(original) * share;
        trace.Add(Reason.Of("pay.step.product", ("amount", original), ("percent", share * 100m), ("exact", exact.ToDecimal())));
        var due = run.Rounded(exact);
        trace.Add(PayTrace.Rounding(run.Plan.Rounding, due));
        if (takenBefore.Amount != 0m)
        {
            trace.Add(Reason.Of("pay.step.taken-before", ("amount", takenBefore)));
        }

        return due > takenBefore
            ? new(LineOutcome.Earned, due - takenBefore, Reason.Of("pay.earned.clawback", ("event", ReasonValue.Term(PayTrace.EventCode(ended.Event))), ("date", ended.Date)), trace, facts)
            : new(LineOutcome.NotEarned, run.Zero, Reason.Of("pay.not-earned.nothing-left"), trace, facts);
    }

    private static decimal? Share(ClawbackComponent component, PolicyFact policy, PolicyEventFact ended, List<Reason> trace)
    {
        if (ended.Event == PolicyEventKind.CancelledInCoolingOff)
        {
            trace.Add(Reason.Of("pay.step.cooling-off-share"));
            return 1m;
        }

        if (policy.EffectiveOn is not { } effective || effective > ended.Date)
        {
            trace.Add(Reason.Of("pay.undecided.no-effective-date", ("policy", policy.Policy.Value)));
            return null;
        }

        var months = Period.Between(effective, ended.Date, PeriodUnits.Months).Months;
        if (component.Schedule.Find(Quantity.Count(months)) is { } band)
        {
            trace.Add(Reason.Of("pay.step.months-share", ("months", months), ("band", PayTrace.Shown(band, component.Schedule.Bounds)), ("percent", band.Value * 100m)));
            return band.Value;
        }

        trace.Add(Reason.Of("pay.step.months-outside", ("months", months)));
        return component.Schedule.Gap == BandGap.Zero ? 0m : null;
    }

    private sealed record Taken(LineOutcome Outcome, Money Amount, Reason Reason, IReadOnlyList<Reason> Trace, IReadOnlyList<FactReference> Facts);
}

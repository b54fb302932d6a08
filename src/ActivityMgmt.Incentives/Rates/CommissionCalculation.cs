namespace ActivityMgmt.Incentives;

/// <summary>Works out what one premium is worth, and when.</summary>
internal static class CommissionCalculation
{
    /// <summary>What a premium is worth as it stands at the end of a day.</summary>
    /// <param name="component">What is paid.</param>
    /// <param name="run">The agent's run.</param>
    /// <param name="premium">The premium.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="events">The policy's events, in canonical order; those after <paramref name="asOf"/> are left aside.</param>
    /// <param name="asOf">The day, included.</param>
    public static Commission Assess(
        RateComponent component, PayRun run, PremiumFact premium, PolicyFact policy, IReadOnlyList<PolicyEventFact> events, LocalDate asOf)
    {
        var facts = new List<FactReference> { premium.Reference, policy.Reference };
        var trace = new List<Reason>
        {
            Reason.Of("pay.step.premium", ("premium", premium.Origin.Id), ("amount", premium.Amount), ("year", premium.PolicyYear), ("date", premium.Date)),
            Reason.Of("pay.step.policy", ("policy", policy.Policy.Value), ("product", policy.Product), ("years", policy.PaymentYears), ("submitted", policy.Date)),
        };
        var conditions = CountingConditions.Of(component, run, premium, policy, events, asOf);
        facts.AddRange(conditions.SelectMany(c => c.Facts));
        trace.AddRange(conditions.Select(c => c.Step));

        var waiting = conditions.FirstOrDefault(c => c.IsMissing)?.Step;
        LocalDate? counted = waiting is null ? conditions.Select(c => c.Date).Aggregate(premium.Date, (latest, d) => d is { } date && date > latest ? date : latest) : null;
        if (Status(component, events, counted, asOf) is { } status)
        {
            facts.Add(status.Reference);
            if (PolicyLifeCycle.EndsCover(status.Event))
            {
                return NotDue(status, counted);
            }

            trace.Add(Reason.Of("pay.step.in-force-again", ("date", status.Date)));
        }

        var eligibility = run.EligibilityIn(counted is { } on ? run.Fiscal.QuarterOf(on) : run.Period);
        facts.AddRange(eligibility.Facts);
        trace.Add(eligibility.Reason);
        var rate = component.FlatRate;
        if (premium.Amount.Currency != run.Plan.Currency)
        {
            rate = null;
            trace.Add(Reason.Of("pay.undecided.currency", ("amount", premium.Amount), ("currency", run.Plan.Currency)));
        }
        else if (component.Table is { } table)
        {
            var row = table.Find(premium, policy);
            rate = row?.Rate;
            trace.Add(row is null
                ? Reason.Of("pay.undecided.no-rate", ("table", table.Name), ("product", policy.Product), ("years", policy.PaymentYears), ("year", premium.PolicyYear))
                : Reason.Of("pay.step.rate-from-table", ("table", table.Name), ("row", row.Number), ("percent", row.Rate * 100m)));
        }
        else
        {
            trace.Add(Reason.Of("pay.step.rate", ("percent", rate!.Value * 100m)));
        }

        Money? amount = null;
        if (rate is { } r)
        {
            var exact = Quantity.Of(premium.Amount) * r;
            amount = run.Rounded(exact);
            trace.Add(Reason.Of("pay.step.product", ("amount", premium.Amount), ("percent", r * 100m), ("exact", exact.ToDecimal())));
            trace.Add(PayTrace.Rounding(run.Plan.Rounding, amount.Value));
        }

        var missingRate = rate is null ? trace[^1] : null;
        return Commission(
            eligibility.Holds == false ? (LineOutcome.NotEarned, run.Zero, eligibility.Reason)
            : waiting is not null ? (LineOutcome.Held, amount, waiting)
            : eligibility.Holds is null ? (LineOutcome.Undecided, null, eligibility.Reason)
            : missingRate is not null ? (LineOutcome.Undecided, null, missingRate)
            : (LineOutcome.Earned, amount, Reason.Of("pay.earned.commission", ("policy", policy.Policy.Value), ("date", counted!.Value))),
            counted is null ? CommissionStage.Waiting : CommissionStage.Counted,
            counted);

        Commission NotDue(PolicyEventFact status, LocalDate? counted)
        {
            // In the mode that recomputes the origin, a later cancellation empties the period in which the premium counted; otherwise it shows in its own.
            var isLater = counted is { } on && status.Date >= on;
            var reason = Reason.Of(
                isLater ? "pay.not-earned.cancelled-later" : "pay.not-earned.ended-before-counted",
                ("event", ReasonValue.Term(PayTrace.EventCode(status.Event))), ("date", status.Date), ("id", status.Origin.Id));
            return Commission((LineOutcome.NotEarned, run.Zero, reason), CommissionStage.Ended, isLater ? counted : status.Date);
        }

        Commission Commission((LineOutcome Outcome, Money? Amount, Reason Reason) result, CommissionStage stage, LocalDate? day) => new()
        {
            Premium = premium,
            Stage = stage,
            Day = day,
            CountsOn = counted,
            Outcome = result.Outcome,
            Amount = result.Amount,
            Reason = result.Reason,
            Trace = trace,
            Facts = facts,
        };
    }

    // The event that says whether the policy was in force: the last one before the day of counting, or up to now while the premium waits. On the day itself
    // counting comes first: what ends that day is counted and clawed back. Recomputing the origin looks ahead to a cancellation in the cooling-off period.
    private static PolicyEventFact? Status(RateComponent component, IReadOnlyList<PolicyEventFact> events, LocalDate? counted, LocalDate asOf)
    {
        if (component.Corrections == CorrectionMode.RecomputeOrigin
            && events.FirstOrDefault(e => e.Event == PolicyEventKind.CancelledInCoolingOff) is { } cancelled)
        {
            return cancelled;
        }

        return events.LastOrDefault(e => PolicyLifeCycle.ChangesCover(e.Event) && (counted is { } on ? e.Date < on : e.Date <= asOf));
    }
}

namespace ActivityMgmt.Domain;

/// <summary>Follows opportunities through a sales process.</summary>
/// <param name="process">The process. A stage that it doesn't have is a finding, and doesn't move the opportunity.</param>
public sealed class Opportunities(SalesProcess process)
{
    /// <summary>Every opportunity that had entered a stage by a day, sorted by id.</summary>
    public IReadOnlyList<OpportunityState> On(FactBook facts, LocalDate date)
    {
        Guard.Against.Null(facts);
        return
        [
            .. facts.Opportunities
                .Where(o => o.Date <= date)
                .GroupBy(o => o.Opportunity)
                .OrderBy(g => g.Key.Value, StringComparer.Ordinal)
                .Select(g => Fold(facts, [.. g], date))
                .OfType<OpportunityState>(),
        ];
    }

    /// <summary>The weighted value of open opportunities, by agent and stage: sorted by agent, then in the order of the process.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="date">The day.</param>
    /// <param name="currency">The currency; opportunities in another one, or without a value, are counted but add nothing.</param>
    public IReadOnlyList<PipelineLine> Pipeline(FactBook facts, LocalDate date, string currency)
    {
        var zero = Quantity.Of(Money.Zero(currency));
        return
        [
            .. On(facts, date)
                .Where(o => o.Stage.Outcome == StageOutcome.Open)
                .GroupBy(o => (o.Agent, o.Stage.Id))
                .OrderBy(g => g.Key.Agent.Value, StringComparer.Ordinal)
                .ThenBy(g => process.PositionOf(g.First().Stage))
                .Select(g => new PipelineLine(
                    g.Key.Agent,
                    g.Key.Id,
                    g.Count(),
                    g.Count(o => o.IsStale),
                    g.Count(o => o.Value?.Currency != currency),
                    g.Where(o => o.Value?.Currency == currency).Aggregate(zero, (sum, o) => sum + Quantity.Of(o.Value!.Value)),
                    g.Where(o => o.Value?.Currency == currency).Aggregate(zero, (sum, o) => sum + o.WeightedValue!.Value))),
        ];
    }

    private OpportunityState? Fold(FactBook facts, IReadOnlyList<OpportunityFact> entries, LocalDate date)
    {
        OpportunityState? state = null;
        var findings = new List<Finding>();
        foreach (var entry in entries)
        {
            if (process.Find(entry.Stage) is not { } stage)
            {
                findings.Add(new(Severity.Warn, Reason.Of("opportunity.unknown-stage", ("opportunity", entry.Opportunity.Value), ("stage", entry.Stage), ("date", entry.Date))));
                continue;
            }

            findings.AddRange(Check(facts, entries, entry, state, stage));
            var isNew = state is null || state.Stage.Id != stage.Id;
            state = new()
            {
                Opportunity = entry.Opportunity,
                Agent = entry.Agent,
                Customer = entry.Customer ?? state?.Customer,
                Stage = stage,
                Since = isNew ? entry.Date : state!.Since,
                Began = state?.Began ?? entry.Date,
                DaysInStage = Period.DaysBetween(isNew ? entry.Date : state!.Since, date),
                Value = entry.Value ?? state?.Value,
                Probability = stage.Outcome == StageOutcome.Open ? Math.Clamp(entry.Probability ?? stage.Probability, 0m, 1m) : stage.Probability,
                LostBecause = stage.Outcome == StageOutcome.Lost ? entry.LostBecause : null,
                Findings = [],
                Facts = [],
            };
        }

        return state is null ? null : state with { Findings = findings, Facts = [.. entries.Select(e => e.Reference)] };
    }

    private IEnumerable<Finding> Check(FactBook facts, IReadOnlyList<OpportunityFact> entries, OpportunityFact entry, OpportunityState? before, SalesStage stage)
    {
        if (before is not null && before.Stage.Outcome != StageOutcome.Open && before.Stage.Id != stage.Id)
        {
            yield return new(Severity.Warn, Reason.Of(
                "opportunity.moved-after-end", ("opportunity", entry.Opportunity.Value), ("from", before.Stage.Id), ("to", stage.Id), ("date", entry.Date)));
        }

        var isForward = before is not null && process.IsForward(before.Stage, stage);
        var conditions = stage.Entry.Concat(isForward && stage.Outcome != StageOutcome.Lost ? before!.Stage.Exit : []);
        foreach (var condition in conditions.Distinct().Where(c => !IsMet(c, facts, entries, entry)))
        {
            yield return new(Severity.Warn, Reason.Of(
                "opportunity.condition-missing", ("opportunity", entry.Opportunity.Value), ("stage", stage.Id), ("condition", condition.Code), ("date", entry.Date)));
        }
    }

    private static bool IsMet(StageCondition condition, FactBook facts, IReadOnlyList<OpportunityFact> entries, OpportunityFact entry)
    {
        var known = entries.TakeWhile(e => e != entry).Append(entry).ToArray();
        var customer = known.LastOrDefault(e => e.Customer is not null)?.Customer;
        return condition switch
        {
            StageCondition.HasCustomer => customer is not null,
            StageCondition.HasValue => known.Any(e => e.Value is not null),
            StageCondition.HasProduct => known.Any(e => e.Product is not null),
            StageCondition.HasActivity a => facts.Lookups.ActivitiesFor(entry.Opportunity).Any(x => TookPlace(x, a.Activity, entry.Date))
                || (customer is { } with && facts.Lookups.ActivitiesWith(with).Any(x => x.Date >= known[0].Date && TookPlace(x, a.Activity, entry.Date))),
            StageCondition.HasConsent c => customer is { } id && Consents.Of(facts, id, c.Purpose, entry.Date) == ConsentStatus.Given,
            _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
        };
    }

    private static bool TookPlace(ActivityFact activity, string kind, LocalDate until) =>
        activity.Activity == kind && activity.Date <= until && activity.Outcome is not ("missed" or "cancelled");
}

/// <summary>The open opportunities of an agent in a stage.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Stage">The stage's code.</param>
/// <param name="Opportunities">How many there are.</param>
/// <param name="Stale">How many of them have been there for too long.</param>
/// <param name="WithoutValue">How many of them add nothing, for want of a value in the currency.</param>
/// <param name="Value">The sum of their values, exact.</param>
/// <param name="Weighted">The sum of value × probability, exact.</param>
public sealed record PipelineLine(AgentId Agent, string Stage, int Opportunities, int Stale, int WithoutValue, Quantity Value, Quantity Weighted);

namespace ActivityMgmt.Kpi;

/// <summary>A measure over the facts of one selection.</summary>
internal abstract class FactMeasure(MeasureDescription description, ISelection selection) : Measure(description)
{
    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period)
    {
        var selected = readings.Select(selection);
        return Read(readings, selected.In(subject, period), (counts, used) => Evidence.Deferred(
            counts,
            () => used.SelectMany(f => f.References(subject.Kind)).Concat(selected.HeldBack(subject, period))), period);
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about)
    {
        var contexts = readings.Contexts;
        foreach (var (fact, reason) in NotUsed(readings, readings.Select(selection).In(subject, period)))
        {
            if (about is not { } key || contexts.IsAbout(fact, key))
            {
                yield return Excluded(fact, period, [reason]);
            }
        }

        foreach (var fact in selection.Facts(contexts))
        {
            if ((about is not { } key || contexts.IsAbout(fact, key))
                && Exclusion.Of(fact, selection.Explain(fact, contexts), contexts, subject, period, isAskedFor: about is not null) is { } reasons)
            {
                yield return Excluded(fact, period, reasons);
            }
        }
    }

    public override Func<BatchCell, Reading>? InBatch(BatchPlan plan) => selection.InBatch(plan) is { } rows ? InBatch(rows) : null;

    /// <summary>How it is read from what a batch adds up over its rows; null when a batch can't.</summary>
    protected virtual Func<BatchCell, Reading>? InBatch(BatchSelection rows) => null;

    /// <summary>Facts that count for a subject in a period but make no difference to the value, and why.</summary>
    protected virtual IEnumerable<(Fact Fact, Reason Reason)> NotUsed(KpiReadings readings, ArraySegment<SelectedFact> facts) => [];

    protected abstract Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period);

    /// <summary>How many facts there are: one that several sellers share is one.</summary>
    protected static int Distinct(ArraySegment<SelectedFact> facts) => facts.Any(f => f.IsByRole) ? facts.DistinctBy(f => f.Fact.Key).Count() : facts.Count;

    /// <summary>Evidence from counts and the facts that were used, which must stay as they are; facts that hold others back are added.</summary>
    protected delegate Evidence EvidenceOf(IEnumerable<KeyValuePair<string, decimal>> counts, IEnumerable<SelectedFact> used);
}

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

    protected abstract Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period);

    /// <summary>How many facts there are: one that several sellers share is one.</summary>
    protected static int Distinct(ArraySegment<SelectedFact> facts) => facts.Any(f => f.IsByRole) ? facts.DistinctBy(f => f.Fact.Key).Count() : facts.Count;

    /// <summary>Evidence from counts and the facts that were used, which must stay as they are; facts that hold others back are added.</summary>
    protected delegate Evidence EvidenceOf(IEnumerable<KeyValuePair<string, decimal>> counts, IEnumerable<SelectedFact> used);
}

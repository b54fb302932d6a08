namespace ActivityMgmt.Kpi;

/// <summary><c>count</c>: how many facts there are. None is a measured zero.</summary>
internal sealed class CountMeasure(MeasureDescription description, ISelection selection) : FactMeasure(description, selection)
{
    public static Measure Compile(MeasureForm form) => new CountMeasure(form.Describe(Unit.Count, isAdditive: true), form.Filter(null));

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period) =>
        Measured(facts.Count, evidence([new("facts", facts.Count)], facts));
}

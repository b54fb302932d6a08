namespace ActivityMgmt.Kpi;

/// <summary><c>distinct</c>: how many different values a field has; facts without one don't count. None is a measured zero.</summary>
internal sealed class DistinctMeasure(MeasureDescription description, ISelection selection) : FactMeasure(description, selection)
{
    public static Measure Compile(MeasureForm form) => new DistinctMeasure(form.Describe(Unit.Count, isAdditive: false), form.Filter(form.Field()));

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period) =>
        Measured(facts.Select(f => f.Value).Distinct().Count(), evidence([new("facts", Distinct(facts))], facts));

    protected override Func<BatchCell, Reading> InBatch(BatchSelection rows)
    {
        var (values, facts) = (rows.Distinct(), rows.FactsWithCode());
        return cell => Measured(cell[values], cell.Evidence(Id, [new("facts", cell[facts])]));
    }
}

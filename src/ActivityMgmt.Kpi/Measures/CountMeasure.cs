namespace ActivityMgmt.Kpi;

/// <summary><c>count</c>: how many facts there are; with shares, the sum of the shares. None is a measured zero.</summary>
internal sealed class CountMeasure(MeasureDescription description, ISelection selection) : FactMeasure(description, selection)
{
    public static Measure Compile(MeasureForm form) => new CountMeasure(form.Describe(Unit.Count, isAdditive: true), form.Filter(null));

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period) =>
        Measured(facts.Sum(f => f.Share), evidence([new("facts", Distinct(facts))], facts));

    protected override Func<BatchCell, Reading> InBatch(BatchSelection rows)
    {
        var (value, facts) = (rows.CountByShare(), rows.Facts());
        return cell => Measured(value(cell), cell.Evidence(Id, [new("facts", cell[facts])]));
    }
}

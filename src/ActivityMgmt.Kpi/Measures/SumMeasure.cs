namespace ActivityMgmt.Kpi;

/// <summary><c>sum</c>: the sum of a number over the facts that have one, each by its share. None is a measured zero.</summary>
internal sealed class SumMeasure(MeasureDescription description, ISelection selection) : FactMeasure(description, selection)
{
    public static Measure Compile(MeasureForm form)
    {
        var of = form.NumberField();
        return new SumMeasure(form.Describe(of?.Name.Unit, isAdditive: true), form.Filter(of));
    }

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period) =>
        Measured(facts.Sum(f => f.Value.Number.ToDecimal() * f.Share), evidence([new("facts", Distinct(facts))], facts));

    protected override Func<BatchCell, Reading> InBatch(BatchSelection rows)
    {
        var (sum, facts) = (rows.Sum(), rows.FactsWithNumber());
        return cell => Measured(sum(cell), cell.Evidence(Id, [new("facts", cell[facts])]));
    }
}

namespace ActivityMgmt.Kpi;

/// <summary><c>average</c>: the exact mean of a number over the facts that have one. None is no data.</summary>
internal sealed class AverageMeasure(MeasureDescription description, ISelection selection) : FactMeasure(description, selection)
{
    public static Measure Compile(MeasureForm form)
    {
        var of = form.NumberField();
        return new AverageMeasure(form.Describe(of?.Name.Unit, isAdditive: false), form.Filter(of));
    }

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period) =>
        Mean(facts.Sum(f => f.Value.Number.ToDecimal()), facts.Count, counts => evidence(counts, facts), period);

    protected override Func<BatchCell, Reading> InBatch(BatchSelection rows)
    {
        var (sum, facts) = (rows.Sum(), rows.FactsWithNumber());
        return cell => Mean(sum(cell), cell[facts], counts => cell.Evidence(Id, counts), cell.Period);
    }

    private Reading Mean(decimal sum, long facts, Func<IEnumerable<KeyValuePair<string, decimal>>, Evidence> evidence, DateInterval period)
    {
        var behind = evidence([new("sum", sum), new("facts", facts)]);
        return facts == 0
            ? new Reading.NoData(Reason.Of("kpi.nothing-to-average", ("measure", Id), ("period", ReasonValue.Period(period))), behind)
            : new Reading.Measured(Quantity.Fraction(sum, facts, Description.Unit), behind);
    }
}

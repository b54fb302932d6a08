namespace ActivityMgmt.Kpi;

/// <summary><c>average</c>: the exact mean of a number over the facts that have one. None is no data.</summary>
internal sealed class AverageMeasure(MeasureDescription description, ISelection selection) : FactMeasure(description, selection)
{
    public static Measure Compile(MeasureForm form)
    {
        var of = form.NumberField();
        return new AverageMeasure(form.Describe(of?.Name.Unit, isAdditive: false), form.Filter(of));
    }

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period)
    {
        var sum = facts.Sum(f => f.Value.Number.ToDecimal());
        var behind = evidence([new("sum", sum), new("facts", facts.Count)], facts);
        return facts.Count == 0
            ? new Reading.NoData(Reason.Of("kpi.nothing-to-average", ("measure", Id), ("period", ReasonValue.Period(period))), behind)
            : new Reading.Measured(Quantity.Fraction(sum, facts.Count, Description.Unit), behind);
    }
}

namespace ActivityMgmt.Kpi;

/// <summary><c>minimum</c>, <c>maximum</c> and <c>percentile</c>: one of the numbers of the facts that have one, sorted. None is no data.</summary>
/// <remarks>A percentile is the nearest rank: the smallest number that at least so many percent of the numbers are not above. The 50th is the (lower) median.</remarks>
internal sealed class RankedMeasure(MeasureDescription description, ISelection selection, decimal percent) : FactMeasure(description, selection)
{
    public static Measure Minimum(MeasureForm form) => Compile(form, 0m);

    public static Measure Maximum(MeasureForm form) => Compile(form, 100m);

    public static Measure Percentile(MeasureForm form)
    {
        var node = form.Node["percent"];
        var percent = node.Number();
        if (node.Kind == DocumentNodeKind.Number && percent is <= 0m or > 100m)
        {
            node.Report(Reason.Of("kpi.percent-range", ("value", percent)));
        }

        return Compile(form, percent);
    }

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period)
    {
        var behind = evidence([new("facts", facts.Count)], facts);
        if (facts.Count == 0)
        {
            return new Reading.NoData(Reason.Of("kpi.no-numbers", ("measure", Id), ("period", ReasonValue.Period(period))), behind);
        }

        decimal[] numbers = [.. facts.Select(f => f.Value.Number.ToDecimal()).Order()];
        var rank = Math.Max((int)decimal.Ceiling(percent * numbers.Length / 100m), 1);
        return Measured(numbers[rank - 1], behind);
    }

    private static RankedMeasure Compile(MeasureForm form, decimal percent)
    {
        var of = form.NumberField();
        return new RankedMeasure(form.Describe(of?.Name.Unit, isAdditive: false), form.Filter(of), percent);
    }
}

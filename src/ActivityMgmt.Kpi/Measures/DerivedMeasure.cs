namespace ActivityMgmt.Kpi;

/// <summary><c>derived</c>: sums, differences and products of other measures. An absent part makes it absent.</summary>
internal sealed class DerivedMeasure(MeasureDescription description, Expression formula, IReadOnlyDictionary<string, Measure> of) : Measure(description)
{
    public static Measure? Compile(MeasureForm form)
    {
        var node = form.Node["formula"];
        if (Expression.Read(node, form.Measures(node), ExpressionType.Number) is not { } formula)
        {
            return null;
        }

        if (formula.Divides)
        {
            node.Report(Reason.Of("kpi.derived-divides"));
        }

        if (formula.Names.Count == 0)
        {
            node.Report(Reason.Of("kpi.derived-of-nothing"));
        }

        var isAdditive = formula.IsLinearIn(name => form.IsAdditive(name));
        return new DerivedMeasure(form.Describe(formula.Unit, isAdditive), formula, form.PartsOf(formula));
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about) =>
        formula.Names.SelectMany(n => readings.Excluded(new(n), subject, period, about));

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period) => Work(name => readings.Read(new(name), subject, period), period);

    public override Func<BatchCell, Reading>? InBatch(BatchPlan plan)
    {
        var readers = of.ToDictionary(part => part.Key, part => plan.ReaderOf(part.Value));
        return readers.ContainsValue(null) ? null : cell => Work(name => readers[name]!(cell), cell.Period);
    }

    private Reading Work(Func<string, Reading> read, DateInterval period)
    {
        var parts = formula.Names.Select(n => KeyValuePair.Create(n, read(n))).ToArray();
        var result = formula.Evaluate(name => ExpressionValue.Of(Array.Find(parts, p => p.Key == name).Value));
        var evidence = Evidence.Deferred(
            parts.SelectMany(p => Parts.Count(p.Key, p.Value)),
            () => parts.SelectMany(p => Parts.Evidence(p.Value).Facts));
        return result.IsUnknown
            ? new Reading.NoData(
                Reason.Of("kpi.part-absent", ("measure", Id), ("part", new MeasureId(result.UnknownNames[0])), ("period", ReasonValue.Period(period))), evidence)
            : new Reading.Measured(result.Value.Number.As(Description.Unit), evidence);
    }
}

namespace ActivityMgmt.Kpi;

/// <summary><c>derived</c>: sums, differences and products of other measures. An absent part makes it absent.</summary>
internal sealed class DerivedMeasure(MeasureDescription description, Expression formula) : Measure(description)
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
        return new DerivedMeasure(form.Describe(formula.Unit, isAdditive), formula);
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about) =>
        formula.Names.SelectMany(n => readings.Excluded(new(n), subject, period, about));

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period)
    {
        var parts = formula.Names.Select(n => KeyValuePair.Create(n, readings.Read(new(n), subject, period))).ToArray();
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

namespace ActivityMgmt.Kpi;

/// <summary><c>growth</c>: a measure in the period against an earlier one, minus 1. A base of zero or less has no growth: no data.</summary>
internal sealed class GrowthMeasure(MeasureDescription description, Measure of, bool yearBefore) : Measure(description)
{
    public static Measure? Compile(MeasureForm form)
    {
        var against = form.Node["against"];
        var yearBefore = !against.IsNothing && against.OneOf("previous-period", "year-before") == "year-before";
        if (form.Node["indicator"].IsNothing)
        {
            return form.Part("of") is { } of ? new GrowthMeasure(form.Describe(Unit.Ratio, isAdditive: false), of, yearBefore) : null;
        }

        if (!form.Node["of"].IsNothing)
        {
            form.Node["of"].Report(Reason.Of("kpi.growth-of-two"));
        }

        var description = form.Describe(Unit.Ratio, isAdditive: false);
        return new GrowthMeasure(description, IndicatorMeasure.Of(form, description with { Unit = Unit.Count }), yearBefore);
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about) =>
        of.WhyNot(readings, subject, period, about).Concat(Earlier(readings, period) is { } earlier ? of.WhyNot(readings, subject, earlier, about) : []);

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period)
    {
        if (Earlier(readings, period) is not { } earlier)
        {
            return new Reading.NoData(Reason.Of("kpi.growth-not-covered", ("measure", Id), ("period", ReasonValue.Period(period))), Evidence.None);
        }

        var (now, before) = (of.Read(readings, subject, period), of.Read(readings, subject, earlier));
        var evidence = Evidence.Deferred(
            Parts.Count("value", now).Concat(Parts.Count("base", before)),
            () => Parts.Evidence(now).Facts.Concat(Parts.Evidence(before).Facts));
        return (now, before) switch
        {
            (Reading.Measured n, Reading.Measured { Value.Numerator: > 0m } b) =>
                new Reading.Measured(n.Value.DividedBy(b.Value) - Quantity.Ratio(1m, 1m), evidence),
            (Reading.Measured, Reading.Measured b) => new Reading.NoData(
                Reason.Of("kpi.growth-needs-base", ("measure", Id), ("base", b.Value), ("period", ReasonValue.Period(earlier))), evidence),
            (Reading.Absent a, _) => new Reading.NoData(a.Reason, evidence),
            (_, Reading.Absent a) => new Reading.NoData(a.Reason, evidence),
            _ => throw new InvalidOperationException(now.GetType().Name),
        };
    }

    private DateInterval? Earlier(KpiReadings readings, DateInterval period) =>
        yearBefore ? readings.Calendars.Fiscal.DaysOfTheYearBefore(period) : readings.Calendars.Fiscal.DaysBefore(period);
}

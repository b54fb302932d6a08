namespace ActivityMgmt.Kpi;

/// <summary><c>ratio</c>: one measure divided by another, exact. What a zero denominator and an absent part mean is declared.</summary>
internal sealed class RatioMeasure(MeasureDescription description, Measure numerator, Measure denominator, bool zeroWhenDenominatorIsZero, bool absentIsZero)
    : Measure(description)
{
    public static Measure? Compile(MeasureForm form)
    {
        var zeroDenominator = form.Node["whenDenominatorIsZero"];
        var absent = form.Node["whenPartIsAbsent"];
        var isZero = !zeroDenominator.IsNothing && zeroDenominator.OneOf("no-data", "zero") == "zero";
        var absentIsZero = !absent.IsNothing && absent.OneOf("no-data", "zero") == "zero";
        var (numerator, denominator) = (form.Part("numerator"), form.Part("denominator"));
        if (numerator is null || denominator is null)
        {
            return null;
        }

        var (upper, lower) = (numerator.Description.Unit, denominator.Description.Unit);
        if (upper != lower && lower != Unit.Count && lower != Unit.Days)
        {
            form.Node["denominator"].Report(Reason.Of("kpi.expression-units", ("left", upper.Code), ("right", lower.Code)));
        }

        return new RatioMeasure(form.Describe(upper == lower ? Unit.Ratio : upper, isAdditive: false), numerator, denominator, isZero, absentIsZero);
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about) =>
        numerator.WhyNot(readings, subject, period, about).Concat(denominator.WhyNot(readings, subject, period, about));

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period) =>
        Divide(readings.Read(numerator.Description.Id, subject, period), readings.Read(denominator.Description.Id, subject, period), period);

    public override Func<BatchCell, Reading>? InBatch(BatchPlan plan) => (plan.ReaderOf(numerator), plan.ReaderOf(denominator)) is ({ } above, { } below)
        ? cell => Divide(above(cell), below(cell), cell.Period)
        : null;

    private Reading Divide(Reading above, Reading below, DateInterval period)
    {
        var behind = Parts.Evidence(above).With(Parts.Evidence(below));
        if (!absentIsZero && (above is Reading.Absent ? numerator : below is Reading.Absent ? denominator : null) is { } missing)
        {
            return new Reading.NoData(
                Reason.Of("kpi.part-absent", ("measure", Id), ("part", missing.Description.Id), ("period", ReasonValue.Period(period))),
                Evidence.Deferred(Parts.Count("numerator", above).Concat(Parts.Count("denominator", below)), () => behind.Facts));
        }

        var (part, whole) = (Value(above), Value(below));
        var evidence = Evidence.Deferred([new("numerator", part.ToDecimal()), new("denominator", whole.ToDecimal())], () => behind.Facts);
        return whole.Numerator != 0m
            ? new Reading.Measured(Quantity.Fraction(part.Numerator * whole.Denominator, part.Denominator * whole.Numerator, Description.Unit), evidence)
            : zeroWhenDenominatorIsZero
                ? Measured(0m, evidence)
                : new Reading.NoData(
                    Reason.Of("kpi.zero-denominator", ("measure", Id), ("denominator", denominator.Description.Id), ("period", ReasonValue.Period(period))), evidence);
    }

    private static Quantity Value(Reading reading) => reading is Reading.Measured measured ? measured.Value : Quantity.Count(0m);
}

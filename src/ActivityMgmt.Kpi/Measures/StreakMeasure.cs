namespace ActivityMgmt.Kpi;

/// <summary><c>streak</c>: how many days, weeks or months in a row reached a threshold (included), the longest run or the one that goes on at the end.</summary>
/// <remarks>Weeks and months are those of the fiscal calendar that lie wholly within the period; working days are the company's. A day without the other measure's data makes the whole streak absent.</remarks>
internal sealed class StreakMeasure(MeasureDescription description, Measure of, string each, Quantity atLeast, bool current) : Measure(description)
{
    public static Measure? Compile(MeasureForm form)
    {
        var each = form.Node["each"].OneOf("day", "working-day", "week", "month");
        var current = form.Node["run"].OneOf("longest", "current") == "current";
        var atLeast = form.Node["atLeast"].Number();
        return form.Part("of") is { } of
            ? new StreakMeasure(form.Describe(Unit.Count, isAdditive: false), of, each, Quantity.Of(atLeast, of.Description.Unit), current)
            : null;
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about) =>
        Units(readings.Calendars, period)?.SelectMany(unit => of.WhyNot(readings, subject, unit, about)) ?? [];

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period)
    {
        if (Units(readings.Calendars, period) is not { } units)
        {
            return new Reading.NoData(Reason.Of("kpi.days-not-covered", ("measure", Id), ("period", ReasonValue.Period(period))), Evidence.None);
        }

        var parts = units.Select(unit => readings.Read(of.Description.Id, subject, unit)).ToArray();
        var (run, longest) = (0, 0);
        foreach (var part in parts.OfType<Reading.Measured>())
        {
            run = part.Value >= atLeast ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var evidence = Evidence.Deferred([new("units", units.Length)], () => parts.SelectMany(p => Parts.Evidence(p).Facts));
        return parts.Any(p => p is Reading.Absent)
            ? new Reading.NoData(Reason.Of("kpi.part-absent", ("measure", Id), ("part", of.Description.Id), ("period", ReasonValue.Period(period))), evidence)
            : Measured(current ? run : longest, evidence);
    }

    // Null where the fiscal calendar doesn't reach.
    private DateInterval[]? Units(Calendars calendars, DateInterval period) => each switch
    {
        "day" => [.. period.Select(day => new DateInterval(day, day))],
        "working-day" => [.. period.Where(calendars.Work.IsWorkingDay).Select(day => new DateInterval(day, day))],
        "week" => Whole(calendars.Fiscal, PeriodKind.Week, period),
        _ => Whole(calendars.Fiscal, PeriodKind.Month, period),
    };

    private static DateInterval[]? Whole(IFiscalCalendar fiscal, PeriodKind kind, DateInterval period) =>
        fiscal.DaysToDate(kind, period.Start) is null || fiscal.DaysToDate(kind, period.End) is null
            ? null
            : [.. fiscal.PeriodsIn(kind, period).Select(p => p.Interval)];
}

namespace ActivityMgmt.Kpi;

/// <summary><c>to-date</c>, <c>rolling</c> and <c>earlier</c>: another measure on other days than those asked for, which follow from them.</summary>
internal sealed class OtherDaysMeasure(MeasureDescription description, Measure of, Func<IFiscalCalendar, DateInterval, DateInterval?> days) : Measure(description)
{
    private static readonly LocalDate Beginning = new(1, 1, 1);

    private static readonly Dictionary<string, PeriodKind> Periods = new(StringComparer.Ordinal)
    {
        ["week"] = PeriodKind.Week,
        ["month"] = PeriodKind.Month,
        ["quarter"] = PeriodKind.Quarter,
        ["half-year"] = PeriodKind.HalfYear,
        ["year"] = PeriodKind.Year,
    };

    /// <summary>From the first day of a fiscal period, or from the beginning, to the last day asked for.</summary>
    public static Measure? ToDate(MeasureForm form)
    {
        var since = form.Node["since"].OneOf([.. Periods.Keys, "beginning"]);
        return Compile(form, Periods.TryGetValue(since, out var kind)
            ? (calendar, period) => calendar.DaysToDate(kind, period.End)
            : (_, period) => new(Beginning, period.End));
    }

    /// <summary>So many days or fiscal months up to the last day asked for.</summary>
    public static Measure? Rolling(MeasureForm form)
    {
        var (days, months) = (form.Node["days"], form.Node["months"]);
        if (days.IsNothing == months.IsNothing)
        {
            (days.IsNothing ? form.Node : months).Report(Reason.Of("kpi.rolling-over"));
        }

        if (months.IsNothing)
        {
            var count = days.IsNothing ? 1 : form.Whole("days", 1);
            return Compile(form, (_, period) => new(period.End.PlusDays(1 - count), period.End));
        }

        var last = form.Whole("months", 1);
        return Compile(form, (calendar, period) => calendar.LastMonths(last, period.End));
    }

    /// <summary>The period before, or the same a year earlier, as often as told.</summary>
    public static Measure? Earlier(MeasureForm form)
    {
        var yearBefore = form.Node["by"].OneOf("previous-period", "year-before") == "year-before";
        var times = form.Node["times"].IsNothing ? 1 : form.Whole("times", 1);
        return Compile(form, (calendar, period) =>
        {
            DateInterval? earlier = period;
            for (var i = 0; i < times && earlier is not null; i++)
            {
                earlier = yearBefore ? calendar.DaysOfTheYearBefore(earlier) : calendar.DaysBefore(earlier);
            }

            return earlier;
        });
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about) =>
        days(readings.Calendars.Fiscal, period) is { } other ? of.WhyNot(readings, subject, other, about) : [];

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period) => days(readings.Calendars.Fiscal, period) is { } other
        ? readings.Read(of.Description.Id, subject, other)
        : new Reading.NoData(Reason.Of("kpi.days-not-covered", ("measure", Id), ("period", ReasonValue.Period(period))), Evidence.None);

    private static OtherDaysMeasure? Compile(MeasureForm form, Func<IFiscalCalendar, DateInterval, DateInterval?> days) =>
        form.Part("of") is { } of ? new(form.Describe(of.Description.Unit, isAdditive: false), of, days) : null;
}

namespace ActivityMgmt.Kpi;

/// <summary>Forecasts an additive measure from the current pace and the subject's own past: what is there, plus the remaining working days at a blended rate a day.</summary>
/// <remarks>
/// <para>The blend gives the current pace the weight of the elapsed share of the period's working days, and the past the rest; before the period starts only the
/// past counts. The past is the mean rate a working day of whole fiscal months before the period, after the agent joined and from the first month in which the
/// branch had any of the measure. The remainder is never expected to be negative. An agent's working days are those of the agent's pattern, without leave; a month of leave is left out.</para>
/// <para>Spread: months are taken as sums of independent days, so the variance of a day is the variance of the monthly rates times the days of a month. A count scatters
/// at least as chance makes it; beyond that the few months are trusted in part only, as if ten more had scattered by chance alone. To the variance of the days to come
/// that of the blended rate is added. The 80 % interval and <see cref="Domain.Forecast.Made.Deviation"/> are widened, as Student's distribution demands, where an
/// amount's variance is known from a few months only; with that they assume a normal distribution. How often the interval holds is tested, see docs/performance.md.</para>
/// <para>Statistics use binary floating point inside and are rounded to 0.01 (half away from zero); what is there already stays exact until then.
/// Immutable and safe for concurrent use.</para>
/// </remarks>
public sealed class RunRateForecaster : IForecaster
{
    // Half the width of an 80 % interval of the normal distribution, in standard deviations.
    private const double EightyPercent = 1.2815515655446004;

    private const string ModelName = "run-rate/2";

    // How many months of mere chance a count's own months are weighed against.
    private const int MonthsOfChance = 10;

    private readonly RunRateForecasterOptions _options;

    /// <summary>A forecaster with the default options.</summary>
    public RunRateForecaster()
        : this(new())
    {
    }

    /// <summary>A forecaster.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two months are to be enough, or more are needed than looked at.</exception>
    public RunRateForecaster(RunRateForecasterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FewestPastMonths, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostPastMonths, options.FewestPastMonths);
        _options = options;
    }

    /// <inheritdoc/>
    public Forecast Forecast(IReadings readings, MeasureId measure, Subject subject, DateInterval period, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(period);
        if (readings.Measures.FirstOrDefault(m => m.Id == measure) is { IsAdditive: false })
        {
            return new Forecast.Absent(Reason.Of("kpi.forecast-not-additive", ("measure", measure)));
        }

        var done = Quantity.Of(0m, readings.Measures.FirstOrDefault(m => m.Id == measure)?.Unit ?? Unit.Count);
        if (asOf >= period.Start)
        {
            switch (readings.Read(measure, subject, new(period.Start, LocalDate.Min(asOf, period.End))))
            {
                case Reading.Measured measured:
                    done = measured.Value;
                    break;
                case Reading.Absent absent:
                    return new Forecast.Absent(absent.Reason);
            }
        }

        var calendar = subject.Kind == SubjectKind.Agent
            ? readings.Facts.Organisation.WorkCalendarOf(subject.Agent, readings.Calendars.Work)
            : readings.Calendars.Work;
        var rates = PastRates(readings, measure, subject, period.Start, calendar);
        if (rates.Count < _options.FewestPastMonths)
        {
            return new Forecast.Absent(Reason.Of("kpi.forecast-history", ("measure", measure), ("months", rates.Count), ("needed", _options.FewestPastMonths)));
        }

        // A period without any working day of the company is counted in calendar days.
        var isWorked = readings.Calendars.Work.WorkingDaysIn(period) > 0;
        int Days(DateInterval part) => isWorked ? calendar.WorkingDaysIn(part) : part.Length;
        var days = Days(period);
        var elapsed = asOf < period.Start ? 0 : Days(new(period.Start, LocalDate.Min(asOf, period.End)));
        return Made(done, rates, days, elapsed);
    }

    private static Forecast.Made Made(Quantity done, List<(double Rate, int Days)> past, int days, int elapsed)
    {
        var (there, remaining) = ((double)done.ToDecimal(), days - elapsed);
        var usual = past.Average(p => p.Rate);
        var share = days == 0 ? 1.0 : (double)elapsed / days;
        var rate = Math.Max(0.0, ((elapsed == 0 ? usual : there / elapsed) * share) + (usual * (1.0 - share)));
        var pastDays = past.Sum(p => p.Days);
        var freedom = past.Count - 1;
        var varianceOfDay = past.Sum(p => (p.Rate - usual) * (p.Rate - usual)) / freedom * pastDays / past.Count;
        if (done.Unit == Unit.Count)
        {
            var overChance = usual > 0.0 ? varianceOfDay / usual : 1.0;
            varianceOfDay = rate * Math.Max(1.0, ((freedom * overChance) + MonthsOfChance) / (freedom + MonthsOfChance));
        }
        else
        {
            varianceOfDay *= Widening(freedom) * Widening(freedom);
        }

        var ofTheRate = (elapsed == 0 ? 0.0 : share * share / elapsed) + ((1.0 - share) * (1.0 - share) / pastDays);
        var deviation = Math.Sqrt(varianceOfDay * remaining * (1.0 + (remaining * ofTheRate)));
        var expected = there + (remaining * rate);
        var low = Math.Max(there, expected - (EightyPercent * deviation));
        return new()
        {
            Expected = Rounded(expected, done.Unit),
            Low = Rounded(low, done.Unit),
            High = Rounded(expected + (EightyPercent * deviation), done.Unit),
            Deviation = Rounded(deviation, done.Unit),
            SampleSize = past.Count,
            Model = ModelName,
        };
    }

    // How much wider an 80 % interval is when the variance itself was estimated: Student's quantile to the normal one, by Cornish and Fisher's expansion.
    private static double Widening(int freedom)
    {
        const double Z = EightyPercent, Z2 = Z * Z;
        var n = (double)freedom;
        return 1.0 + ((Z2 + 1.0) / (4.0 * n)) + (((((5.0 * Z2) + 16.0) * Z2) + 3.0) / (96.0 * n * n)) + (((((((3.0 * Z2) + 19.0) * Z2) + 17.0) * Z2) - 15.0) / (384.0 * n * n * n));
    }

    // Rate a working day of whole fiscal months before the one of a day, the earliest first.
    private List<(double Rate, int Days)> PastRates(IReadings readings, MeasureId measure, Subject subject, LocalDate before, IWorkCalendar calendar)
    {
        var months = new List<DateInterval>();
        var fiscal = readings.Calendars.Fiscal;
        for (var month = fiscal.DaysBefore(fiscal.PeriodContaining(PeriodKind.Month, before).Interval); month is not null && months.Count < _options.MostPastMonths; month = fiscal.DaysBefore(month))
        {
            months.Insert(0, month);
        }

        int DaysOf(DateInterval month) => readings.Calendars.Work.WorkingDaysIn(month) > 0 ? calendar.WorkingDaysIn(month) : month.Length;
        var joined = subject.Kind == SubjectKind.Agent ? readings.Facts.Organisation.JoinedOn(subject.Agent, before) : null;
        return
        [
            .. months
                .SkipWhile(m => readings.Read(measure, Subject.Everybody, m) is not Reading.Measured { Value.Numerator: not 0m })
                .Where(m => !(m.Start < joined))
                .Select(m => (Reading: readings.Read(measure, subject, m), Days: DaysOf(m)))
                .Where(m => m.Reading is Reading.Measured && m.Days > 0)
                .Select(m => ((double)((Reading.Measured)m.Reading).Value.ToDecimal() / m.Days, m.Days)),
        ];
    }

    private static Quantity Rounded(double value, Unit unit) =>
        Quantity.Of(new Rounding(0.01m, RoundingMode.HalfAwayFromZero).Apply((decimal)value), unit);
}

namespace ActivityMgmt.Domain.Tests;

/// <summary>A forecaster whose answer a test states; remembers the day it was asked for.</summary>
internal sealed class StatedForecaster(Forecast forecast) : IForecaster
{
    public static StatedForecaster Silent => new(new Forecast.Absent(Reason.Of("stated.nothing")));

    public Forecast Answer => forecast;

    public LocalDate? AskedAsOf { get; private set; }

    public DateInterval? AskedPeriod { get; private set; }

    public static StatedForecaster Of(decimal expected, decimal deviation, Unit? unit = null) => new(Made(expected, deviation, unit));

    public static Forecast.Made Made(decimal expected, decimal deviation, Unit? unit = null) => new()
    {
        Expected = Quantity.Of(expected, unit ?? Unit.Count),
        Low = Quantity.Of(expected - deviation, unit ?? Unit.Count),
        High = Quantity.Of(expected + deviation, unit ?? Unit.Count),
        Deviation = Quantity.Of(deviation, unit ?? Unit.Count),
        SampleSize = 4,
        Model = "stated/1",
    };

    public Forecast Forecast(IReadings readings, MeasureId measure, Subject subject, DateInterval period, LocalDate asOf)
    {
        (AskedAsOf, AskedPeriod) = (asOf, period);
        return forecast;
    }
}

/// <summary>A forecaster that only reads one period; remembers what it read.</summary>
internal sealed class ReadingForecaster(DateInterval period) : IForecaster
{
    public Quantity? Read { get; private set; }

    public Forecast Forecast(IReadings readings, MeasureId measure, Subject subject, DateInterval goalPeriod, LocalDate asOf)
    {
        Read = readings.Read(measure, subject, period) is Reading.Measured m ? m.Value : null;
        return new Forecast.Absent(Reason.Of("stated.nothing"));
    }
}

/// <summary>A cause finder whose answer a test states; remembers the stretches it was asked for.</summary>
internal sealed class StatedCauses(Cause cause) : ICauseFinder
{
    public static StatedCauses None => new(new Cause.NoSingleCause(Reason.Of("stated.nothing")));

    public List<(Subject Subject, DateInterval Recent, DateInterval Usual)> Asked { get; } = [];

    public static Cause.WeakStep Weak(string step, decimal actual, decimal usual, CauseKind kind = CauseKind.Conversion) => new()
    {
        Step = new(step),
        Kind = kind,
        Actual = Quantity.Of(actual, kind == CauseKind.Conversion ? Unit.Ratio : Unit.Count),
        Usual = Quantity.Of(usual, kind == CauseKind.Conversion ? Unit.Ratio : Unit.Count),
        SampleSize = 20,
        Basis = "own",
    };

    public Cause Find(IReadings readings, Subject subject, DateInterval recent, DateInterval usual)
    {
        Asked.Add((subject, recent, usual));
        return cause;
    }
}

/// <summary>Gives every agent the same score; remembers the targets it was given.</summary>
internal sealed class StatedScorecards(decimal score) : IScorecards
{
    public Dictionary<AgentId, IReadOnlyDictionary<MeasureId, Quantity>> Targets { get; } = [];

    public Scorecard Score(
        PublishedDocument document,
        IReadings readings,
        AgentId agent,
        DateInterval period,
        IReadOnlyDictionary<MeasureId, Quantity> targets,
        IReadOnlyList<ComplianceResult> compliance)
    {
        Targets[agent] = targets;
        return new()
        {
            Parts = [new() { Id = "premium", Weight = 100m, Score = score, Actual = null, Reason = Reason.Of("stated.score") }],
            Total = score,
        };
    }
}

/// <summary>The calendars of tenants: China's working days and civil months, where nothing else is stated.</summary>
internal sealed class StatedCalendars(IFiscalCalendar? fiscal = null, IWorkCalendar? work = null) : ITenantCalendars
{
    public Calendars For(TenantId tenant) => new(work ?? WorkCalendars.China, fiscal ?? FiscalCalendars.Gregorian);
}

/// <summary>No day is ever worked.</summary>
internal sealed class NeverWorking : IWorkCalendar
{
    public bool IsWorkingDay(LocalDate date) => false;
}

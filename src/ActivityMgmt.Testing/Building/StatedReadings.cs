namespace ActivityMgmt.Testing;

/// <summary>Readings that a test states one by one instead of computing them; each is marked as stated in its evidence. What was not stated is no data.</summary>
/// <remarks>State everything first, then read; not safe for stating while others read.</remarks>
public sealed class StatedReadings : IReadings
{
    /// <summary>The count in the evidence of a reading that says that it was stated: 1.</summary>
    public const string Mark = "stated";

    private readonly Dictionary<(MeasureId Measure, Subject Subject, DateInterval? Period), Reading> _stated = [];
    private readonly List<MeasureDescription> _measures = [];

    /// <summary>Readings over facts.</summary>
    /// <param name="facts">The facts that the readings are said to be over; nothing is computed from them.</param>
    /// <param name="funnel">The measures of the sales funnel, first step first.</param>
    public StatedReadings(FactBook facts, params string[] funnel)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(funnel);
        Facts = facts;
        Funnel = Array.ConvertAll(funnel, f => new MeasureId(f));
    }

    /// <inheritdoc/>
    public FactBook Facts { get; }

    /// <inheritdoc/>
    public Calendars Calendars { get; private set; } = Calendars.Default;

    /// <inheritdoc/>
    public IReadOnlyList<MeasureDescription> Measures => _measures;

    /// <inheritdoc/>
    public IReadOnlyList<MeasureId> Funnel { get; }

    /// <summary>Says in which calendars the readings are; without it in <see cref="Calendars.Default"/>. <see cref="StatedKpis"/> hands in those of the call's tenant.</summary>
    /// <returns>These readings.</returns>
    public StatedReadings In(Calendars calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        Calendars = calendars;
        return this;
    }

    /// <summary>Declares a measure.</summary>
    /// <param name="measure">Its id, and its name in both languages.</param>
    /// <param name="unit">What its readings count.</param>
    /// <param name="direction">Whether more or less is better.</param>
    /// <param name="additive">Whether the readings of days add up to that of their period.</param>
    /// <returns>These readings.</returns>
    /// <exception cref="ArgumentException">The measure was declared before.</exception>
    public StatedReadings Knows(string measure, Unit unit, Direction direction = Direction.HigherIsBetter, bool additive = true)
    {
        if (_measures.Exists(m => m.Id.Value == measure))
        {
            throw new ArgumentException($"'{measure}' was declared before.", nameof(measure));
        }

        _measures.Add(new() { Id = new(measure), Unit = unit, Direction = direction, IsAdditive = additive, NameEn = measure, NameZh = measure });
        return this;
    }

    /// <summary>States a value for one period, both ends included.</summary>
    /// <param name="measure">A declared measure.</param>
    /// <param name="subject">Whose reading it is.</param>
    /// <param name="period">The period, exactly as it will be asked for.</param>
    /// <param name="value">The value in the measure's unit.</param>
    /// <param name="evidence">The facts it is said to rest on.</param>
    /// <returns>These readings.</returns>
    /// <exception cref="KeyNotFoundException">The measure was not declared.</exception>
    public StatedReadings Says(string measure, Subject subject, DateInterval period, decimal value, params FactReference[] evidence)
    {
        ArgumentNullException.ThrowIfNull(period);
        return State(measure, subject, period, Measured(measure, value, evidence));
    }

    /// <summary>States a value for every period for which nothing else is stated.</summary>
    /// <param name="measure">A declared measure.</param>
    /// <param name="subject">Whose reading it is.</param>
    /// <param name="value">The value in the measure's unit.</param>
    /// <returns>These readings.</returns>
    /// <exception cref="KeyNotFoundException">The measure was not declared.</exception>
    public StatedReadings Always(string measure, Subject subject, decimal value) => State(measure, subject, null, Measured(measure, value, []));

    /// <summary>States that there is nothing to read in one period, and why: no data or not applicable.</summary>
    /// <param name="measure">A declared measure.</param>
    /// <param name="subject">Whose reading it is.</param>
    /// <param name="period">The period, exactly as it will be asked for.</param>
    /// <param name="absent">What is read instead of a value.</param>
    /// <returns>These readings.</returns>
    /// <exception cref="KeyNotFoundException">The measure was not declared.</exception>
    public StatedReadings SaysNothing(string measure, Subject subject, DateInterval period, Reading.Absent absent)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(absent);
        UnitOf(new(measure));
        return State(measure, subject, period, absent);
    }

    /// <inheritdoc/>
    public Reading Read(MeasureId measure, Subject subject, DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        UnitOf(measure);
        return _stated.GetValueOrDefault((measure, subject, period))
            ?? _stated.GetValueOrDefault((measure, subject, null))
            ?? new Reading.NoData(
                Reason.Of("testing.not-stated", ("measure", measure), ("subject", subject.ToString()), ("period", ReasonValue.Period(period))), Evidence.None);
    }

    private StatedReadings State(string measure, Subject subject, DateInterval? period, Reading reading)
    {
        _stated[(new(measure), subject, period)] = reading;
        return this;
    }

    private Reading.Measured Measured(string measure, decimal value, FactReference[] evidence) =>
        new(Quantity.Of(value, UnitOf(new(measure))), new Evidence([new(Mark, 1m)], evidence));

    private Unit UnitOf(MeasureId measure) => _measures.Find(m => m.Id == measure)?.Unit
        ?? throw new KeyNotFoundException($"No measure '{measure}' was declared; call Knows first.");
}

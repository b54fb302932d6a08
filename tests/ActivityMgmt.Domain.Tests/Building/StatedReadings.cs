namespace ActivityMgmt.Domain.Tests;

/// <summary>Readings that a test states one by one; what was not stated is no data.</summary>
internal sealed class StatedReadings(FactBook facts, params string[] funnel) : IReadings
{
    private readonly Dictionary<(MeasureId, Subject, DateInterval?), Reading> _stated = [];
    private readonly List<MeasureDescription> _measures = [];

    public FactBook Facts => facts;

    public Calendars Calendars { get; init; } = new(WorkCalendars.China, FiscalCalendars.Gregorian);

    public IReadOnlyList<MeasureDescription> Measures => _measures;

    public IReadOnlyList<MeasureId> Funnel { get; } = [.. funnel.Select(f => new MeasureId(f))];

    public StatedReadings Knows(string measure, Unit unit, Direction direction = Direction.HigherIsBetter, bool additive = true)
    {
        _measures.Add(new() { Id = new(measure), Unit = unit, Direction = direction, IsAdditive = additive, NameEn = measure + " in English", NameZh = measure + "的中文名" });
        return this;
    }

    /// <summary>In one period.</summary>
    public StatedReadings Says(string measure, Subject subject, DateInterval period, decimal value, params FactReference[] evidence) =>
        Says(measure, subject, period, Quantity.Of(value, UnitOf(measure)), evidence);

    /// <summary>In any period for which nothing else is stated.</summary>
    public StatedReadings Always(string measure, Subject subject, decimal value) => Says(measure, subject, null, Quantity.Of(value, UnitOf(measure)), []);

    public Reading Read(MeasureId measure, Subject subject, DateInterval period) =>
        _stated.GetValueOrDefault((measure, subject, period))
        ?? _stated.GetValueOrDefault((measure, subject, null))
        ?? new Reading.NoData(Reason.Of("stated.nothing"), Evidence.None);

    private StatedReadings Says(string measure, Subject subject, DateInterval? period, Quantity value, FactReference[] evidence)
    {
        _stated[(new(measure), subject, period)] = new Reading.Measured(value, new Evidence([], evidence));
        return this;
    }

    private Unit UnitOf(string measure) => _measures.FirstOrDefault(m => m.Id.Value == measure)?.Unit ?? Unit.Count;
}

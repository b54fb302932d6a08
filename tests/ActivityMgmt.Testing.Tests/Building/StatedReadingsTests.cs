namespace ActivityMgmt.Testing.Tests;

public class StatedReadingsTests
{
    private static readonly Subject Agent = Subject.Of(new AgentId("E1"));
    private static readonly DateInterval Q3 = new(new(2026, 7, 1), new(2026, 9, 30));
    private static readonly DateInterval July = new(new(2026, 7, 1), new(2026, 7, 31));

    [Fact]
    public void A_stated_reading_has_the_measures_unit_and_is_marked_as_stated()
    {
        var fact = TestFacts.Collected("P1", 40_000m);
        var readings = Some().Says("premium", Agent, Q3, 40_000m, fact.Reference);

        Assert.Equal(
            new Reading.Measured(Quantity.Of(40_000m, Unit.Money("CNY")), new([new("stated", 1m)], [fact.Reference])),
            readings.Read(new("premium"), Agent, Q3));
    }

    [Fact]
    public void What_is_stated_for_one_period_goes_before_what_is_stated_for_all()
    {
        var readings = Some().Always("cases", Agent, 5m).Says("cases", Agent, July, 2m);

        Assert.Equal([2m, 5m], new[] { July, Q3 }.Select(p => Assert.IsType<Reading.Measured>(readings.Read(new("cases"), Agent, p)).Value.ToDecimal()));
    }

    [Fact]
    public void What_was_not_stated_is_no_data()
    {
        var readings = Some().Says("cases", Agent, July, 0m);

        var reading = Assert.IsType<Reading.NoData>(readings.Read(new("cases"), Agent, Q3));

        Assert.Equal(Reason.Of("testing.not-stated", ("measure", new MeasureId("cases")), ("subject", "agent:E1"), ("period", ReasonValue.Period(Q3))), reading.Reason);
    }

    [Fact]
    public void Silence_can_be_stated_too()
    {
        var silence = new Reading.NotApplicable(Reason.Of("stated.newcomer"));

        Assert.Equal(silence, Some().Always("cases", Agent, 5m).SaysNothing("cases", Agent, Q3, silence).Read(new("cases"), Agent, Q3));
    }

    [Fact]
    public void A_measure_that_was_not_declared_is_unknown()
    {
        Assert.Throws<KeyNotFoundException>(() => Some().Read(new("calls"), Agent, Q3));
        Assert.Throws<KeyNotFoundException>(() => Some().Says("calls", Agent, Q3, 1m));
        Assert.Throws<ArgumentException>(() => Some().Knows("cases", Unit.Count));
    }

    [Fact]
    public void The_engine_gives_them_over_each_book_and_remembers_it()
    {
        var book = FactBook.Of([TestFacts.Joined("E1")]);
        var kpis = new StatedKpis(facts => new StatedReadings(facts, "calls", "cases"));

        var readings = kpis.Open(book, new() { Kind = DocumentKinds.Kpis, Id = "kpis", Version = 1, EffectiveFrom = Q3.Start, Text = "{}" }, new(WorkCalendars.China, FiscalCalendars.WorkMonths()));

        Assert.Same(WorkCalendars.China, readings.Calendars.Work);
        Assert.Same(book, readings.Facts);
        Assert.Equal([book], kpis.Opened);
        Assert.Equal([new("calls"), new("cases")], readings.Funnel);
    }

    private static StatedReadings Some() => new StatedReadings(FactBook.Of([])).Knows("cases", Unit.Count).Knows("premium", Unit.Money("CNY"));
}

namespace ActivityMgmt.Kpi;

/// <summary><c>indicator</c>: the sum of a market indicator's monthly readings; no data unless every month that ends in the period was read. The same for every subject.</summary>
/// <remarks>Months are civil here, whatever the fiscal calendar: that is how authorities and associations publish their figures.</remarks>
internal sealed class IndicatorMeasure(MeasureDescription description, string indicator, string? market) : Measure(description)
{
    public static Measure Compile(MeasureForm form) => Of(form, form.Describe(null, isAdditive: false));

    public static IndicatorMeasure Of(MeasureForm form, MeasureDescription description) => new(description, form.Node["indicator"].Text(), form.Node["market"].Text(null));

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about)
    {
        foreach (var fact in readings.Facts.Market.Where(m => about is not { } key || m.Key == key))
        {
            var standing = new Standing(new() { Fact = fact, Date = fact.Date }, "kpi.day.own", [.. KeptOut(fact)]);
            if (Exclusion.Of(fact, [standing], readings.Contexts, subject, period, isAskedFor: about is not null) is { } reasons)
            {
                yield return Excluded(fact, period, reasons);
            }
        }
    }

    private bool IsWanted(MarketFact fact) => !KeptOut(fact).Any();

    private IEnumerable<Reason> KeptOut(MarketFact fact)
    {
        if (fact.Indicator != indicator)
        {
            yield return Reason.Of("kpi.why-not.indicator", ("wanted", indicator), ("seen", fact.Indicator));
        }

        if (market is not null && fact.Market != market)
        {
            yield return Reason.Of("kpi.why-not.market", ("wanted", market), ("seen", fact.Market));
        }
    }

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period)
    {
        var facts = readings.Facts.Market
            .Where(m => IsWanted(m) && period.Contains(m.Date))
            .ToArray();
        var evidence = new Evidence([new("months", facts.Length)], facts.Select(m => m.Reference));
        var ends = MonthEnds(period).ToArray();
        var markets = readings.Facts.Market.Where(IsWanted).Select(m => m.Market).Distinct();
        return ends.Length > 0 && facts.Length > 0 && markets.All(name => ends.All(end => facts.Any(m => m.Market == name && m.Date == end)))
            ? new Reading.Measured(Quantity.Of(facts.Sum(m => m.Value), Description.Unit), evidence)
            : new Reading.NoData(
                Reason.Of("kpi.market-incomplete", ("measure", Id), ("indicator", indicator), ("period", ReasonValue.Period(period))), evidence);
    }

    private static IEnumerable<LocalDate> MonthEnds(DateInterval period)
    {
        for (var end = DateAdjusters.EndOfMonth(period.Start); end <= period.End; end = DateAdjusters.EndOfMonth(end.PlusDays(1)))
        {
            yield return end;
        }
    }
}

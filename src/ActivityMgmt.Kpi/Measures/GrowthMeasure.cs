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

        var indicator = new MarketIndicator(form.Describe(Unit.Ratio, isAdditive: false), form.Node["indicator"].Text(), form.Node["market"].Text(null));
        return new GrowthMeasure(indicator.Description, indicator, yearBefore);
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

    /// <summary>The sum of an indicator's monthly readings; no data unless every month that ends in the period was read. The same for every subject.</summary>
    /// <remarks>Months are civil here, whatever the fiscal calendar: that is how authorities and associations publish their figures.</remarks>
    private sealed class MarketIndicator(MeasureDescription description, string indicator, string? market) : Measure(description)
    {
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
                ? new Reading.Measured(Quantity.Count(facts.Sum(m => m.Value)), evidence)
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
}

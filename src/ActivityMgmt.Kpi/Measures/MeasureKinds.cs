namespace ActivityMgmt.Kpi;

/// <summary>The kinds of measure a document may use: the members each has beside the common ones, and how it is compiled.</summary>
internal static class MeasureKinds
{
    public static IReadOnlyDictionary<string, (string[] Members, Func<MeasureForm, Measure?> Compile)> All { get; } =
        new Dictionary<string, (string[], Func<MeasureForm, Measure?>)>
        {
            ["count"] = (["facts", "where", "countedOn", "gates", "shares"], CountMeasure.Compile),
            ["sum"] = (["facts", "where", "countedOn", "gates", "shares", "of"], SumMeasure.Compile),
            ["average"] = (["facts", "where", "countedOn", "gates", "of"], AverageMeasure.Compile),
            ["minimum"] = (["facts", "where", "countedOn", "gates", "of"], RankedMeasure.Minimum),
            ["maximum"] = (["facts", "where", "countedOn", "gates", "of"], RankedMeasure.Maximum),
            ["percentile"] = (["facts", "where", "countedOn", "gates", "of", "percent"], RankedMeasure.Percentile),
            ["distinct"] = (["facts", "where", "countedOn", "gates", "shares", "of"], DistinctMeasure.Compile),
            ["active-days"] = (["facts", "where", "countedOn", "gates", "atLeast"], ActiveDaysMeasure.Compile),
            ["ratio"] = (["numerator", "denominator", "whenDenominatorIsZero", "whenPartIsAbsent"], RatioMeasure.Compile),
            ["derived"] = (["formula"], DerivedMeasure.Compile),
            ["persistency"] = (["months", "graceDays", "graceMonths", "basis", "balance", "where"], PersistencyMeasure.Compile),
            ["conversion"] = (["from", "to", "by", "same", "withinDays", "gives"], ConversionMeasure.Compile),
            ["headcount"] = (["on", "where"], HeadcountMeasure.Compile),
            ["retention"] = (["months", "where"], RetentionMeasure.Compile),
            ["to-date"] = (["of", "since"], OtherDaysMeasure.ToDate),
            ["rolling"] = (["of", "days", "months"], OtherDaysMeasure.Rolling),
            ["earlier"] = (["of", "by", "times"], OtherDaysMeasure.Earlier),
            ["streak"] = (["of", "each", "atLeast", "run"], StreakMeasure.Compile),
            ["indicator"] = (["indicator", "market"], IndicatorMeasure.Compile),
            ["growth"] = (["of", "indicator", "market", "against"], GrowthMeasure.Compile),
        };
}

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
            ["distinct"] = (["facts", "where", "countedOn", "gates", "shares", "of"], DistinctMeasure.Compile),
            ["active-days"] = (["facts", "where", "countedOn", "gates", "atLeast"], ActiveDaysMeasure.Compile),
            ["ratio"] = (["numerator", "denominator", "whenDenominatorIsZero", "whenPartIsAbsent"], RatioMeasure.Compile),
            ["derived"] = (["formula"], DerivedMeasure.Compile),
            ["persistency"] = (["months", "graceDays", "graceMonths", "basis", "balance", "where"], PersistencyMeasure.Compile),
            ["growth"] = (["of", "indicator", "market", "against"], GrowthMeasure.Compile),
        };
}

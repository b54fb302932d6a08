namespace ActivityMgmt.Kpi;

// What a measure over other measures takes from their readings.
internal static class Parts
{
    public static Evidence Evidence(Reading reading) => reading switch
    {
        Reading.Measured measured => measured.Evidence,
        Reading.Absent absent => absent.Evidence,
        _ => ActivityMgmt.Domain.Evidence.None,
    };

    public static IEnumerable<KeyValuePair<string, decimal>> Count(string name, Reading reading) =>
        reading is Reading.Measured measured ? [new(name, measured.Value.ToDecimal())] : [];
}

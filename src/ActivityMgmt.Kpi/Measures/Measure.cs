namespace ActivityMgmt.Kpi;

/// <summary>A compiled measure: what it is, and how it reads.</summary>
internal abstract class Measure(MeasureDescription description)
{
    public MeasureDescription Description { get; } = description;

    /// <summary>What it says about a subject in a period, both ends included.</summary>
    public abstract Reading Read(KpiReadings readings, Subject subject, DateInterval period);

    protected MeasureId Id => Description.Id;

    protected Reading.Measured Measured(decimal value, Evidence evidence) => new(Quantity.Of(value, Description.Unit), evidence);
}

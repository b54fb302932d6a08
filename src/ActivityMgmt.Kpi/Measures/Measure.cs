namespace ActivityMgmt.Kpi;

/// <summary>A compiled measure: what it is, and how it reads.</summary>
internal abstract class Measure(MeasureDescription description)
{
    public MeasureDescription Description { get; } = description;

    /// <summary>What it says about a subject in a period, both ends included.</summary>
    public abstract Reading Read(KpiReadings readings, Subject subject, DateInterval period);

    /// <summary>Notes what a batch has to add up for it, and says how it is read from that; null when a batch can't. Asked once for each plan, by <see cref="BatchPlan.ReaderOf"/>.</summary>
    public virtual Func<BatchCell, Reading>? InBatch(BatchPlan plan) => null;

    /// <summary>The facts that don't count in it for a subject in a period, or in its parts, with what keeps them out.</summary>
    /// <param name="readings">The book.</param>
    /// <param name="subject">For whom.</param>
    /// <param name="period">When, both ends included.</param>
    /// <param name="about">Only this fact, or what belongs to this policy; null for all that could count if one thing were different.</param>
    public abstract IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about);

    protected ExcludedFact Excluded(Fact fact, DateInterval period, IReadOnlyList<Reason> reasons) =>
        new() { Fact = fact.Reference, Measure = Id, Period = period, Reasons = reasons };

    protected MeasureId Id => Description.Id;

    protected Reading.Measured Measured(decimal value, Evidence evidence) => new(Quantity.Of(value, Description.Unit), evidence);
}

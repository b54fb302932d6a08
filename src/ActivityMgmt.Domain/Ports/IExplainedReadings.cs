namespace ActivityMgmt.Domain;

/// <summary>Readings that can also say which facts they leave out. Those of ActivityMgmt.Kpi can; another engine's may.</summary>
public interface IExplainedReadings : IReadings
{
    /// <summary>The facts that a reading leaves out, and every reason for it; a fact is here exactly when it doesn't count there.</summary>
    /// <param name="measure">The measure; for one over other measures its parts are looked at, each under its own name.</param>
    /// <param name="subject">For whom.</param>
    /// <param name="period">When, both ends included.</param>
    /// <param name="about">
    /// A fact, or a policy for its events and premium as well: it is explained whatever keeps it out, also when it is somebody else's or of another year.
    /// <see langword="null"/> (the default): every fact of the measure's kind that could count if one thing were different, by its own date or the day on which it counts.
    /// </param>
    /// <exception cref="KeyNotFoundException">The document has no such measure.</exception>
    Exclusions WhyNot(MeasureId measure, Subject subject, DateInterval period, FactKey? about = null);
}

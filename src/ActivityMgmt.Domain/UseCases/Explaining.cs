namespace ActivityMgmt.Domain;

/// <summary>Says why facts don't count in a figure. Reads only; nothing is stored.</summary>
public sealed class Explaining(UseCaseEdge edge, IFactStore facts, IDocumentStore documents, IKpiEngine kpis)
{
    /// <summary>The facts that a figure leaves out, with every filter, date or gate that keeps them out. Refused when no KPI document applies, or the actor may not see the subject's activities.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="subject">For whom.</param>
    /// <param name="period">When, both ends included; the KPI document that applies on its first day is used, access is checked on its last.</param>
    /// <param name="about">A fact, or a policy for its events and premium as well; <see langword="null"/>: all, see <see cref="IExplainedReadings.WhyNot"/>.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="KeyNotFoundException">The document has no such measure.</exception>
    /// <exception cref="NotSupportedException">The registered engine's readings are no <see cref="IExplainedReadings"/>.</exception>
    public Task<UseCaseResult<Exclusions>> WhyNotAsync(
        CallContext call, MeasureId measure, Subject subject, DateInterval period, FactKey? about, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(period);
        return edge.RunAsync(
            call,
            "explain-exclusions",
            period.End,
            async work =>
            {
                work.Require(AccessAction.See, DataKind.Activities, subject, period.End);
                var document = await documents.RequireAsync(call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false);
                var readings = kpis.Open(await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false), document);
                return readings is IExplainedReadings explained
                    ? explained.WhyNot(measure, subject, period, about)
                    : throw new NotSupportedException($"{kpis.GetType()} can't say what its readings leave out.");
            },
            cancellation);
    }
}

namespace ActivityMgmt.Kpi;

/// <summary>Reads KPI documents and computes their measures from facts; see docs/concepts/kpis.md for the format.</summary>
/// <remarks>
/// Stateless and safe for concurrent use; so are the readings it opens. A subject is an agent, a team (its members as of the day on which each fact counts)
/// or the branch (every fact, whatever the branch's id). A count of nothing is a measured zero; nothing to average or divide is no data.
/// </remarks>
public sealed class KpiEngine : IKpiEngine
{
    /// <inheritdoc/>
    public IReadings Open(FactBook facts, PublishedDocument kpis)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(kpis);
        return new KpiReadings(facts, KpiDocument.Read(kpis.Text, kpis.FileName));
    }
}

namespace ActivityMgmt.Kpi;

/// <summary>A subject's figures in a period, from which measures are read.</summary>
internal readonly struct BatchCell(KpiTable table, Subject subject, int? group, int period)
{
    private readonly Subject _subject = subject;

    public DateInterval Period => table.Batch.Periods[period];

    /// <summary>A count; 0 when the subject has no facts at all.</summary>
    public long this[int aggregate] => group is { } g ? table.Figures[aggregate, g, period] : 0;

    /// <summary>The sum of a column of numbers, exact.</summary>
    public decimal Sum(int aggregate, int column) => this[aggregate] / table.Facts.Scales[column];

    /// <summary>Evidence: the counts, and the facts when somebody looks at them.</summary>
    public Evidence Evidence(MeasureId measure, IEnumerable<KeyValuePair<string, decimal>> counts)
    {
        var (all, about, days) = (table.Exact, _subject, Period);
        return ActivityMgmt.Domain.Evidence.Deferred(counts, () => Parts.Evidence(all.Value.Read(measure, about, days)).Facts);
    }
}

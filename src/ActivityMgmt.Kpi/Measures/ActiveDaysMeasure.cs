namespace ActivityMgmt.Kpi;

/// <summary><c>active-days</c>: the days with at least so many facts (threshold included). For a team or the branch its facts of a day count together.</summary>
internal sealed class ActiveDaysMeasure(MeasureDescription description, ISelection selection, int atLeast) : FactMeasure(description, selection)
{
    public static Measure Compile(MeasureForm form)
    {
        var node = form.Node["atLeast"];
        var atLeast = node.IsNothing ? 1 : node.Whole();
        if (atLeast < 1 && node.Kind == DocumentNodeKind.Number)
        {
            node.Report(Reason.Of("kpi.at-least-1", ("value", atLeast)));
        }

        return new ActiveDaysMeasure(form.Describe(Unit.Days, isAdditive: true, Unit.Count), form.Filter(null), atLeast);
    }

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period)
    {
        var days = facts.GroupBy(f => f.Date).Where(IsActive).ToArray();
        // The facts of the other days are evidence, too: with one more of them, theirs would be a day that counts.
        return Measured(days.Length, evidence([new("days", days.Length), new("facts", facts.Count)], facts));
    }

    protected override IEnumerable<(Fact Fact, Reason Reason)> NotUsed(KpiReadings readings, ArraySegment<SelectedFact> facts) =>
        from day in facts.GroupBy(f => f.Date)
        where !IsActive(day)
        from fact in day
        select (fact.Fact, Reason.Of("kpi.why-not.too-few", ("date", day.Key), ("facts", day.Count()), ("needed", atLeast)));

    protected override Func<BatchCell, Reading>? InBatch(BatchSelection rows)
    {
        // A day's facts are counted in a byte.
        if (atLeast > byte.MaxValue)
        {
            return null;
        }

        var (days, facts) = (rows.Days(atLeast), rows.Facts());
        return cell => Measured(cell[days], cell.Evidence(Id, [new("days", cell[days]), new("facts", cell[facts])]));
    }

    private bool IsActive(IEnumerable<SelectedFact> day) => day.Count() >= atLeast;
}

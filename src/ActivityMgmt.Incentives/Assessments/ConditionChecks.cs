namespace ActivityMgmt.Incentives;

/// <summary>A condition, looked at.</summary>
/// <param name="IsMet">Yes, no, or (<see langword="null"/>) nobody can say.</param>
/// <param name="Reasons">The value and the limit, and what is missing as a number.</param>
/// <param name="Facts">The facts behind the reading.</param>
internal sealed record ConditionCheck(bool? IsMet, IReadOnlyList<Reason> Reasons, IReadOnlyList<FactReference> Facts);

/// <summary>Looks at conditions.</summary>
internal static class ConditionChecks
{
    public static IReadOnlyList<ConditionCheck> Of(IReadings readings, IReadOnlyList<RankCondition> conditions, AgentId agent, LocalDate asOf, IFiscalCalendar fiscal) =>
    [
        .. conditions
            .Select(c => (Condition: c, Period: c.PeriodUpTo(asOf, fiscal)))
            .Select(c => Of(c.Condition, c.Period, readings.Read(c.Condition.Measure, Subject.Of(agent), c.Period))),
    ];

    private static ConditionCheck Of(RankCondition condition, DateInterval period, Reading reading) => reading switch
    {
        Reading.Measured m when condition.IsMetBy(m.Value) => new(
            true,
            [Reason.Of("assessment.condition-met", ("measure", condition.Measure), ("period", ReasonValue.Period(period)), ("value", m.Value), ("limit", condition.Limit))],
            m.Evidence.Facts),
        Reading.Measured m => new(
            false,
            [Reason.Of("assessment.condition-missed", ("measure", condition.Measure), ("period", ReasonValue.Period(period)), ("value", m.Value), ("limit", condition.Limit), ("missing", condition.MissingFrom(m.Value)))],
            m.Evidence.Facts),
        Reading.Absent absent => new(
            null,
            [Reason.Of("assessment.condition-unknown", ("measure", condition.Measure), ("period", ReasonValue.Period(period)), ("limit", condition.Limit)), absent.Reason],
            absent.Evidence.Facts),
        _ => throw new System.Diagnostics.UnreachableException(reading.GetType().Name),
    };
}

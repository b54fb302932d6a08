namespace ActivityMgmt.Domain;

/// <summary>Checks a goal by SMART: each letter gives at least one finding with its numbers, fine or not.</summary>
/// <param name="forecaster">Says how likely the agent's own past makes the target.</param>
public sealed partial class SmartReview(IForecaster forecaster)
{
    /// <summary>The findings of a goal of an agent, a team or the branch: the five letters, then what else is worth a word about its terms, leave, licence scope and growth.</summary>
    public IReadOnlyList<Finding> Review(Goal goal, SmartContext context)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(context);
        return
        [
            .. Review(goal, context.Readings, context.History, context.Limits, context.On),
            .. Terms(goal, context), .. Capacity(goal, context), .. Scope(goal, context), .. Growth(goal, context),
        ];
    }

    /// <summary>The findings of a goal, letter by letter: exactly five.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="readings">What is known on the day of the review.</param>
    /// <param name="history">The past that says what is usual, both ends included.</param>
    /// <param name="limits">Between which chances a goal is demanding but fair.</param>
    /// <param name="on">The day of the review.</param>
    public IReadOnlyList<Finding> Review(Goal goal, IReadings readings, DateInterval history, SmartLimits limits, LocalDate on)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(readings);
        Guard.Against.Null(limits);
        return [Known(goal, readings), Measurable(goal, readings, history), Attainable(goal, readings, limits, on), Relevant(goal, readings), TimeBound(goal, readings, on)];
    }

    private static Finding Measurable(Goal goal, IReadings readings, DateInterval history) =>
        GoalReadings.Of(goal, readings, history) is Reading.Measured { Evidence.Facts.Count: > 0 } measured
            ? new(Severity.Info, Reason.Of("smart.measurable", ("history", measured.Value), ("facts", measured.Evidence.Facts.Count), ("period", ReasonValue.Period(history))))
            : new(Severity.Info, Reason.Of("smart.no-history", ("period", ReasonValue.Period(history))));

    private Finding Attainable(Goal goal, IReadings readings, SmartLimits limits, LocalDate on)
    {
        var asOf = LocalDate.Min(on, goal.Period.Start.PlusDays(-1));
        if (goal.Source == GoalSource.Manual || forecaster.Forecast(GoalReadings.Whole(goal, readings), goal.Measure, goal.Subject, goal.Period, asOf) is not Forecast.Made forecast)
        {
            return new(Severity.Info, Reason.Of("smart.attainability-unknown", ("target", goal.Target)));
        }

        var chance = goal.Direction == Direction.HigherIsBetter
            ? forecast.ChanceOfAtLeast(goal.Target)
            : 1m - forecast.ChanceOfAtLeast(goal.Target);
        var (severity, code) = chance < limits.TooHardBelow ? (Severity.Warn, "smart.too-hard")
            : chance > limits.TooEasyAbove ? (Severity.Warn, "smart.too-easy")
            : (Severity.Info, "smart.attainable");
        return new(severity, Reason.Of(
            code,
            ("chance", Quantity.Of(chance, Unit.Ratio)),
            ("usual", forecast.Expected),
            ("target", goal.Target),
            ("days", Calendar(goal, readings).WorkingDaysIn(goal.Period)),
            ("of", readings.Calendars.Work.WorkingDaysIn(goal.Period)),
            ("low", Quantity.Of(limits.TooHardBelow, Unit.Ratio)),
            ("high", Quantity.Of(limits.TooEasyAbove, Unit.Ratio))));
    }

    private static Finding Relevant(Goal goal, IReadings readings)
    {
        if (goal.Subject.Kind != SubjectKind.Agent)
        {
            return Members(goal, readings);
        }

        var organisation = readings.Facts.Organisation;
        var agent = goal.Subject.Agent;
        switch (organisation.IsLicensedOn(agent, goal.Period.Start))
        {
            case null:
                return new(Severity.Warn, Reason.Of("smart.licence-unknown", ("agent", agent.Value)));
            case false:
                return new(Severity.Block, Reason.Of("smart.no-licence", ("agent", agent.Value), ("date", goal.Period.Start)));
        }

        foreach (var date in goal.Period)
        {
            if (organisation.IsLicensedOn(agent, date) == false)
            {
                return new(Severity.Warn, Reason.Of("smart.licence-ends", ("agent", agent.Value), ("date", date.PlusDays(-1))));
            }
        }

        return new(Severity.Info, Reason.Of("smart.relevant", ("parent", goal.Parent?.Value ?? "-")));
    }

    // The first week is counted from the first day on which the subject works.
    private static Finding TimeBound(Goal goal, IReadings readings, LocalDate on)
    {
        var calendar = Calendar(goal, readings);
        var days = calendar.WorkingDaysIn(goal.Period);
        if (days == 0)
        {
            return new(Severity.Warn, Reason.Of("smart.no-working-day", ("period", ReasonValue.Period(goal.Period))));
        }

        var left = on > goal.Period.End ? 0 : calendar.WorkingDaysIn(new(LocalDate.Max(on, goal.Period.Start), goal.Period.End));
        return on > calendar.WorkingDayOnOrAfter(goal.Period.Start).PlusDays(6)
            ? new(Severity.Warn, Reason.Of("smart.late-start", ("date", on), ("period", ReasonValue.Period(goal.Period)), ("left", left), ("days", days)))
            : new(Severity.Info, Reason.Of("smart.time-bound", ("period", ReasonValue.Period(goal.Period)), ("days", days)));
    }

    // The days on which an agent works; teams and the branch work on the company's.
    private static IWorkCalendar Calendar(Goal goal, IReadings readings) => goal.Subject.Kind == SubjectKind.Agent
        ? readings.Facts.Organisation.WorkCalendarOf(goal.Subject.Agent, readings.Calendars.Work)
        : readings.Calendars.Work;
}

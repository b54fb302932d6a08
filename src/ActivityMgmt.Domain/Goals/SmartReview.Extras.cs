namespace ActivityMgmt.Domain;

public sealed partial class SmartReview
{
    // From this share of the period's working days on, known leave is worth a word.
    private static readonly Quantity MuchLeave = Quantity.Ratio(1m, 5m);

    private static IEnumerable<Finding> Terms(Goal goal, SmartContext context)
    {
        if (goal.Source == GoalSource.Measured)
        {
            var measure = context.Readings.Measures.FirstOrDefault(m => m.Id == goal.Measure);
            if (measure is null)
            {
                yield return new(Severity.Block, Reason.Of("smart.unknown-measure", ("measure", goal.Measure.Value)));
            }
            else if (measure.Unit != goal.Target.Unit)
            {
                yield return new(Severity.Block, Reason.Of("smart.other-unit", ("measure", goal.Measure), ("unit", measure.Unit.Code), ("target", goal.Target)));
            }
        }

        if (goal.Stretch is { } stretch && stretch.Unit == goal.Target.Unit
            && (goal.Direction == Direction.HigherIsBetter ? stretch <= goal.Target : stretch >= goal.Target))
        {
            yield return new(Severity.Warn, Reason.Of("smart.stretch-not-beyond", ("stretch", stretch), ("target", goal.Target)));
        }
    }

    // Leave that the target was lowered for already is no news.
    private static IEnumerable<Finding> Capacity(Goal goal, SmartContext context)
    {
        var organisation = context.Readings.Facts.Organisation;
        if (goal.Subject.Kind != SubjectKind.Agent || goal.Direction == Direction.LowerIsBetter
            || goal.Revisions.Any(r => r.Kind is AdjustmentKind.Leave or AdjustmentKind.ProRating) || !organisation.LeavesOf(goal.Subject.Agent).Any())
        {
            yield break;
        }

        var company = context.Readings.Calendars.Work;
        var all = organisation.WeekdaysOf(goal.Subject.Agent, company).WorkingDaysIn(goal.Period);
        var away = all - organisation.WorkCalendarOf(goal.Subject.Agent, company).WorkingDaysIn(goal.Period);
        if (away > 0 && Quantity.Ratio(away, all) >= MuchLeave)
        {
            yield return new(Severity.Warn, Reason.Of("smart.much-leave", ("agent", goal.Subject.Id), ("days", away), ("of", all)));
        }
    }

    private static IEnumerable<Finding> Scope(Goal goal, SmartContext context)
    {
        if (goal.Subject.Kind == SubjectKind.Agent && context.LicenceScope is { } scope
            && context.Readings.Facts.Organisation.IsLicensedOn(goal.Subject.Agent, goal.Period.Start) == true
            && context.Readings.Facts.Organisation.IsLicensedOn(goal.Subject.Agent, goal.Period.Start, scope) == false)
        {
            yield return new(Severity.Block, Reason.Of("smart.not-in-scope", ("agent", goal.Subject.Id), ("scope", scope), ("date", goal.Period.Start)));
        }
    }

    // Everybody's last result times one factor is no plan: it says nothing about what anybody can do.
    private static IEnumerable<Finding> Growth(Goal goal, SmartContext context)
    {
        if (goal.Subject.Kind != SubjectKind.Branch || context.Readings.Calendars.Fiscal.DaysBefore(goal.Period) is not { } before)
        {
            yield break;
        }

        var pairs = context.Goals
            .Where(g => g.Subject.Kind == SubjectKind.Agent && g.Measure == goal.Measure && g.Period == goal.Period && g.IsCascaded)
            .Select(g => (Target: g.Target.ToDecimal(), Last: GoalReadings.Of(g, context.Readings, before) is Reading.Measured m ? m.Value.ToDecimal() : 0m))
            .ToArray();
        var (target, last) = (pairs.Sum(p => p.Target), pairs.Sum(p => p.Last));
        if (pairs.Length >= 3 && pairs.All(p => p.Last > 0m) && pairs.All(p => Math.Abs(p.Target - (p.Last * target / last)) <= context.Piece))
        {
            yield return new(Severity.Info, Reason.Of(
                "smart.last-times-growth", ("agents", pairs.Length), ("growth", Quantity.Ratio(target - last, last)), ("period", ReasonValue.Period(before))));
        }
    }

    private static Finding Members(Goal goal, IReadings readings)
    {
        var organisation = readings.Facts.Organisation;
        var members = goal.Subject.Kind == SubjectKind.Team ? organisation.MembersWithin(new(goal.Subject.Id), goal.Period.Start) : organisation.ActiveOn(goal.Period.Start);
        var without = members.Count(m => organisation.IsLicensedOn(m, goal.Period.Start) == false);
        return without > 0
            ? new(Severity.Warn, Reason.Of("smart.members-without-licence", ("members", members.Count), ("without", without), ("date", goal.Period.Start)))
            : new(Severity.Info, Reason.Of("smart.relevant-to-members", ("parent", goal.Parent?.Value ?? "-"), ("members", members.Count)));
    }

    private static Finding Known(Goal goal, IReadings readings) => goal.Subject.Kind switch
    {
        SubjectKind.Agent when readings.Facts.Organisation.Find(goal.Subject.Agent) is null =>
            new(Severity.Block, Reason.Of("smart.unknown-agent", ("agent", goal.Subject.Id))),
        SubjectKind.Team when readings.Facts.Organisation.Teams.All(t => t.Value != goal.Subject.Id) =>
            new(Severity.Block, Reason.Of("smart.unknown-team", ("team", goal.Subject.Id))),
        _ => new(Severity.Info, Reason.Of("smart.specific", ("measure", goal.Measure), ("target", goal.Target), ("period", ReasonValue.Period(goal.Period)))),
    };
}

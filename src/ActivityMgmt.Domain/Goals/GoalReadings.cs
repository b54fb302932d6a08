namespace ActivityMgmt.Domain;

/// <summary>The one place that says what a goal's actual is, whether it is measured or typed in.</summary>
public static class GoalReadings
{
    /// <summary>What was reached in the goal's whole period.</summary>
    public static Reading Of(Goal goal, IReadings readings)
    {
        Guard.Against.Null(goal);
        return Of(goal, readings, goal.Period);
    }

    /// <summary>What was reached in a part of the goal's period, both ends included.</summary>
    /// <remarks>
    /// Entries of a period add up; entries of team members count for the team that they were in on the entry's day, and for the teams above it. Without any
    /// entry there is no data. The goal of a team with teams below holds these: their readings are added, each for the days on which it reported there;
    /// a measure that doesn't add up does not apply to it.
    /// </remarks>
    public static Reading Of(Goal goal, IReadings readings, DateInterval period)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(readings);
        Guard.Against.Null(period);
        if (goal.Source == GoalSource.Measured)
        {
            return goal.Subject.Kind == SubjectKind.Team
                ? OfTeam(goal.Measure, new(goal.Subject.Id), readings, period)
                : readings.Read(goal.Measure, goal.Subject, period);
        }

        var entries = EntriesOf(goal, readings.Facts).Where(e => period.Contains(e.Date)).ToArray();
        var evidence = new Evidence([new("entries", entries.Length)], entries.Select(e => e.Reference));
        return entries.Length == 0
            ? new Reading.NoData(Reason.Of("goal.no-entry", ("measure", goal.Measure), ("period", ReasonValue.Period(period))), evidence)
            : new Reading.Measured(Quantity.Of(entries.Sum(e => e.Value), goal.Target.Unit), evidence);
    }

    /// <summary>Readings in which the team of a goal holds the teams below it, as the goal does: for who forecasts or draws a pace. The same readings for any other goal.</summary>
    internal static IReadings Whole(Goal goal, IReadings readings) =>
        goal.Subject.Kind == SubjectKind.Team ? new OfWholeTeams(readings) : readings;

    // When a started manual goal's next entry was due; null when none is due, or another source has its values.
    internal static LocalDate? EntryDueOn(Goal goal, FactBook facts, LocalDate today, int days)
    {
        if (goal.Source != GoalSource.Manual || !goal.HasStartedBy(today))
        {
            return null;
        }

        var last = EntriesOf(goal, facts).Where(e => e.Date <= today && goal.Period.Contains(e.Date)).Select(e => (LocalDate?)e.Date).Max();
        var due = LocalDate.Min((last ?? goal.Period.Start.PlusDays(-1)).PlusDays(days), goal.Period.End);
        return due <= today && last != goal.Period.End ? due : null;
    }

    private static Reading OfTeam(MeasureId measure, TeamId team, IReadings readings, DateInterval period)
    {
        var organisation = readings.Facts.Organisation;
        var stretches = Stretches(organisation, period).Select(days => (Days: days, Below: organisation.TeamsBelow(team, days.Start))).ToArray();
        if (stretches.All(s => s.Below.Count == 0))
        {
            return readings.Read(measure, Subject.Of(team), period);
        }

        if (readings.Measures.FirstOrDefault(m => m.Id == measure) is { IsAdditive: false })
        {
            return new Reading.NotApplicable(Reason.Of("goal.parts-do-not-add-up", ("measure", measure)));
        }

        var parts = stretches.SelectMany(s => s.Below.Prepend(team).Select(t => readings.Read(measure, Subject.Of(t), s.Days))).ToArray();
        return (Reading?)parts.OfType<Reading.Absent>().FirstOrDefault()
            ?? parts.Cast<Reading.Measured>().Aggregate((sum, part) => new(sum.Value + part.Value, sum.Evidence.With(part.Evidence)));
    }

    // The period in pieces in which no team changes its place.
    private static IEnumerable<DateInterval> Stretches(Organisation organisation, DateInterval period)
    {
        var starts = organisation.Teams.SelectMany(organisation.PlacesOf)
            .SelectMany(p => p.Until is { } until && until < LocalDate.MaxIsoValue ? (LocalDate[])[p.Date, until.PlusDays(1)] : [p.Date])
            .Where(d => d > period.Start && d <= period.End)
            .Append(period.Start)
            .Distinct()
            .Order()
            .ToArray();
        return starts.Select((start, i) => new DateInterval(start, i + 1 < starts.Length ? starts[i + 1].PlusDays(-1) : period.End));
    }

    private sealed class OfWholeTeams(IReadings inner) : IReadings
    {
        public FactBook Facts => inner.Facts;

        public Calendars Calendars => inner.Calendars;

        public IReadOnlyList<MeasureDescription> Measures => inner.Measures;

        public IReadOnlyList<MeasureId> Funnel => inner.Funnel;

        public Reading Read(MeasureId measure, Subject subject, DateInterval period) =>
            subject.Kind == SubjectKind.Team ? OfTeam(measure, new(subject.Id), inner, period) : inner.Read(measure, subject, period);
    }

    private static IEnumerable<EntryFact> EntriesOf(Goal goal, FactBook facts) => facts.Entries.Where(e => e.Measure == goal.Measure.Value && goal.Subject.Kind switch
    {
        SubjectKind.Agent => e.Agent.Value == goal.Subject.Id,
        SubjectKind.Team => facts.Organisation.TeamOf(e.Agent, e.Date) is { } team
            && (team.Value == goal.Subject.Id || facts.Organisation.TeamsAbove(team, e.Date).Any(t => t.Value == goal.Subject.Id)),
        _ => true,
    });
}

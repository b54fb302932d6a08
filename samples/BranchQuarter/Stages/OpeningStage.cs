namespace BranchQuarter.Stages;

/// <summary>Opens the quarter: cascade, SMART findings, agreement, backward plans.</summary>
internal sealed class OpeningStage(GoalSetting goals, Planning planning, Screen screen)
{
    public async Task<OpeningSummary> RunAsync(CallContext call, Profile profile, long? knownAt, IProgress<double> progress, CancellationToken cancellation)
    {
        var opening = await goals.OpenAsync(call, profile.Quarter, profile.OpenedOn, knownAt, cancellation).OrThrow();
        progress.Report(0.4);
        await goals.AgreeAsync(call, profile.Quarter, profile.OpenedOn, knownAt, cancellation).OrThrow();
        progress.Report(0.6);
        var plans = await planning.PlanAsync(call, profile.Quarter, profile.OpenedOn, knownAt, cancellation).OrThrow();
        return new(opening, plans);
    }

    public void Tell(OpeningSummary summary)
    {
        foreach (var branch in summary.Opening.Goals.Where(g => g.Subject.Kind == SubjectKind.Branch))
        {
            var months = summary.MonthsOf(branch.Measure).ToArray();
            screen.Line(
                "bq.opening.cascade",
                ("measure", branch.Measure),
                ("target", branch.Revisions[0].Target),
                ("agents", months.Select(m => m.Subject).Distinct().Count()),
                ("sum", months.Aggregate(branch.Target - branch.Target, (sum, m) => sum + m.Target)));
        }

        var findings = summary.Opening.Findings.SelectMany(f => f.Findings).Where(f => f.Severity != Severity.Info).ToArray();
        foreach (var group in findings.GroupBy(f => f.Reason.Code).OrderByDescending(g => g.Count()))
        {
            screen.Line("bq.opening.finding", ("times", group.Count()), ("finding", ReasonValue.Term("bq." + group.Key)));
        }

        screen.Line("bq.opening.plans", ("plans", summary.Plans.Count), ("own", summary.Plans.Count(p => p.Steps.All(s => s.Basis == PlanBasis.Own))));
    }
}

/// <summary>What opening the quarter gave.</summary>
internal sealed record OpeningSummary(QuarterOpening Opening, IReadOnlyList<ActivityPlan> Plans)
{
    /// <summary>All agents' monthly goals of a measure.</summary>
    public IEnumerable<Goal> MonthsOf(MeasureId measure) => Opening.Goals.Where(g =>
        g.Measure == measure && g.Subject.Kind == SubjectKind.Agent && g.Period != FiscalCalendars.Gregorian.IntervalOf(Opening.Quarter));
}

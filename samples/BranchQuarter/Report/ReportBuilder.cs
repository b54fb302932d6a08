using System.Globalization;
using BranchQuarter.Output;

namespace BranchQuarter.Report;

/// <summary>Everything that the run found out; stages that were skipped left their part empty.</summary>
internal sealed record RunResults
{
    public required Profile Profile { get; init; }

    public required string Branch { get; init; }

    /// <summary>The measure of the first target: the one that the report shows.</summary>
    public required MeasureId Measure { get; init; }

    public required IReadings Readings { get; init; }

    public required Names Names { get; init; }

    public required Stages.OpeningSummary Opening { get; init; }

    public required IReadOnlyList<Goal> GoalsAtEnd { get; init; }

    public required IReadOnlyList<Checkpoint> Checkpoints { get; init; }

    public required QuarterClosing Closing { get; init; }

    public required IReadOnlyList<Statement> Statements { get; init; }

    public required IReadOnlyList<StatementDifference> Differences { get; init; }

    public required IReadOnlyList<RankProposal> Ranks { get; init; }

    public required IReadOnlyList<TitleAward> Titles { get; init; }

    public required IReadOnlyList<SupportOffer> Offers { get; init; }

    public required IReadOnlyList<string> Skipped { get; init; }
}

/// <summary>Puts the report for a branch manager together, in the reader's language.</summary>
internal sealed class ReportBuilder(RunResults run, Screen screen)
{
    private readonly Organisation _organisation = run.Readings.Facts.Organisation;
    private readonly MeasureId _measure = run.Measure;
    private readonly DateInterval _quarter = run.Profile.Days;

    public ReportData Build() => new()
    {
        Title = screen.Say("bq.report.title", ("branch", run.Profile.Name(screen.Culture)), ("quarter", run.Profile.Quarter.ToString())),
        Subtitle = screen.Say("bq.report.subtitle", ("period", ReasonValue.Period(_quarter)), ("closed", run.Profile.ClosedOn)),
        Cards = [.. Cards()],
        Attainment = [.. Teams()],
        Pace = [.. Pace()],
        PaceTarget = BranchGoal.Target.ToDecimal(),
        Funnel = [.. run.Readings.Funnel.Select(m => new FunnelStep(screen.Word(m.Value), ValueOf(m, BranchGoal.Subject)?.ToDecimal() ?? 0m))],
        PayComponents = [.. Components.Select(ComponentName)],
        Pay = [.. Pay()],
        Tables = [TeamTable(), CheckpointTable(), ScorecardTable(), ComplianceTable(), RankTable(), TitleTable(), OfferTable(), AdjustmentTable(), NextGoalTable()],
        Notes = [.. run.Skipped, screen.Word("bq.report.note.evidence")],
    };

    private Goal BranchGoal => run.GoalsAtEnd.First(g => g.Subject.Kind == SubjectKind.Branch && g.Measure == _measure);

    private string[] Components => [.. run.Statements.SelectMany(s => s.Lines).Select(l => l.Component).Distinct()];

    private string ComponentName(string component) =>
        screen.Word("component." + component) is var word && !word.StartsWith("component.", StringComparison.Ordinal) ? word : component;

    private Quantity? ValueOf(MeasureId measure, Subject subject) =>
        run.Readings.Read(measure, subject, _quarter) is Reading.Measured m ? m.Value : null;

    private bool Knows(string measure) => run.Readings.Measures.Any(m => m.Id.Value == measure);

    private IEnumerable<Card> Cards()
    {
        var value = ValueOf(_measure, BranchGoal.Subject);
        yield return new(
            screen.Word(_measure.Value),
            value is { } v ? screen.Show(v) : "–",
            screen.Say("bq.card.of-target", ("target", BranchGoal.Target), ("share", value is { } a && BranchGoal.AchievementOf(a) is { } share ? share : "-")));
        foreach (var measure in new[] { "cases", "persistency-13m", "satisfaction", "market-growth", "own-growth", "deals-won", "win-rate" })
        {
            if (Knows(measure))
            {
                yield return new(screen.Word(measure), ValueOf(new(measure), BranchGoal.Subject) is { } shown ? screen.Show(shown) : "–", "");
            }
        }

        if (run.Statements.Count > 0)
        {
            var currency = run.Statements[0].Currency;
            yield return new(
                screen.Word("bq.card.pay"),
                screen.Show(Quantity.Of(run.Statements.Aggregate(Money.Zero(currency), (sum, s) => sum + s.Total))),
                screen.Say("bq.card.held", ("held", run.Statements.Aggregate(Money.Zero(currency), (sum, s) => sum + s.HeldTotal))));
        }
    }

    private IEnumerable<Attainment> Teams() => run.GoalsAtEnd
        .Where(g => g.Subject.Kind == SubjectKind.Team && g.Measure == _measure)
        .OrderBy(g => g.Subject.Id, StringComparer.Ordinal)
        .Select(g => new Attainment(run.Names.Of(new TeamId(g.Subject.Id), _organisation, _quarter.End), g.Target.ToDecimal(), ValueOf(_measure, g.Subject)?.ToDecimal() ?? 0m));

    // At each checkpoint's day: the branch's target × pace, and what the branch had by then as it is known now.
    private IEnumerable<PacePoint> Pace()
    {
        var pace = PaceCurves.WorkingDays(run.Profile.Calendar);
        foreach (var day in run.Checkpoints.Select(c => c.AsOf).Append(_quarter.End).Distinct().Order())
        {
            var share = pace(day, _quarter);
            yield return new(
                day,
                BranchGoal.Target.ToDecimal() * share.Numerator / share.Denominator,
                run.Readings.Read(_measure, BranchGoal.Subject, new(_quarter.Start, day)) is Reading.Measured m ? m.Value.ToDecimal() : 0m);
        }
    }

    private IEnumerable<PayBar> Pay() => run.Statements
        .GroupBy(s => _organisation.TeamOf(s.Agent, _quarter.End) ?? LastTeamOf(s.Agent))
        .OrderBy(g => g.Key?.Value, StringComparer.Ordinal)
        .Select(g => new PayBar(
            g.Key is { } team ? run.Names.Of(team, _organisation, _quarter.End) : screen.Word("bq.no-team"),
            [.. Components.Select(c => g.SelectMany(s => s.Lines).Where(l => l.Component == c && l.Outcome == LineOutcome.Earned).Sum(l => l.Amount?.Amount ?? 0m))],
            g.Sum(s => s.HeldTotal.Amount)));

    private TeamId? LastTeamOf(AgentId agent) =>
        _organisation.Find(agent)?.LeftOn is { } left ? _organisation.TeamOf(agent, left) : null;

    private Table TeamTable()
    {
        var subjects = run.GoalsAtEnd.Where(g => g.Subject.Kind != SubjectKind.Agent && g.Measure == _measure)
            .Select(g => g.Subject).OrderBy(x => x.Kind).ThenBy(x => x.Id, StringComparer.Ordinal).ToArray();
        return new(
            screen.Word("bq.table.teams"),
            [screen.Word("bq.measure"), .. subjects.Select(x => x.Kind == SubjectKind.Branch ? screen.Word("bq.level.Branch") : run.Names.Of(new TeamId(x.Id), _organisation, _quarter.End))],
            [
                .. run.Readings.Measures.Select(m => (IReadOnlyList<string>)
                    [screen.Word(m.Id.Value), .. subjects.Select(x => ValueOf(m.Id, x) is { } v ? screen.Show(v) : "–")]),
            ],
            [.. Enumerable.Range(1, subjects.Length)]);
    }

    private Table CheckpointTable() => new(
        screen.Word("bq.table.checkpoints"),
        [screen.Word("bq.agent"), screen.Word("bq.chart.expected"), screen.Word("bq.chart.actual"), screen.Word("bq.forecast"), screen.Word("bq.status"), screen.Word("bq.cause"), screen.Word("bq.proposal")],
        [
            .. run.Checkpoints.Where(c => c.AsOf == run.Checkpoints[^1].AsOf && c.Status is GoalStatus.Behind or GoalStatus.OffTrack)
                .OrderBy(c => c.Status == GoalStatus.OffTrack ? 0 : 1).ThenBy(c => c.Subject.Id, StringComparer.Ordinal)
                .Select(c => (IReadOnlyList<string>)
                [
                    run.Names.Full(c.Subject.Agent),
                    screen.Show(c.Expected),
                    c.Actual is Reading.Measured m ? screen.Show(m.Value) : "–",
                    c.Forecast is Forecast.Made f ? screen.Show(f.Expected) : "–",
                    screen.Word($"status.{c.Status}"),
                    CheckpointFile.Explain(c.Cause, screen),
                    string.Join(" ", c.Proposals.Select(screen.Say)),
                ]),
        ],
        [1, 2, 3]);

    private Table ScorecardTable() => new(
        screen.Word("bq.table.scorecards"),
        [screen.Word("bq.agent"), screen.Word("bq.total"), .. Parts.Select(p => screen.Word("scorecard." + p)), screen.Word("bq.actions")],
        [
            .. run.Closing.Evaluations.OrderByDescending(e => e.Scorecard.Total).ThenBy(e => e.Agent.Value, StringComparer.Ordinal)
                .Select(e => (IReadOnlyList<string>)
                [
                    run.Names.Full(e.Agent),
                    Points(e.Scorecard.Total),
                    .. Parts.Select(p => Points(e.Scorecard.Parts.First(x => x.Id == p).Score)),
                    string.Join(" ", e.Actions.Select(a => screen.Say(a.Reason))),
                ]),
        ],
        [.. Enumerable.Range(1, Parts.Length + 1)]);

    private string[] Parts => run.Closing.Evaluations is [var first, ..] ? [.. first.Scorecard.Parts.Select(p => p.Id)] : [];

    private Table ComplianceTable() => new(
        screen.Word("bq.table.compliance"),
        [screen.Word("bq.rule"), screen.Word("bq.outcome"), screen.Word("bq.agent"), screen.Word("bq.reason")],
        [
            .. run.Closing.Compliance.Where(c => c.Outcome is ComplianceOutcome.Block or ComplianceOutcome.Warn)
                .Select(c => (IReadOnlyList<string>)
                    [c.Rule, screen.Word($"compliance.outcome.{c.Outcome}"), c.Agent is { } a ? run.Names.Full(a) : "–", screen.Say(c.Reason)]),
        ],
        []);

    private Table RankTable() => new(
        screen.Word("bq.table.ranks"),
        [screen.Word("bq.agent"), screen.Word("bq.rank"), screen.Word("bq.outcome"), screen.Word("bq.new-rank"), screen.Word("bq.reason")],
        [
            .. run.Ranks.Where(r => r.Outcome != RankOutcome.Maintain)
                .Select(r => (IReadOnlyList<string>)
                    [run.Names.Full(r.Agent), r.Rank ?? "–", screen.Word("assessment.outcome.", r.Outcome), r.NewRank ?? "–", screen.Say(r.Reason)]),
        ],
        []);

    private Table TitleTable() => new(
        screen.Word("bq.table.titles"),
        [screen.Word("bq.title"), screen.Word("bq.agent"), screen.Word("bq.status"), screen.Word("bq.reason")],
        [
            .. run.Titles.Select(t => (IReadOnlyList<string>)
                [screen.Word("title." + t.Title), run.Names.Full(t.Agent), screen.Word("honours.status.", t.Status), string.Join(" ", t.Reasons.Select(screen.Say))]),
        ],
        []);

    private Table OfferTable() => new(
        screen.Word("bq.table.offers"),
        [screen.Word("bq.offer"), screen.Word("bq.agent"), screen.Word("bq.reason")],
        [
            .. run.Offers.Select(o => (IReadOnlyList<string>)
                [screen.Word("support." + o.Rule), run.Names.Full(o.Agent), string.Join(" ", o.Reasons.Select(screen.Say))]),
        ],
        []);

    private Table AdjustmentTable() => new(
        screen.Word("bq.table.adjustments"),
        [screen.Word("bq.agent"), screen.Word("bq.line"), screen.Word("bq.amount")],
        [
            .. run.Differences.SelectMany(d => d.Lines.Select(l => (IReadOnlyList<string>)[run.Names.Full(d.Issued.Agent), l.Id, screen.Show(Quantity.Of(l.Adjustment))])),
        ],
        [2]);

    private Table NextGoalTable() => new(
        screen.Word("bq.table.next"),
        [screen.Word("bq.agent"), screen.Word("bq.measure"), screen.Word("bq.next-target"), screen.Word("bq.reason")],
        [
            .. run.Closing.NextGoals.Where(g => g.Measure == _measure)
                .Select(g => (IReadOnlyList<string>)
                    [run.Names.Full(g.Subject.Agent), screen.Word(g.Measure.Value), screen.Show(g.Target), screen.Say(g.Revisions[^1].Reason)]),
        ],
        [2]);

    private static string Points(decimal? points) => points?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";
}

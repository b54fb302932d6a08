namespace ActivityMgmt.Kpi;

/// <summary>Names the step of the funnel that is weak: too few entries of the first step a working day, or too little conversion from one step to the next.</summary>
/// <remarks>
/// <para>Each step is compared with the subject's own usual stretch (an agent's from joining on). Where an agent's past has few entries, the team's rate fills it up. The evidence of a
/// step is how many times likelier its figures are with half of the usual rate than with all of it.</para>
/// <para>How much evidence it takes is set by what is allowed to go wrong: of stretches with these samples in which nothing is wrong, chance lifts some step over its bar in
/// <see cref="FunnelCauseFinderOptions.FalseAlarms"/>. The strongest evidence is let in first, so steps that are entered often, which chance seldom makes look weak, leave their part
/// to those with few entries.</para>
/// <para>The step with the most evidence is the cause when it passes its bar and is far enough below the usual. When a second one passes the bar that chance passes ten times less often,
/// or none passes, there is no single cause; no step with enough entries is no data. Statistics use binary floating point inside; the figures that are shown are exact.
/// Immutable and safe for concurrent use.</para>
/// </remarks>
public sealed class FunnelCauseFinder : ICauseFinder
{
    private readonly FunnelCauseFinderOptions _options;

    /// <summary>A cause finder with the default thresholds.</summary>
    public FunnelCauseFinder()
        : this(new())
    {
    }

    /// <summary>A cause finder.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share of false alarms is not between 0 and 1, or a sample is negative.</exception>
    public FunnelCauseFinder(FunnelCauseFinderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.FalseAlarms);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.FalseAlarms, 1m);
        ArgumentOutOfRangeException.ThrowIfNegative(options.FilledUpTo);
        _options = options;
    }

    /// <inheritdoc/>
    public Cause Find(IReadings readings, Subject subject, DateInterval recent, DateInterval usual)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(recent);
        ArgumentNullException.ThrowIfNull(usual);
        if (readings.Funnel.Count == 0)
        {
            return new Cause.NoData(Reason.Of("kpi.cause-no-funnel"));
        }

        var organisation = readings.Facts.Organisation;
        var parts = PartsOf(organisation, subject, recent.End);
        var now = Of(readings, parts, recent);
        var pasts = new Pasts(
            new(() => JoinedIn(organisation, subject, recent, usual) is var from && from <= usual.End ? Of(readings, parts, new(from, usual.End)) : null),
            new(() => subject.Kind == SubjectKind.Agent && organisation.TeamOf(subject.Agent, recent.End) is { } team ? Of(readings, [Subject.Of(team)], usual) : null));
        var judged = Enumerable.Range(0, readings.Funnel.Count).Select(step => Judge(step, now, pasts, readings.Funnel[step])).OfType<Judged>().ToArray();
        if (judged.Length == 0)
        {
            return new Cause.NoData(Reason.Of("kpi.cause-small-sample", ("recent", _options.RecentSample), ("usual", _options.UsualSample), ("period", ReasonValue.Period(recent))));
        }

        var figures = judged.SelectMany((j, step) => j.Evidence.Figures((double)_options.SmallestGap).Select(f => (Step: step, f.Evidence, f.Chance)))
            .OrderByDescending(f => f.Evidence).ToArray();
        var (bars, highBars) = (Bars(figures, judged.Length, (double)_options.FalseAlarms), Bars(figures, judged.Length, (double)_options.FalseAlarms / 10.0));
        var weak = judged.Select((j, step) => (j.Step, Evidence: j.Evidence.Evidence(), Bar: bars[step], HighBar: highBars[step], j.Evidence.Gap))
            .Where(j => j.Gap >= (double)_options.SmallestGap && j.Evidence >= j.Bar).OrderByDescending(j => j.Evidence).ToArray();
        if (weak.Length == 0)
        {
            return new Cause.NoSingleCause(Reason.Of("kpi.cause-none", ("steps", judged.Length), ("period", ReasonValue.Period(recent))));
        }

        return weak.Skip(1).Any(w => w.Evidence >= w.HighBar)
            ? new Cause.NoSingleCause(Reason.Of(
                "kpi.cause-several",
                ("steps", string.Join(", ", judged.Select(j => j.Step).Where(s => s == weak[0].Step || weak.Any(w => w.Step == s && w.Evidence >= w.HighBar)).Select(s => s.Step.Value))),
                ("period", ReasonValue.Period(recent))))
            : weak[0].Step;
    }

    // The least evidence of each step that still counts: the strongest figures of all steps are let in first, as long as chance shows any of those let in no more often than allowed.
    private static double[] Bars((int Step, double Evidence, double Chance)[] figures, int steps, double allowed)
    {
        var (bars, chances) = (Enumerable.Repeat(double.PositiveInfinity, steps).ToArray(), new double[steps]);
        foreach (var (step, evidence, chance) in figures)
        {
            if (chances.Sum() - chances[step] + chance <= allowed)
            {
                (bars[step], chances[step]) = (evidence, chance);
            }
        }

        return bars;
    }

    private Judged? Judge(int step, Stretch now, Pasts pasts, MeasureId id)
    {
        var from = Math.Max(step - 1, 0);
        var (entries, before, scale, basis) = Usual(step, pasts);
        var enough = step == 0
            ? before > 0m && now.Days > 0 && entries / before * now.Days >= _options.RecentSample
            : now.Entries[from] >= _options.RecentSample;
        if (basis is null || !enough || entries == 0m)
        {
            return null;
        }

        var (actual, of) = (now.Entries[step], step == 0 ? now.Days : now.Entries[from]);
        return new(
            step == 0
                ? new((double)actual, (double)of, (double)(entries / scale), (double)(before / scale), true)
                : StepEvidence.OfConversion((double)actual, (double)of, (double)(entries / scale), (double)(before / scale)),
            new()
            {
                Step = id,
                Kind = step == 0 ? CauseKind.Volume : CauseKind.Conversion,
                Actual = step == 0 ? Quantity.Fraction(actual, of, Unit.Count) : Quantity.Ratio(actual, of),
                Usual = step == 0 ? Quantity.Fraction(entries, before, Unit.Count) : Quantity.Ratio(entries, before),
                SampleSize = (int)now.Entries[from],
                Basis = basis,
            });
    }

    // What is usual: entries of the step, and what they come from; both times a scale that keeps them exact. The own past; where that has few entries, as many as are missing
    // at the team's rate.
    private (decimal Entries, decimal Before, decimal Scale, string? Basis) Usual(int step, Pasts pasts)
    {
        var from = Math.Max(step - 1, 0);
        var own = pasts.Own.Value;
        var (sample, entries, before) = own is null ? (0m, 0m, 0m) : (own.Entries[from], own.Entries[step], step == 0 ? own.Days : own.Entries[from]);
        if (sample < _options.FilledUpTo && pasts.Team.Value is { } team && team.Entries[from] > 0m)
        {
            var (all, missing) = (team.Entries[from], Math.Min(_options.FilledUpTo - sample, team.Entries[from]));
            return (
                (entries * all) + (team.Entries[step] * missing),
                (before * all) + ((step == 0 ? team.Days : all) * missing),
                all,
                sample + missing < _options.UsualSample ? null : sample == 0m ? "team" : "own-and-team");
        }

        return (entries, before, 1m, sample < _options.UsualSample ? null : "own");
    }

    private static LocalDate JoinedIn(Organisation organisation, Subject subject, DateInterval recent, DateInterval usual) =>
        subject.Kind == SubjectKind.Agent && organisation.JoinedOn(subject.Agent, recent.End) is { } joined ? LocalDate.Max(usual.Start, joined) : usual.Start;

    // A team holds the teams below it, in both stretches as they stand at the end, so that like is compared with like.
    private static IReadOnlyList<Subject> PartsOf(Organisation organisation, Subject subject, LocalDate on) => subject.Kind == SubjectKind.Team
        ? [subject, .. organisation.TeamsBelow(new(subject.Id), on).Select(Subject.Of)]
        : [subject];

    private static Stretch Of(IReadings readings, IReadOnlyList<Subject> subjects, DateInterval period) => new(
        [.. readings.Funnel.Select(step => subjects.Sum(s => readings.Read(step, s, period) is Reading.Measured m ? m.Value.ToDecimal() : 0m))],
        subjects.Sum(s => Days(readings, s, period)));

    // An agent's own working days; of a team or the branch those of each who is there.
    private static int Days(IReadings readings, Subject subject, DateInterval period)
    {
        var (organisation, company) = (readings.Facts.Organisation, readings.Calendars.Work);
        return subject.Kind switch
        {
            SubjectKind.Agent => organisation.WorkCalendarOf(subject.Agent, company).WorkingDaysIn(period),
            SubjectKind.Team => organisation.WorkingDaysOf(new(subject.Id), period, company),
            _ => organisation.WorkingDaysOfAll(period, company),
        };
    }

    private sealed record Stretch(decimal[] Entries, int Days);

    // Each is read only when it is looked at.
    private sealed record Pasts(Lazy<Stretch?> Own, Lazy<Stretch?> Team);

    private sealed record Judged(StepEvidence Evidence, Cause.WeakStep Step);
}

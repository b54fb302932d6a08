namespace ActivityMgmt.Kpi;

/// <summary>Names the step of the funnel that is weak: too few entries of the first step a working day, or too little conversion from one step to the next.</summary>
/// <remarks>
/// <para>Each step is compared with the agent's own usual stretch (from joining on), or with the team's when that has too few entries. The difference is
/// divided by its standard error: for volume that of two Poisson rates, for conversion that of two proportions under a common one, where the share that
/// did not convert counts as at least a quarter, since a step may have more entries than the one before.</para>
/// <para>Exactly one step beyond the thresholds is the cause; none or several are no single cause; no step with enough entries is no data.
/// Statistics use binary floating point inside; the figures that are shown are exact. Immutable and safe for concurrent use.</para>
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
    public FunnelCauseFinder(FunnelCauseFinderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public Cause Find(IReadings readings, AgentId agent, DateInterval recent, DateInterval usual)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(recent);
        ArgumentNullException.ThrowIfNull(usual);
        if (readings.Funnel.Count == 0)
        {
            return new Cause.NoData(Reason.Of("kpi.cause-no-funnel"));
        }

        var pasts = Pasts(readings, agent, recent, usual);
        var now = new Stretch(Counts(readings, Subject.Of(agent), recent), readings.Calendars.Work.WorkingDaysIn(recent), "own");
        var judged = Enumerable.Range(0, readings.Funnel.Count).Select(step => Judge(step, now, pasts, readings.Funnel)).OfType<Judged>().ToArray();
        var weak = judged.Where(j => j.IsWeak).ToArray();
        return judged.Length == 0
            ? new Cause.NoData(Reason.Of("kpi.cause-small-sample", ("recent", _options.RecentSample), ("usual", _options.UsualSample), ("period", ReasonValue.Period(recent))))
            : weak.Length == 1
                ? weak[0].Step
                : new Cause.NoSingleCause(weak.Length == 0
                    ? Reason.Of("kpi.cause-none", ("steps", judged.Length), ("period", ReasonValue.Period(recent)))
                    : Reason.Of("kpi.cause-several", ("steps", string.Join(", ", weak.Select(w => w.Step.Step.Value))), ("period", ReasonValue.Period(recent))));
    }

    private Judged? Judge(int step, Stretch now, Stretch[] pasts, IReadOnlyList<MeasureId> funnel)
    {
        foreach (var past in pasts)
        {
            if ((step == 0 ? past.Entries[0] : past.Entries[step - 1]) >= _options.UsualSample && past.Days > 0)
            {
                return step == 0 ? Volume(now, past, funnel[0]) : Conversion(step, now, past, funnel[step]);
            }
        }

        return null;
    }

    private Judged? Volume(Stretch now, Stretch past, MeasureId step)
    {
        var (rate, usual) = ((double)now.Entries[0] / Math.Max(now.Days, 1), (double)past.Entries[0] / past.Days);
        if (now.Days == 0 || usual * now.Days < _options.RecentSample)
        {
            return null;
        }

        var common = (double)(now.Entries[0] + past.Entries[0]) / (now.Days + past.Days);
        var error = Math.Sqrt(common * ((1.0 / now.Days) + (1.0 / past.Days)));
        return new(IsWeak(rate, usual, error), new()
        {
            Step = step,
            Kind = CauseKind.Volume,
            Actual = Quantity.Fraction(now.Entries[0], now.Days, Unit.Count),
            Usual = Quantity.Fraction(past.Entries[0], past.Days, Unit.Count),
            SampleSize = (int)now.Entries[0],
            Basis = past.Basis,
        });
    }

    private Judged? Conversion(int step, Stretch now, Stretch past, MeasureId id)
    {
        var (before, usualBefore) = (now.Entries[step - 1], past.Entries[step - 1]);
        if (before < _options.RecentSample)
        {
            return null;
        }

        var (share, usual) = ((double)(now.Entries[step] / before), (double)(past.Entries[step] / usualBefore));
        var common = (double)((now.Entries[step] + past.Entries[step]) / (before + usualBefore));
        var error = Math.Sqrt(Math.Max(common, 0.0) * Math.Max(1.0 - common, 0.25) * ((1.0 / (double)before) + (1.0 / (double)usualBefore)));
        return new(IsWeak(share, usual, error), new()
        {
            Step = id,
            Kind = CauseKind.Conversion,
            Actual = Quantity.Ratio(now.Entries[step], before),
            Usual = Quantity.Ratio(past.Entries[step], usualBefore),
            SampleSize = (int)before,
            Basis = past.Basis,
        });
    }

    private bool IsWeak(double actual, double usual, double error) =>
        error > 0.0
        && usual - actual >= (double)_options.SmallestGap * usual
        && (usual - actual) / error >= (double)_options.Threshold;

    // The agent's own past, then the team's: its entries over the working days of all its members.
    private static Stretch[] Pasts(IReadings readings, AgentId agent, DateInterval recent, DateInterval usual)
    {
        var organisation = readings.Facts.Organisation;
        var pasts = new List<Stretch>();
        var from = LocalDate.Max(usual.Start, organisation.JoinedOn(agent, recent.End) ?? usual.Start);
        if (from <= usual.End)
        {
            var own = new DateInterval(from, usual.End);
            pasts.Add(new(Counts(readings, Subject.Of(agent), own), readings.Calendars.Work.WorkingDaysIn(own), "own"));
        }

        if (organisation.TeamOf(agent, recent.End) is { } team)
        {
            var days = usual.Where(readings.Calendars.Work.IsWorkingDay).Sum(day => organisation.MembersOf(team, day).Count);
            pasts.Add(new(Counts(readings, Subject.Of(team), usual), days, "team"));
        }

        return [.. pasts];
    }

    private static decimal[] Counts(IReadings readings, Subject subject, DateInterval period) =>
        [.. readings.Funnel.Select(step => readings.Read(step, subject, period) is Reading.Measured m ? m.Value.ToDecimal() : 0m)];

    private sealed record Stretch(decimal[] Entries, int Days, string Basis);

    private sealed record Judged(bool IsWeak, Cause.WeakStep Step);
}

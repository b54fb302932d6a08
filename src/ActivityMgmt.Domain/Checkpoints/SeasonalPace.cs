namespace ActivityMgmt.Domain;

/// <summary>A pace drawn from earlier periods.</summary>
internal sealed class SeasonalPace(PaceBasis basis, decimal minimum)
{
    private readonly PaceCurve _workingDays = PaceCurves.WorkingDays(basis.Readings.Calendars.Work);

    public PaceCurve Curve()
    {
        var isAdditive = basis.Readings.Measures.FirstOrDefault(m => m.Id == basis.Goal.Measure)?.IsAdditive == true;
        var past = isAdditive ? PastPeriods() : [];
        foreach (var subject in Subjects())
        {
            var total = past.Sum(p => Sum(subject, p));
            if (past.Count > 0 && total >= minimum)
            {
                return (date, period) => Share(date, period, subject, past, total);
            }
        }

        return _workingDays;
    }

    // Whole periods like the goal's, back from its first day.
    private List<DateInterval> PastPeriods()
    {
        var past = new List<DateInterval>();
        var before = basis.Readings.Calendars.Fiscal.DaysBefore(basis.Goal.Period);
        while (before is not null && before.Start >= basis.History.Start)
        {
            past.Add(before);
            before = basis.Readings.Calendars.Fiscal.DaysBefore(before);
        }

        return past;
    }

    private IEnumerable<Subject> Subjects()
    {
        var own = basis.Goal.Subject;
        yield return own;
        if (own.Kind == SubjectKind.Agent && basis.Readings.Facts.Organisation.TeamOf(own.Agent, basis.Goal.Period.Start) is { } team)
        {
            yield return Subject.Of(team);
        }

        if (own.Kind != SubjectKind.Branch)
        {
            yield return Subject.Everybody;
        }
    }

    private Quantity Share(LocalDate date, DateInterval period, Subject subject, IReadOnlyList<DateInterval> past, decimal total)
    {
        if (date < period.Start || date >= period.End)
        {
            return _workingDays(date, period);
        }

        var elapsed = _workingDays(date, period);
        var done = past.Sum(p => DayWith(elapsed, p) is { } day ? Sum(subject, new(p.Start, day)) : 0m);
        return Quantity.Ratio(Math.Clamp(done, 0m, total), total);
    }

    // The last day of an earlier period by which no more than a share of its working days was over.
    private LocalDate? DayWith(Quantity elapsed, DateInterval period)
    {
        LocalDate? last = null;
        foreach (var day in period)
        {
            if (_workingDays(day, period) > elapsed)
            {
                break;
            }

            last = day;
        }

        return last;
    }

    private decimal Sum(Subject subject, DateInterval period) =>
        basis.Readings.Read(basis.Goal.Measure, subject, period) is Reading.Measured m ? Math.Max(0m, m.Value.ToDecimal()) : 0m;
}

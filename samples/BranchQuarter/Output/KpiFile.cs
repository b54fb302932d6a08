using System.Globalization;
using NodaTime.Text;

namespace BranchQuarter.Output;

/// <summary><c>kpis.csv</c>: every measure of every agent, team and the branch, for all quarters together, each quarter that has facts, and each month of the quarter that was run.</summary>
internal static class KpiFile
{
    private static readonly Rounding Shown = new(0.000001m, RoundingMode.HalfAwayFromZero);

    private static readonly string[] Header = ["period_from", "period_to", "level", "subject", "name", "measure", "measure_name", "value", "unit", "facts", "why_absent"];

    public static void Write(string path, IReadings readings, Profile profile, string branch, Names names, Screen screen) =>
        CsvTable.Write(path, Header, Rows(readings, profile, branch, names, screen));

    private static IEnumerable<string[]> Rows(IReadings readings, Profile profile, string branch, Names names, Screen screen)
    {
        foreach (var period in Periods(readings, profile))
        {
            foreach (var (subject, name) in Subjects(readings.Facts.Organisation, period, branch, names))
            {
                foreach (var measure in readings.Measures)
                {
                    yield return Row(readings.Read(measure.Id, subject, period), measure, subject, name, period, screen);
                }
            }
        }
    }

    /// <summary>All quarters together, from the first with an activity or a stage entry to the one that is run; then each of them; then the months of the one that is run.</summary>
    private static IEnumerable<DateInterval> Periods(IReadings readings, Profile profile)
    {
        var first = readings.Facts.All.Where(f => f is ActivityFact or OpportunityFact).Select(f => f.Date).DefaultIfEmpty(profile.OpenedOn).Min();
        yield return new(FiscalCalendars.Gregorian.PeriodContaining(PeriodKind.Quarter, first).Interval.Start, profile.Days.End);
        for (var quarter = FiscalCalendars.Gregorian.QuarterOf(first); quarter <= profile.Quarter; quarter = quarter.Next)
        {
            yield return FiscalCalendars.Gregorian.IntervalOf(quarter);
        }

        foreach (var month in FiscalCalendars.Gregorian.MonthsOf(profile.Quarter))
        {
            yield return month;
        }
    }

    private static IEnumerable<(Subject Subject, string Name)> Subjects(Organisation organisation, DateInterval period, string branch, Names names)
    {
        yield return (Subject.Branch(branch), branch);
        foreach (var team in organisation.Teams)
        {
            yield return (Subject.Of(team), names.Of(team, organisation, period.End));
        }

        foreach (var agent in organisation.ActiveIn(period))
        {
            yield return (Subject.Of(agent), names.Of(agent));
        }
    }

    private static string[] Row(Reading reading, MeasureDescription measure, Subject subject, string name, DateInterval period, Screen screen) =>
    [
        LocalDatePattern.Iso.Format(period.Start),
        LocalDatePattern.Iso.Format(period.End),
        screen.Word($"bq.level.{subject.Kind}"),
        subject.Id,
        name,
        measure.Id.Value,
        screen.Word(measure.Id.Value),
        reading is Reading.Measured m ? CsvTable.Number(m.Value, Shown) : "",
        measure.Unit.Code,
        (reading switch { Reading.Measured r => r.Evidence, Reading.Absent a => a.Evidence, _ => Evidence.None }).Facts.Count.ToString(CultureInfo.InvariantCulture),
        reading is Reading.Absent absent ? screen.Say(absent.Reason) : "",
    ];
}

using CsCheck;

namespace ActivityMgmt.Domain.Tests;

/// <summary>What every ready-made calendar promises, whatever its settings.</summary>
public class FiscalCalendarTilingTests
{
    [Fact]
    public void A_dates_period_contains_it() => Check((calendar, kind, date) => calendar.PeriodContaining(kind, date).Interval.Contains(date));

    [Fact]
    public void All_days_of_a_period_belong_to_it() => Check((calendar, kind, date) =>
    {
        var period = calendar.PeriodContaining(kind, date);
        return period.Interval.All(day => calendar.PeriodContaining(kind, day) == period);
    });

    [Fact]
    public void A_period_is_found_by_its_number() => Check((calendar, kind, date) =>
    {
        var period = calendar.PeriodContaining(kind, date);
        return period.Kind == kind && calendar.PeriodOf(kind, period.Year, period.Number) == period;
    });

    [Fact]
    public void The_next_period_begins_on_the_day_after_and_goes_back_to_this_one() => Check((calendar, kind, date) =>
    {
        var period = calendar.PeriodContaining(kind, date);
        var next = calendar.Next(period);
        return next.Interval.Start == period.Interval.End.PlusDays(1) && calendar.Previous(next) == period && next > period;
    });

    [Fact]
    public void The_previous_period_ends_on_the_day_before_and_leads_to_this_one() => Check((calendar, kind, date) =>
    {
        var period = calendar.PeriodContaining(kind, date);
        var previous = calendar.Previous(period);
        return previous.Interval.End == period.Interval.Start.PlusDays(-1) && calendar.Next(previous) == period && previous < period;
    });

    [Theory]
    [InlineData(PeriodKind.Month, PeriodKind.Quarter, 3)]
    [InlineData(PeriodKind.Month, PeriodKind.HalfYear, 6)]
    [InlineData(PeriodKind.Month, PeriodKind.Year, 12)]
    [InlineData(PeriodKind.Quarter, PeriodKind.HalfYear, 2)]
    [InlineData(PeriodKind.Quarter, PeriodKind.Year, 4)]
    [InlineData(PeriodKind.HalfYear, PeriodKind.Year, 2)]
    public void Smaller_periods_fill_the_larger_one(PeriodKind smaller, PeriodKind larger, int count) =>
        Gen.Select(SomeCalendars.Any, SomeCalendars.Date).Sample((calendar, date) =>
        {
            var whole = calendar.PeriodContaining(larger, date);
            var parts = calendar.PeriodsIn(smaller, whole.Interval);
            return parts.Count == count
                && parts[0].Interval.Start == whole.Interval.Start
                && parts[^1].Interval.End == whole.Interval.End
                && parts.Sum(p => p.Interval.Length) == whole.Interval.Length
                && parts.SequenceEqual(calendar.PeriodsTouching(smaller, whole.Interval))
                && parts.All(p => p.Year == whole.Year && p.Number == ((whole.Number - 1) * count) + parts.ToList().IndexOf(p) + 1);
        });

    [Fact]
    public void Weeks_have_seven_days_and_begin_on_the_same_weekday() => Gen.Select(SomeCalendars.Any, SomeCalendars.Date).Sample((calendar, date) =>
    {
        var week = calendar.PeriodContaining(PeriodKind.Week, date);
        return week.Interval.Length == 7 && week.Interval.Start.DayOfWeek == calendar.Next(week).Interval.Start.DayOfWeek;
    });

    [Fact]
    public void In_years_of_whole_weeks_weeks_fill_months() => Gen.Select(SomeCalendars.OfWholeWeeks, SomeCalendars.Date).Sample((calendar, date) =>
    {
        var month = calendar.PeriodContaining(PeriodKind.Month, date);
        var year = calendar.PeriodContaining(PeriodKind.Year, date);
        return calendar.PeriodsIn(PeriodKind.Week, month.Interval).Sum(w => w.Interval.Length) == month.Interval.Length
            && year.Interval.Length is 364 or 371
            && calendar.PeriodsIn(PeriodKind.Week, year.Interval).Select(w => w.Number).SequenceEqual(Enumerable.Range(1, year.Interval.Length / 7));
    });

    [Fact]
    public void The_months_and_the_interval_of_a_quarter_are_its_periods() => Gen.Select(SomeCalendars.Any, SomeCalendars.Date).Sample((calendar, date) =>
    {
        var quarter = calendar.QuarterOf(date);
        var days = calendar.IntervalOf(quarter);
        return days.Contains(date)
            && calendar.MonthsOf(quarter).SequenceEqual(calendar.PeriodsIn(PeriodKind.Month, days).Select(m => m.Interval))
            && calendar.QuarterOf(days.End.PlusDays(1)) == quarter.Next
            && calendar.QuarterOf(days.Start.PlusDays(-1)) == quarter.Previous;
    });

    private static void Check(Func<IFiscalCalendar, PeriodKind, LocalDate, bool> holds) =>
        Gen.Select(SomeCalendars.Any, SomeCalendars.Kind, SomeCalendars.Date).Sample((calendar, kind, date) => holds(calendar, kind, date));
}

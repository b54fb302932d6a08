using System.Globalization;
using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>Months from a list; see <see cref="FiscalCalendars.Custom"/>.</summary>
internal sealed class ListedMonths : MonthCalendar
{
    private readonly BusinessPeriod[] _months;
    private readonly LocalDate[] _firstDays;

    public ListedMonths(IReadOnlyList<BusinessPeriod> months)
    {
        _months = [.. months];
        if (_months.Length == 0)
        {
            throw new ArgumentException("A calendar needs at least one year of months.", nameof(months));
        }

        if (_months.FirstOrDefault(m => m.Kind != PeriodKind.Month) is { } other)
        {
            throw new ArgumentException($"{other} is a {other.Kind}; a calendar is made of months.", nameof(months));
        }

        foreach (var (before, after) in _months.Zip(_months.Skip(1)))
        {
            Check(before, after);
        }

        Check(new AFiscalYearHasTwelveMonthsRule(_months[0].Year, [.. _months.Where(m => m.Year == _months[0].Year).Select(m => m.Id)]));
        Check(new AFiscalYearHasTwelveMonthsRule(_months[^1].Year, [.. _months.Where(m => m.Year == _months[^1].Year).Select(m => m.Id)]));
        _firstDays = [.. _months.Select(m => m.Interval.Start)];
    }

    private DateInterval Covers => new(_months[0].Interval.Start, _months[^1].Interval.End);

    protected override DateInterval Month(int year, int number)
    {
        var index = ((year - _months[0].Year) * 12) + number - 1;
        return index >= 0 && index < _months.Length
            ? _months[index].Interval
            : throw new BrokenRuleException(new TheFiscalCalendarCoversThePeriodRule(Covers, year.ToString("0000", CultureInfo.InvariantCulture)));
    }

    protected override (int Year, int Number) MonthOf(LocalDate date)
    {
        if (date < _firstDays[0] || date > _months[^1].Interval.End)
        {
            throw new BrokenRuleException(new TheFiscalCalendarCoversThePeriodRule(Covers, LocalDatePattern.Iso.Format(date)));
        }

        var found = Array.BinarySearch(_firstDays, date);
        var month = _months[found >= 0 ? found : ~found - 1];
        return (month.Year, month.Number);
    }

    private static void Check(BusinessPeriod before, BusinessPeriod after)
    {
        Check(new MonthsFollowEachOtherInOrderRule(before, after));
        Check(new NoDayIsInTwoPeriodsRule(before, after));
        Check(new NoDayIsBetweenPeriodsRule(before, after));
    }

    private static void Check(CalendarRule rule)
    {
        if (rule.IsBroken)
        {
            throw new BrokenRuleException(rule);
        }
    }
}

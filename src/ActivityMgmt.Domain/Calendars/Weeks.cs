using NodaTime.Calendars;

namespace ActivityMgmt.Domain;

/// <summary>Weeks of seven days that begin on a chosen weekday; the first week of a year has at least four days in it. From Monday: the weeks of ISO 8601.</summary>
internal sealed class Weeks(IsoDayOfWeek firstDay)
{
    private readonly IWeekYearRule _rule = WeekYearRules.ForMinDaysInFirstWeek(4, firstDay);

    public static Weeks FromMonday { get; } = new(IsoDayOfWeek.Monday);

    public BusinessPeriod Containing(LocalDate date) => Of(_rule.GetWeekYear(date), _rule.GetWeekOfWeekYear(date));

    public BusinessPeriod Of(int year, int number)
    {
        var weeks = _rule.GetWeeksInWeekYear(year);
        if (number < 1 || number > weeks)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, $"The year {year} has {weeks} weeks.");
        }

        var first = _rule.GetLocalDate(year, number, firstDay);
        return BusinessPeriod.Of(PeriodKind.Week, year, number, new(first, first.PlusDays(6)));
    }
}

namespace ActivityMgmt.Domain;

/// <summary>Months that end on a cut-off day, in civil years: a short January and a long December.</summary>
internal sealed class CutOffMonths(int cutOffDay) : MonthCalendar
{
    protected override DateInterval Month(int year, int number) => new(
        number == 1 ? new(year, 1, 1) : new LocalDate(year, number - 1, cutOffDay).PlusDays(1),
        number == 12 ? new(year, 12, 31) : new(year, number, cutOffDay));

    protected override (int Year, int Number) MonthOf(LocalDate date) =>
        (date.Year, date.Day <= cutOffDay || date.Month == 12 ? date.Month : date.Month + 1);
}

using CsCheck;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Every ready-made fiscal calendar with every setting, and dates and kinds to ask about.</summary>
internal static class SomeCalendars
{
    /// <summary>Any date from 1990 to 2059.</summary>
    public static readonly Gen<LocalDate> Date = Gen.Int[0, 25_566].Select(d => new LocalDate(1990, 1, 1).PlusDays(d));

    /// <summary>Any kind that a calendar gives.</summary>
    public static readonly Gen<PeriodKind> Kind = Gen.OneOfConst(PeriodKind.Week, PeriodKind.Month, PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year);

    /// <summary>Years of whole weeks, with every pattern and closing.</summary>
    public static readonly Gen<IFiscalCalendar> OfWholeWeeks = Gen.Select(
        Gen.Enum<MonthsInWeeks>(), Gen.Int[1, 12], Gen.Int[1, 7], Gen.Enum<YearClosing>(), Gen.Enum<FiscalYearName>(),
        (months, month, day, closing, named) => FiscalCalendars.FourFourFive(new()
        {
            Months = months,
            ClosingMonth = month,
            ClosingDay = (IsoDayOfWeek)day,
            Closing = closing,
            Named = named,
        }));

    private static readonly IFiscalCalendar Listed = FiscalCalendars.Custom(
        [.. Enumerable.Range(1980, 90).SelectMany(year => Enumerable.Range(1, 12), (year, month) => FiscalCalendars.WorkMonths(20).PeriodOf(PeriodKind.Month, year, month))]);

    /// <summary>Any of the ready-made calendars.</summary>
    public static readonly Gen<IFiscalCalendar> Any = Gen.OneOf(
        Gen.Const(FiscalCalendars.Gregorian),
        Gen.Select(Gen.Int[1, 12], Gen.Enum<FiscalYearName>(), FiscalCalendars.StartingIn),
        Gen.Int[1, 28].Select(FiscalCalendars.WorkMonths),
        OfWholeWeeks,
        Gen.Const(Listed),
        Gen.Int[1, 7].Select(day => FiscalCalendars.WorkMonths().WithWeeksFrom((IsoDayOfWeek)day)));
}

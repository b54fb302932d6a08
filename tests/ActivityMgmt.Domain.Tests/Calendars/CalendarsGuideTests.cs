using Microsoft.Extensions.DependencyInjection;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>The code of docs/concepts/calendars.md.</summary>
public class CalendarsGuideTests
{
    [Fact]
    public void The_host_of_the_guide_has_its_calendars()
    {
        var services = new ServiceCollection();

        // docs:start host
        services.AddActivityManagement(activity => activity
            .UseFiscalCalendar(FiscalCalendars.WorkMonths())
            .UseWorkCalendar(WorkCalendars.China));
        // docs:end host

        using var provider = services.BuildServiceProvider();
        Assert.Equal(Days("2026-06-26", "2026-09-25"), provider.GetRequiredService<IFiscalCalendar>().IntervalOf(Q3));
        Assert.Same(WorkCalendars.China, provider.GetRequiredService<IWorkCalendar>());
    }

    [Fact]
    public void The_periods_of_the_guide_are_as_it_says()
    {
        // docs:start periods
        IFiscalCalendar calendar = FiscalCalendars.WorkMonths();              // 26th to 25th, short January, long December

        var quarter = calendar.QuarterOf(new LocalDate(2026, 6, 26));         // 2026Q3
        DateInterval days = calendar.IntervalOf(quarter);                     // 26 June to 25 September, both included
        var months = calendar.MonthsOf(quarter);                              // 26 June–25 July, 26 July–25 August, 26 August–25 September

        var week = calendar.PeriodContaining(PeriodKind.Week, new LocalDate(2026, 11, 25));   // 2026-W48: Monday 23 to Sunday 29 November
        var december = BusinessPeriod.Parse("2026-M12", calendar);            // 26 November to 31 December
        var halves = calendar.PeriodsIn(PeriodKind.HalfYear, calendar.PeriodOf(PeriodKind.Year, 2026, 1).Interval);
        // docs:end periods

        Assert.Equal((new Quarter(2026, 3), Days("2026-06-26", "2026-09-25")), (quarter, days));
        Assert.Equal([Days("2026-06-26", "2026-07-25"), Days("2026-07-26", "2026-08-25"), Days("2026-08-26", "2026-09-25")], months);
        Assert.Equal(("2026-W48", Days("2026-11-23", "2026-11-29")), (week.Id, week.Interval));
        Assert.Equal(Days("2026-11-26", "2026-12-31"), december.Interval);
        Assert.Equal([Days("2026-01-01", "2026-06-25"), Days("2026-06-26", "2026-12-31")], halves.Select(h => h.Interval));
    }

    [Fact]
    public void The_working_days_of_the_guide_are_as_it_says()
    {
        var published = new PublishedDocument
        {
            Kind = DocumentKinds.WorkCalendar,
            Id = "china-2026",
            Version = 1,
            EffectiveFrom = Day("2026-01-01"),
            Text = """
                { "id": "china-2026", "version": 1, "effective": "2026-01-01/..", "years": [2026],
                  "holidays": [ { "name": "国庆节", "days": "2026-10-01/2026-10-07" } ], "makeUpDays": ["2026-09-20", "2026-10-10"] }
                """,
            FileName = "china-2026.json",
        };

        // docs:start working-days
        IWorkCalendar company = WorkCalendars.Of(WorkCalendarDocument.Read(published));       // throws DocumentException with every mistake, line and column
        IWorkCalendar agent = company
            .WithPattern(Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday)             // works three days a week
            .WithLeave([new DateInterval(new LocalDate(2026, 10, 12), new LocalDate(2026, 10, 16))]);

        int days = agent.WorkingDaysIn(new DateInterval(new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 31)));
        LocalDate deadline = company.AddWorkingDays(new LocalDate(2026, 9, 30), 3);           // Saturday 10 October, a make-up day: the holiday is skipped
        // docs:end working-days

        Assert.Equal(6, days); // 19th to 21st, 26th to 28th
        Assert.Equal(Day("2026-10-10"), deadline);
    }
}

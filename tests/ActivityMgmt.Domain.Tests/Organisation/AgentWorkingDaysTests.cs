using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class AgentWorkingDaysTests
{
    [Fact]
    public void An_agent_works_on_the_companys_days_of_the_own_pattern_that_are_no_leave()
    {
        var organisation = Book(Joined("A1") with { WorksOn = Weekdays.Monday | Weekdays.Wednesday }, ProRaterTests.Away("A1", "annual", "2026-07-06", "2026-07-07")).Organisation;

        var calendar = organisation.WorkCalendarOf(Id("A1"), WorkCalendars.China);

        // Wednesdays 1, 8, 15, 22, 29 and Mondays 13, 20, 27 July; Monday the 6th is leave.
        Assert.Equal(8, calendar.WorkingDaysIn(Days("2026-07-01", "2026-07-31")));
        Assert.False(calendar.IsWorkingDay(Day("2026-07-06")));
        Assert.False(calendar.IsWorkingDay(Day("2026-07-02")));
    }

    [Fact]
    public void A_renewal_with_other_weekdays_changes_nothing_before_it_begins()
    {
        var calendar = Book(
            Joined("A1", "2024-01-01", left: "2026-07-15") with { WorksOn = Weekdays.Monday },
            Joined("A1", "2026-07-16") with { Origin = new("crm", "A1-2"), WorksOn = Weekdays.Friday }).Organisation.WorkCalendarOf(Id("A1"), WorkCalendars.China);

        // Mondays 6 and 13; Fridays 17, 24 and 31.
        Assert.Equal((2, 3), (calendar.WorkingDaysIn(Days("2026-07-01", "2026-07-15")), calendar.WorkingDaysIn(Days("2026-07-16", "2026-07-31"))));
    }

    [Fact]
    public void Leave_without_an_end_lasts() =>
        Assert.Equal(2, Book(Joined("A1"), ProRaterTests.Away("A1", "sick", "2026-07-03", null)).Organisation
            .WorkCalendarOf(Id("A1"), WorkCalendars.China).WorkingDaysIn(Days("2026-07-01", "2026-12-31")));

    [Fact]
    public void Without_pattern_and_leave_the_companys_days_are_the_agents() =>
        Assert.Same(WorkCalendars.China, Book(Joined("A1")).Organisation.WorkCalendarOf(Id("A1"), WorkCalendars.China));

    [Fact]
    public void Nobody_works_on_no_weekday() => Assert.Throws<ArgumentException>(() => Joined("A1") with { WorksOn = Weekdays.None });
}

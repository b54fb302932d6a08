using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class RemindersTests
{
    [Theory]
    [InlineData("2026-07-18", 0)]
    [InlineData("2026-07-19", 1)] // two days after the start
    [InlineData("2026-08-01", 1)]
    public void A_cadence_step_is_due_on_its_day(string today, int expected)
    {
        var cadence = new Cadence { Id = "lead", Steps = [new("call", 2)] };

        var reminders = Reminders.OfCadences([new("lead", new("A1"), new("C1"), Day("2026-07-17")), new("gone", new("A1"), new("C1"), Day("2026-07-17"))], [cadence], Book(), WorkCalendars.China, Day(today));

        Assert.Equal(Enumerable.Repeat(("cadence:lead:C1:0:2026-07-19", "reminder.cadence-step", Day("2026-07-19")), expected), reminders.Select(r => (r.Id, r.Reason.Code, r.DueOn)));
    }

    [Theory]
    [InlineData("2026-07-19", null, 0)]
    [InlineData("2026-07-20", null, 1)]
    [InlineData("2026-07-21", "2026-07-19 10:00", 1)] // before the date
    [InlineData("2026-07-21", "2026-07-20 10:00", 0)]
    public void A_next_touch_is_due_until_somebody_was_in_touch(string today, string? touched, int expected)
    {
        var customer = Customer("C1", owner: "A1") with { NextTouchOn = Day("2026-07-20") };
        var book = touched is null ? Book(customer) : Book(customer, Did("A1", "call", touched, "C1"));

        Assert.Equal(Enumerable.Repeat(("next-touch:C1:2026-07-20", Id("A1")), expected), Reminders.OfNextTouches(book, Day(today), refusalMonths: null).Select(r => (r.Id, r.For)));
    }

    [Fact]
    public void Who_refused_contact_and_whom_nobody_owns_is_not_touched()
    {
        var due = Customer("C1", owner: "A1", refused: "2026-07-01") with { NextTouchOn = Day("2026-07-20") };

        Assert.Empty(Reminders.OfNextTouches(Book(due, Customer("C2") with { NextTouchOn = Day("2026-07-20") }), Day("2026-07-21"), refusalMonths: null));
        Assert.Single(Reminders.OfNextTouches(Book(due with { RefusedContactOn = Day("2026-01-20") }), Day("2026-07-20"), refusalMonths: 6));
    }

    [Theory]
    [InlineData("2026-07-21", 0)] // its own day is not over
    [InlineData("2026-07-22", 1)]
    public void Planned_work_whose_day_has_passed_wants_an_outcome(string today, int expected)
    {
        var book = Book(Planned("P1"), Planned("P2"), Outcome("P2"));

        Assert.Equal(Enumerable.Repeat(("work:P1:2026-07-21", Day("2026-07-22")), expected), Reminders.OfOpenWork(book, Shanghai, Day(today)).Select(r => (r.Id, r.DueOn)));
    }

    [Theory]
    [InlineData("2026-07-13", null, 0)]
    [InlineData("2026-07-14", null, 1)] // fourteen days after 30 June
    [InlineData("2026-07-18", "2026-07-05", 0)]
    [InlineData("2026-07-19", "2026-07-05", 1)]
    [InlineData("2026-07-19", "2026-06-30", 1)] // before the period
    public void A_goal_that_is_typed_in_asks_for_an_entry_after_a_while(string today, string? entered, int expected)
    {
        var goal = SomeGoal.Of() with { Source = GoalSource.Manual };
        var book = entered is null ? Book() : Book(Entry(entered));

        Assert.Equal(expected, Reminders.OfMissingEntries([goal], book, Day(today), 14).Count);
    }

    [Fact]
    public void At_the_end_of_the_period_the_last_value_is_due()
    {
        var goal = SomeGoal.Of() with { Source = GoalSource.Manual };

        Assert.Equal(Day("2026-09-30"), Assert.Single(Reminders.OfMissingEntries([goal], Book(Entry("2026-09-25")), Day("2026-10-05"), 14)).DueOn);
        Assert.Empty(Reminders.OfMissingEntries([goal], Book(Entry("2026-09-30")), Day("2026-12-31"), 14));
        Assert.Empty(Reminders.OfMissingEntries([goal with { State = GoalState.Closed }], Book(), Day("2026-12-31"), 14));
    }

    [Fact]
    public void Only_a_started_manual_goal_asks_for_entries()
    {
        var goal = SomeGoal.Of() with { Source = GoalSource.Manual };
        int Asked(Goal asked) => Reminders.OfMissingEntries([asked], Book(), Day("2026-08-01"), 14).Count;

        Assert.Equal(1, Asked(goal with { State = GoalState.Agreed })); // its first day has come, and nobody has looked
        Assert.Equal(0, Asked(goal with { State = GoalState.Proposed }));
        Assert.Equal(0, Asked(goal with { Source = GoalSource.Measured }));
        Assert.Equal(0, Asked(goal with { Period = Days("2026-08-02", "2026-08-31") }));
    }

    [Fact]
    public void The_owner_is_reminded_else_the_agent_else_the_teams_leader()
    {
        var book = Book(Joined("L1"), Assigned("L1", "T1", leads: true));
        var goal = SomeGoal.Of() with { Source = GoalSource.Manual };
        AgentId[] Asked(Goal asked) => [.. Reminders.OfMissingEntries([asked], book, Day("2026-08-01"), 14).Select(r => r.For)];

        Assert.Equal([Id("coach")], Asked(goal with { Owner = new("coach") }));
        Assert.Equal([Id("A1")], Asked(goal));
        Assert.Equal([Id("L1")], Asked(goal with { Subject = Team("T1") }));
        Assert.Empty(Asked(goal with { Subject = Subject.Branch("B1") }));
    }

    [Fact]
    public void Planned_work_is_late_by_the_clock_of_its_agent()
    {
        // Planned for 21 July in Shanghai, which is still the 20th in Honolulu.
        var book = Book(Planned("P1"), Joined("A1") with { TimeZone = "Pacific/Honolulu" });

        Assert.Equal("work:P1:2026-07-20", Assert.Single(Reminders.OfOpenWork(book, Shanghai, Day("2026-07-21"))).Id);
    }

    private static EntryFact Entry(string on) => new()
    {
        Origin = new("crm", "E1"), Date = Day(on), Agent = Id("A1"), Measure = "cases", Value = 1m, EnteredBy = Manager,
    };
}

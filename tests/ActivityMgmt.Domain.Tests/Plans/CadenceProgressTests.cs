using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class CadenceProgressTests
{
    // 17 July 2026 is a Friday.
    private static readonly Cadence Cadence = new()
    {
        Id = "new-lead",
        Steps = [new("call", 0), new("message", 2, Channel: "chat"), new("call", 3, DelayUnit.WorkingDays)],
    };

    private static readonly CadenceEnrolment Enrolment = new("new-lead", new("A1"), new("C1"), Day("2026-07-17"));

    [Fact]
    public void The_first_step_is_due_on_the_first_day() => Assert.Equal((0, Day("2026-07-17")), Due());

    [Fact]
    public void The_next_step_counts_from_the_day_the_last_one_was_made() =>
        Assert.Equal((1, Day("2026-07-22")), Due(Touch("call", "2026-07-20 10:00")));

    [Fact]
    public void Working_days_leave_the_weekend_out() =>
        Assert.Equal((2, Day("2026-07-22")), Due(Touch("call", "2026-07-17 10:00"), Touch("message", "2026-07-18 10:00") with { Channel = "chat" }));

    [Theory]
    [InlineData("2026-07-18", "2026-07-20")] // Saturday → Monday
    [InlineData("2026-07-20", "2026-07-20")]
    public void Zero_working_days_on_a_day_off_is_the_next_working_day(string start, string due)
    {
        var progress = CadenceProgress.Of(
            Cadence with { Steps = [new("call", 0, DelayUnit.WorkingDays)] }, Enrolment with { StartedOn = Day(start) }, Book(), WorkCalendars.China);

        Assert.Equal(Day(due), Assert.IsType<CadenceProgress.Due>(progress).On);
    }

    [Fact]
    public void Touches_before_the_start_of_another_kind_channel_agent_or_called_off_do_not_count() =>
        Assert.Equal(
            (1, Day("2026-07-19")),
            Due(
                Touch("message", "2026-07-17 08:00") with { Channel = "chat" }, // too early in the sequence
                Touch("call", "2026-07-16 10:00"),
                Touch("call", "2026-07-17 10:00"),
                Touch("message", "2026-07-18 10:00"), // no channel
                Touch("message", "2026-07-18 11:00") with { Channel = "chat", Outcome = "cancelled" },
                Touch("message", "2026-07-18 12:00") with { Channel = "chat", Agent = new("A2") }));

    [Fact]
    public void After_the_last_step_it_is_finished_with_its_touches_as_evidence()
    {
        var progress = Assert.IsType<CadenceProgress.Finished>(Of(
            Touch("call", "2026-07-17 10:00", id: "T1"), Touch("message", "2026-07-19 10:00", id: "T2") with { Channel = "chat" }, Touch("call", "2026-07-22 10:00", id: "T3")));

        Assert.Equal(Day("2026-07-22"), progress.On);
        Assert.Equal(["Activity:crm/T1@1", "Activity:crm/T2@1", "Activity:crm/T3@1"], progress.Touches.Select(t => t.ToString()));
    }

    [Fact]
    public void A_reply_stops_it_unless_the_cadence_goes_on()
    {
        var reply = Touch("call", "2026-07-17 10:00") with { Outcome = "success" };

        Assert.Equal(Reason.Of("cadence.reply", ("customer", "C1"), ("date", Day("2026-07-17"))), Stopped(Of(reply)));
        Assert.IsType<CadenceProgress.Due>(CadenceProgress.Of(Cadence with { StopsOnReply = false }, Enrolment, Book(reply), WorkCalendars.China));
    }

    [Theory]
    [InlineData("2026-07-16", false)]
    [InlineData("2026-07-17", true)]
    public void A_meeting_set_since_the_start_stops_it(string on, bool stops)
    {
        var progress = Of(Planned("P1", on, customer: "C1"));

        Assert.Equal(stops, progress is CadenceProgress.Stopped { Reason.Code: "cadence.meeting-set" });
    }

    [Fact]
    public void A_meeting_that_was_called_off_stops_nothing() =>
        Assert.IsType<CadenceProgress.Due>(Of(Planned("P1", "2026-07-17", customer: "C1"), Happened("P1", AppointmentEvent.Cancelled, "2026-07-18", customer: "C1")));

    [Fact]
    public void A_planned_call_is_no_meeting() => Assert.IsType<CadenceProgress.Due>(Of(Planned("P1", "2026-07-17", activity: "call", customer: "C1")));

    [Theory]
    [InlineData("2026-07-16", "cadence.do-not-contact")]
    [InlineData("2026-07-17", "cadence.refused")] // since the start
    public void A_refusal_always_stops_it(string refused, string code) => Assert.Equal(code, Stopped(Of(Customer("C1", refused: refused))).Code);

    [Theory]
    [InlineData("2026-07-15", "2026-07-16", null)]
    [InlineData("2026-07-15", "2026-07-18", "cadence.do-not-contact")] // the step was due on the 17th
    [InlineData("2026-07-17", "2026-07-18", "cadence.refused")] // since the start: for good
    public void Who_opts_in_again_is_enrolled_anew(string no, string yes, string? code) =>
        Assert.Equal(code, (Of(ConsentsTests.Said("marketing", false, no), ConsentsTests.Said("marketing", true, yes)) as CadenceProgress.Stopped)?.Reason.Code);

    [Fact]
    public void A_refusal_lifted_before_the_start_stops_nothing() =>
        Assert.IsType<CadenceProgress.Due>(Of(Customer("C1", refused: "2026-01-01"), ConsentsTests.Said("marketing", true, "2026-02-01")));

    [Fact]
    public void A_refusal_that_has_ended_stops_nothing() =>
        Assert.IsType<CadenceProgress.Due>(Of(Customer("C1", refused: "2026-01-01") with { RefusalUntil = Day("2026-07-16") }));

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Enough_attempts_stop_it(int maximum, bool stops)
    {
        var progress = CadenceProgress.Of(Cadence with { MaximumAttempts = maximum }, Enrolment, Book(Touch("call", "2026-07-17 10:00")), WorkCalendars.China);

        Assert.Equal(stops, progress is CadenceProgress.Stopped { Reason.Code: "cadence.attempts" });
    }

    private static ActivityFact Touch(string activity, string at, string? id = null) => Did("A1", activity, at, "C1", id: id);

    private static CadenceProgress Of(params Fact[] facts) => CadenceProgress.Of(Cadence, Enrolment, Book(facts), WorkCalendars.China);

    private static (int, LocalDate) Due(params Fact[] facts)
    {
        var due = Assert.IsType<CadenceProgress.Due>(Of(facts));
        return (due.Step, due.On);
    }

    private static Reason Stopped(CadenceProgress progress) => Assert.IsType<CadenceProgress.Stopped>(progress).Reason;
}

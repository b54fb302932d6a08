using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

// L1 leads T1, L2 leads T2. A1 moved from T1 to T2 on 22 July; A2 stays in T2.
public class ExecutionTests
{
    private static readonly LocalDate Today = Day("2026-07-31");
    private static readonly DateInterval Week = Days("2026-07-20", "2026-07-26");
    private readonly InMemoryFactStore _facts = new();
    private readonly InMemoryEdge _edge = new();

    public ExecutionTests()
    {
        _facts.Add(
            Joined("L1"), Assigned("L1", "T1", leads: true), Joined("L2"), Assigned("L2", "T2", leads: true),
            Joined("A1"), Assigned("A1", "T1", until: "2026-07-21"), Assigned("A1", "T2", from: "2026-07-22"),
            Joined("A2"), Assigned("A2", "T2"));
        _edge.Access = new AccessOfTheFacts(_facts);
    }

    [Fact]
    public async Task Open_work_lies_on_the_day_it_is_planned_for_in_the_agents_zone()
    {
        _facts.Add(Planned("P1", on: "2026-07-01", at: "2026-07-20 00:30"), Planned("P2", on: "2026-07-01", at: "2026-07-27 00:30"));

        var inShanghai = await Ask(_ => Shanghai);
        var inUtc = await Ask(_ => DateTimeZone.Utc); // half past four in the afternoon of the day before

        Assert.Equal(["P1"], inShanghai);
        Assert.Equal(["P2"], inUtc);

        async Task<IEnumerable<string>> Ask(Func<AgentId, DateTimeZone> zoneOf) =>
            (await Execution.WorkItemsAsync(As("boss"), Agent("A1"), Week, zoneOf, Today).OrThrow()).Select(w => w.Id);
    }

    [Fact]
    public async Task Work_that_is_over_lies_on_the_day_on_which_it_ended_and_open_time_on_the_day_of_the_last_change()
    {
        _facts.Add(
            Planned("done", on: "2026-07-01", at: "2026-07-10 10:00"), Outcome("done", at: "2026-07-26 10:00"),
            Planned("called-off", on: "2026-07-01", at: "2026-07-28 10:00"), Happened("called-off", AppointmentEvent.Cancelled, "2026-07-20"),
            Planned("before", on: "2026-07-01", at: "2026-07-22 10:00"), Outcome("before", at: "2026-07-19 10:00"),
            Planned("someday", on: "2026-07-23") with { StartsAt = null },
            Outcome(null, at: "2026-07-24 10:00", id: "unplanned"));

        var work = await Execution.WorkItemsAsync(As("boss"), Agent("A1"), Week, _ => Shanghai, Today).OrThrow();

        Assert.Equal(["Activity:crm/unplanned", "called-off", "done", "someday"], work.Select(w => w.Id));
    }

    [Theory]
    [InlineData("L1", "agent:A1", "P21")] // in T1 up to the 21st
    [InlineData("L2", "agent:A1", "P22")]
    [InlineData("A1", "agent:A1", "P21 P22")]
    [InlineData("L1", "team:T1", "P21")]
    [InlineData("L2", "team:T2", "A2-P21 P22")]
    [InlineData("boss", "branch:*", "A2-P21 P21 P22")]
    [InlineData("L1", "team:T2", null)]
    [InlineData("L1", "branch:*", null)]
    [InlineData("A2", "agent:A1", null)]
    public async Task Everybody_sees_the_work_of_the_days_that_their_scope_reaches(string actor, string subject, string? shown)
    {
        _facts.Add(Planned("P21", at: "2026-07-21 10:00"), Planned("P22", at: "2026-07-22 10:00"), Planned("A2-P21", at: "2026-07-21 10:00", agent: "A2"));

        var result = await Execution.WorkItemsAsync(As(actor), Subject.Parse(subject), Week, _ => Shanghai, Today);

        Assert.Equal(shown, result is UseCaseResult<IReadOnlyList<WorkItem>>.Done done ? string.Join(' ', done.Value.Select(w => w.Id)) : null);
        Assert.Equal(shown is null ? "access.outside-scope" : null, Refusal(result));
    }

    [Fact]
    public async Task Work_is_shown_as_it_was_known()
    {
        _facts.Add(Planned("P1"));
        var then = (await _facts.DeliveriesAsync(Branch.Call, default))[^1].Sequence;
        _facts.Add(Outcome("P1"));

        var work = await Execution.WorkItemsAsync(As("boss"), Agent("A1"), Week, _ => Shanghai, Today, asKnownAt: then).OrThrow();

        Assert.Equal(WorkItemState.Planned, Assert.Single(work).State);
    }

    [Fact]
    public async Task Attendance_is_shown_to_whoever_saw_the_agent_on_one_day()
    {
        _facts.Add(At("2026-07-20", AttendanceStatus.Attended), At("2026-07-23", AttendanceStatus.Excused), At("2026-07-24", AttendanceStatus.Absent), At("2026-07-24", AttendanceStatus.Attended, "evening"));

        var all = await Execution.AttendanceAsync(As("L1"), Id("A1"), Week, Today).OrThrow();
        var morning = await Execution.AttendanceAsync(As("L2"), Id("A1"), Week, Today, "morning", ExcusedAbsence.CountsAsMissed).OrThrow();

        Assert.Equal((2, 1, 1, Quantity.Ratio(2, 3)), (all.Attended, all.Excused, all.Absent, Assert.IsType<Reading.Measured>(all.Rate).Value));
        Assert.Equal(Quantity.Ratio(1, 3), Assert.IsType<Reading.Measured>(morning.Rate).Value);
        Assert.Equal("access.outside-scope", Refusal(await Execution.AttendanceAsync(As("A2"), Id("A1"), Week, Today)));
        Assert.Equal("access.outside-scope", Refusal(await Execution.AttendanceAsync(As("L1"), Id("A1"), Days("2026-07-22", "2026-07-26"), Today)));

        static AttendanceFact At(string on, AttendanceStatus status, string meeting = "morning") =>
            new() { Origin = new("crm", $"{on}-{meeting}"), Date = Day(on), Agent = Id("A1"), Meeting = meeting, Status = status };
    }

    [Theory]
    [InlineData("L1", "agent:A1", "A1+L1:1 A1+L2:1")]
    [InlineData("L2", "agent:L2", "A1+L2:1 A2+L2:1")] // came along
    [InlineData("L1", "team:T1", "A1+L1:1")]
    [InlineData("L2", "team:T2", "A1+L2:1 A2+L2:1")]
    [InlineData("boss", "branch:*", "A1+L1:1 A1+L2:1 A2+L2:1")]
    [InlineData("A2", "team:T2", null)]
    public async Task Joint_visits_are_those_of_either_side(string actor, string subject, string? shown)
    {
        _facts.Add(Together("A1", "L1", "2026-07-20 10:00"), Together("A1", "L2", "2026-07-23 10:00"), Together("A2", "L2", "2026-07-24 10:00"));

        var result = await Execution.JointVisitsAsync(As(actor), Subject.Parse(subject), Week, Today);

        Assert.Equal(
            shown, result is UseCaseResult<IReadOnlyList<JointVisits>>.Done done ? string.Join(' ', done.Value.Select(v => $"{v.Agent}+{v.Companion}:{v.Visits}")) : null);
        Assert.Equal(shown is null ? "access.outside-scope" : null, Refusal(result));

        static ActivityFact Together(string agent, string companion, string at) => Did(agent, "visit", at) with { Companion = Id(companion) };
    }

    [Fact]
    public async Task An_event_is_shown_to_whoever_sees_the_agents_whose_guests_were_there()
    {
        _facts.Add(Guest("A1", "C1", GroupEventStage.Invited), Guest("A1", "C1", GroupEventStage.Attended), Guest("A2", "C2", GroupEventStage.Invited));

        var all = await Execution.GroupEventAsync(As("L2"), new("E1"), Today).OrThrow();
        var own = await Execution.GroupEventAsync(As("A1"), new("E1"), Today, Id("A1")).OrThrow();

        Assert.Equal([2, 1, 0, 0], all.Steps.Select(s => s.Customers));
        Assert.Equal([1, 1, 0, 0], own.Steps.Select(s => s.Customers));
        Assert.Equal("access.outside-scope", Refusal(await Execution.GroupEventAsync(As("A1"), new("E1"), Today)));
        Assert.Equal("access.outside-scope", Refusal(await Execution.GroupEventAsync(As("L1"), new("E1"), Today, Id("A1")))); // A1 is in T2 by then

        static GroupEventFact Guest(string agent, string customer, GroupEventStage stage) =>
            new() { Origin = new("crm", $"{customer}-{stage}"), Date = Day("2026-07-24"), Event = new("E1"), Agent = Id(agent), Customer = new(customer), Stage = stage };
    }

    [Fact]
    public async Task An_event_nobody_was_invited_to_is_refused() => Assert.Equal(
        new OnlyAGroupEventWithGuestsIsShownRule(new("E9")),
        Assert.IsType<UseCaseResult<GroupEventResult>.Refused>(await Execution.GroupEventAsync(As("boss"), new("E9"), Today)).Rule);

    private Execution Execution => new(_edge.Edge, _facts);

    private static CallContext As(string actor) => Branch.Call with { Actor = new(actor) };

    private static string? Refusal<T>(UseCaseResult<T> result) => (result as UseCaseResult<T>.Refused)?.Rule.Reason.Code;
}

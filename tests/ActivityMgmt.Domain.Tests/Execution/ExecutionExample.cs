using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

/// <summary>The code of docs/concepts/execution.md.</summary>
public class ExecutionExample
{
    [Fact]
    public void Work_and_timeline_come_from_the_facts()
    {
        var week = Week(Plans("P1"), Plans("P2", "2026-07-22 10:00"));
        var facts = Book(Planned("P1", customer: "C1"), Outcome("P1", customer: "C1"), Planned("P2"), Outcome(null, at: "2026-07-23 10:00", id: "besides"));
        // docs:start work
        foreach (WorkItem work in WorkItems.Of(facts))
            Console.WriteLine($"{work.Id}: {work.State}, moved {work.Reschedules.Count} times, {work.Findings.Count} findings");

        PlanComparisonLine total = PlanComparison.Of(week, facts).Total;    // planned, done, missed, cancelled, open; unplanned apart
        IReadOnlyList<TimelineEntry> timeline = Timeline.Of(facts, new CustomerId("C1"));
        // docs:end work

        Assert.Equal((2, 1, 1, 1), (total.Planned, total.Done, total.Open, total.Unplanned));
        Assert.Equal(["Appointment", "Activity"], timeline.Select(e => e.GetType().Name));
    }

    [Fact]
    public async Task A_screen_asks_within_the_scope()
    {
        var store = new InMemoryFactStore();
        store.Add(
            Joined("A1"), Assigned("A1", "T1"), Joined("L1"), Assigned("L1", "T1", leads: true),
            Planned("P1"), Outcome("P1") with { Companion = Id("L1") },
            new AttendanceFact { Origin = new("crm", "M1"), Date = Day("2026-07-20"), Agent = Id("A1"), Meeting = "morning", Status = AttendanceStatus.Attended },
            new GroupEventFact { Origin = new("crm", "G1"), Date = Day("2026-07-22"), Event = new("E1"), Agent = Id("A1"), Customer = new("C1"), Stage = GroupEventStage.Invited });
        var execution = new Execution(new InMemoryEdge { Access = new AccessOfTheFacts(store) }.Edge, store);
        var (leader, team, agent, today, week) = (Branch.Call with { Actor = new("L1") }, Team("T1"), Id("A1"), Day("2026-07-24"), Days("2026-07-20", "2026-07-26"));
        // docs:start reads
        IReadOnlyList<WorkItem> work = await execution.WorkItemsAsync(leader, team, week, zoneOf: _ => Shanghai, today).OrThrow();   // or one agent's: Subject.Of(agent)
        Attendance meetings = await execution.AttendanceAsync(leader, agent, week, today, meeting: "morning").OrThrow();
        IReadOnlyList<JointVisits> together = await execution.JointVisitsAsync(leader, team, week, today).OrThrow();
        GroupEventResult seminar = await execution.GroupEventAsync(leader, new GroupEventId("E1"), today).OrThrow();
        // docs:end reads

        Assert.Equal(["P1"], work.Select(w => w.Id));
        Assert.Equal((1, 1, 1), (meetings.Attended, together.Single().Visits, seminar.Steps[0].Customers));
    }

    [Fact]
    public async Task Notices_reach_the_agent_first()
    {
        var (facts, notices) = (new InMemoryFactStore(), new WatchedRepository<PlausibilityNotice>());
        facts.Add(Outcome(null, id: "V1"), Outcome(null, at: "2026-07-21 10:30", id: "V2"));
        var reviewing = new PlausibilityReviewing(new InMemoryEdge(notices).Edge, facts, notices, new());
        var (agent, today) = (new AgentId("A1"), Day("2026-07-22"));
        var (system, own, cancellation) = (Branch.Call with { Actor = CallContext.SystemActor }, Branch.Call with { Actor = new("A1") }, CancellationToken.None);
        // docs:start notices
        // nightly, over a whole month: again and again
        PlausibilityTally tally = await reviewing.ReviewAsync(system, Days("2026-07-01", "2026-07-31"), zoneOf: _ => Shanghai, today, cancellation).OrThrow();

        // the agent's screen
        IReadOnlyList<PlausibilityNotice> mine = await reviewing.ReadAsync(own, agent, new YearMonth(2026, 7), today, cancellation).OrThrow();
        await reviewing.AnswerAsync(own, mine[0].Key, today, "one visit with two customers", cancellation).OrThrow();

        // the manager's, who sees it from the fourth day after on, with the answer
        IReadOnlyList<PlausibilityNotice> theirs = await reviewing.ReadAsync(Branch.Call, agent, new YearMonth(2026, 7), today, cancellation).OrThrow();
        // docs:end notices

        Assert.Equal((1, 1, 0), (tally.Noticed, mine.Count, theirs.Count));
    }
}

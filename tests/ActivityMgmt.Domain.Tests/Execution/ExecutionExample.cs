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
}

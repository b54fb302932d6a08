using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>The code of docs/concepts/plans.md.</summary>
public class PlansExample
{
    [Fact]
    public void From_income_to_quotes()
    {
        // docs:start chain
        IReadOnlyList<PlanStep> steps = BackwardChain.Plan(50_000m,                           // income
        [
            new() { From = new("sales"), Into = new("income"), Ratio = Quantity.Of(400m, Unit.Count), Basis = PlanBasis.Benchmark },
            ConversionStep.Measured(from: new("quotes"), done: 40, into: new("sales"), reached: 12m),   // 30 % of 40 of the agent's own
        ]);
        // docs:end chain

        Assert.Equal([125, 417], steps.Select(s => s.Needed));
        Assert.Equal((PlanConfidence.Medium, Quantity.Of(0.2165m, Unit.Ratio)), (steps[1].Confidence, steps[1].Interval!.Low));
    }

    [Fact]
    public void A_week_is_proposed_checked_and_agreed()
    {
        var facts = Book(Joined("A1"), Licensed("A1"), Customer("C1"));
        var manager = new ActorId("manager");
        // docs:start week
        var week = WeekPlan.Draft(new AgentId("A1"), new LocalDate(2026, 7, 20), "Asia/Shanghai")
            .With(new()
            {
                Id = new("A1-1"), Activity = "call", StartsAt = Instant.FromUtc(2026, 7, 21, 13, 0), Minutes = 10, Purpose = "first-contact", Customer = new("C1"),
            });

        IReadOnlyList<Finding> findings = FeasibilityReview.Check(week, facts, WorkCalendars.China, new FeasibilityPolicies());
        Console.WriteLine(findings[0].Reason);                         // plan.quiet-hours: 21:00 in Shanghai

        week = week.Move(new AppointmentId("A1-1"), Instant.FromUtc(2026, 7, 21, 2, 0));
        findings = FeasibilityReview.Check(week, facts, WorkCalendars.China, new FeasibilityPolicies());       // empty
        week = week.Agree(manager, new LocalDate(2026, 7, 19), Reason.Of("host.looks-good"), findings);
        // docs:end week

        Assert.Empty(findings);
        Assert.Equal(WeekPlanState.Agreed, week.State);
    }
}

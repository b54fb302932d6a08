namespace ActivityMgmt.Domain.Tests;

/// <summary>The guide's code, compiled: a goal of one's own, and a change in the middle of its period.</summary>
internal static class GoalsExample
{
    public static async Task<IReadOnlyList<Goal>> LiveAsync(
        GoalSetting goals, Goal draft, LeaveFact leave, IWorkCalendar calendar, CallContext manager, LocalDate today, CancellationToken cancellation)
    {
        // docs:start goals
        await goals.ProposeAsync(manager, draft, on: today, cancellation).OrThrow();                          // twice is once
        await goals.AgreeOneAsync(manager, draft.Id, today, "as talked over", cancellation).OrThrow();        // from now on its terms are locked

        AdjustmentProposal proposal = new AdjustmentProposals(calendar).ForLeave(draft, leave, piece: 100m);   // stores nothing
        await goals.AdjustAsync(manager, draft.Id, proposal.AsAdjustment(by: manager.Actor, on: today), cancellation).OrThrow();

        var closed = await goals.CloseDueAsync(manager, today, cancellation: cancellation).OrThrow();   // in a nightly job
        // docs:end goals
        return closed;
    }
}

namespace ActivityMgmt.Domain.Tests;

/// <summary>The guide's code, compiled: how a company looks at its goals, on Mondays and in the morning.</summary>
internal static class CheckpointsExample
{
    public static CheckpointPolicies Policies()
    {
        // docs:start policies
        var policies = new CheckpointPolicies
        {
            Pace = PacePolicies.Seasonal(minimum: 30m),                // as the past went; by working days where there is too little of it
            Escalations = [EscalationPolicies.OffTrackInARow(3), EscalationPolicies.UndecidedFor(days: 14)],
        };
        // docs:end policies
        return policies;
    }

    public static async Task<IReadOnlyList<Checkpoint>> AnyPeriodAsync(Monitoring monitoring, CallContext manager, LocalDate today, CancellationToken cancellation)
    {
        // docs:start any-period
        var due = await monitoring.RunDueAsync(manager, today, asKnownAt: null, cancellation).OrThrow();   // the year's goals, the month's and the quarter's
        // docs:end any-period
        return due;
    }

    public static async Task<IReadOnlyList<Reminder>> OwnerAsync(Monitoring monitoring, CallContext coach, CallContext nightly, LocalDate today, CancellationToken cancellation)
    {
        // docs:start owner
        foreach (var open in await monitoring.OpenDecisionsAsync(coach, coach.Actor, today, cancellation).OrThrow())
        {
            await monitoring.CompleteAsync(coach, open.Key, new(coach.Actor, today, "three visits together"), cancellation).OrThrow();
        }

        var reminders = await monitoring.RemindersAsync(nightly, today, asKnownAt: null, cancellation).OrThrow();   // owners, and those above them when it is overdue
        // docs:end owner
        return reminders;
    }

    public static async Task<TeamBoard> MondayAsync(
        Monitoring monitoring, TeamBoards boards, CallContext manager, Quarter quarter, LocalDate today, DateInterval month, CancellationToken cancellation)
    {
        // docs:start monday
        var due = await monitoring.RunDueAsync(manager, quarter, today, cancellation: cancellation).OrThrow();
        foreach (var checkpoint in due.Where(c => c.NeedsDecision))
        {
            await monitoring.CommentAsync(manager, checkpoint.Key, new(manager.Actor, today, "let us go through the proposals"), cancellation).OrThrow();
            await monitoring.DecideAsync(
                manager, checkpoint.Key, new(CheckpointAction.AcceptProposal, manager.Actor, today, "as proposed", DueOn: today.PlusDays(14)), cancellation).OrThrow();
        }

        var board = await boards.BoardAsync(
            manager, new("T01"), month, today.PlusDays(-1), new() { Producing = new("cases") }, cancellation: cancellation).OrThrow();
        // docs:end monday
        return board;
    }
}

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

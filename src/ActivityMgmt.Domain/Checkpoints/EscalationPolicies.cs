namespace ActivityMgmt.Domain;

/// <summary>What an escalation can be decided from.</summary>
/// <param name="Earlier">The goal's earlier checkpoints, oldest first.</param>
/// <param name="Status">How the goal stands now.</param>
/// <param name="AsOf">The last day that is counted.</param>
public sealed record EscalationBasis(IReadOnlyList<Checkpoint> Earlier, GoalStatus Status, LocalDate AsOf);

/// <summary>Says why the next level up is asked; <see langword="null"/> when it isn't.</summary>
public delegate Reason? EscalationPolicy(EscalationBasis basis);

/// <summary>Ready-made escalation policies.</summary>
public static class EscalationPolicies
{
    /// <summary>When a goal is off track at this checkpoint and those before it, so many in a row.</summary>
    /// <param name="times">How many checkpoints in a row, this one included, from 1.</param>
    public static EscalationPolicy OffTrackInARow(int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return basis =>
        {
            var run = basis.Status == GoalStatus.OffTrack ? 1 + basis.Earlier.Reverse().TakeWhile(c => c.Status == GoalStatus.OffTrack).Count() : 0;
            return run < times ? null : Reason.Of("follow-up.escalate", ("times", run), ("limit", times));
        };
    }

    /// <summary>When a checkpoint that needed a decision has none after so many days.</summary>
    /// <param name="days">How many days after the checkpoint's day, from 1.</param>
    public static EscalationPolicy UndecidedFor(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return basis => basis.Earlier.FirstOrDefault(c => c.NeedsDecision && c.AsOf.PlusDays(days) <= basis.AsOf) is { } waiting
            ? Reason.Of("follow-up.undecided", ("date", waiting.AsOf), ("days", Period.DaysBetween(waiting.AsOf, basis.AsOf)), ("limit", days))
            : null;
    }
}

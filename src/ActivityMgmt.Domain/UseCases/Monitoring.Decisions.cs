namespace ActivityMgmt.Domain;

/// <content>What becomes of decisions: who answers for them, who is reminded, and when they are carried out.</content>
public sealed partial class Monitoring
{
    /// <summary>The decisions that wait for somebody to carry them out, whatever their due date.</summary>
    /// <param name="call">Tenant and actor: the owner, or somebody else, who is given those of whose goals' checkpoints they may see.</param>
    /// <param name="owner">Who answers for them.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The checkpoints at which it was decided, by due date, then key.</returns>
    public Task<UseCaseResult<IReadOnlyList<Checkpoint>>> OpenDecisionsAsync(CallContext call, ActorId owner, LocalDate on, CancellationToken cancellation = default) =>
        edge.RunAsync<IReadOnlyList<Checkpoint>>(
            call,
            "list-open-decisions",
            on,
            async work =>
            {
                var scope = owner == call.Actor ? AccessScope.Everything(call) : work.Scope;
                var wanted = Specification.Where<CheckpointRecord>(c => c.HasOpenDecision && c.Owner == owner).OrderBy(c => c.DueOn).ThenBy(c => c.Key);
                var open = new List<Checkpoint>();
                foreach (var record in await checkpointRecords.ListAsync(call, scope, wanted, cancellation).ConfigureAwait(false))
                {
                    if ((await checkpoints.FindAsync(call, record.Key, cancellation).ConfigureAwait(false))?.Value is { HasOpenDecision: true } checkpoint)
                    {
                        open.Add(checkpoint);
                    }
                }

                return open;
            },
            cancellation);

    /// <summary>
    /// Records that what was decided was carried out, or why it no longer needs to be; the same words again change nothing. Refused when there is no such checkpoint, nothing was decided that is to be
    /// done, somebody said so already, or the words are in another name than the actor's.
    /// </summary>
    /// <param name="call">Tenant and actor: the decision's owner, or somebody who must be allowed to decide on the checkpoints of whose goal it is.</param>
    /// <param name="checkpoint">The checkpoint's key.</param>
    /// <param name="completion">What became of it; its day is the day whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Checkpoint>> CompleteAsync(CallContext call, string checkpoint, CheckpointCompletion completion, CancellationToken cancellation = default)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(completion);
        return edge.RunAsync(
            call,
            "carry-out-decision",
            completion.On,
            async work =>
            {
                var stored = await checkpoints.FindAsync(call, checkpoint, cancellation).ConfigureAwait(false)
                    ?? throw new BrokenRuleException(new OnlyAMadeCheckpointCanBeDecidedRule(checkpoint));
                if (stored.Value.Decision?.Responsible != call.Actor)
                {
                    work.Require(AccessAction.Decide, DataKind.Checkpoints, stored.Value.Subject, stored.Value.AsOf);
                }

                var completed = stored.Value.Complete(completion);
                if (!ReferenceEquals(completed, stored.Value))
                {
                    work.RequireOwnName(completion.By);
                    work.Save<Checkpoint>([stored with { Value = completed }]);
                    work.Raise(new DecisionCarriedOut(completed.Key, completed.Subject, completed.Decision!.Responsible, completion.By, completion.On));
                }

                return completed;
            },
            cancellation);
    }

    /// <summary>
    /// Whom to remind of decisions that are due and not carried out, of goals of any period: their owners, and, the longer it takes, those above them
    /// (<see cref="CheckpointPolicies.EscalateOverdueAfterDays"/>); see <see cref="Reminders.OfDecisions"/>. Stores nothing.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to see all checkpoints.</param>
    /// <param name="on">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known, which say who is above whom; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<IReadOnlyList<Reminder>>> RemindersAsync(CallContext call, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "remind-of-decisions",
        on,
        async work =>
        {
            work.RequireEverything(AccessAction.See, DataKind.Checkpoints);
            var due = await checkpointRecords.ListAsync(
                call, AccessScope.Everything(call), Specification.Where<CheckpointRecord>(c => c.HasOpenDecision && c.DueOn <= on), cancellation).ConfigureAwait(false);
            var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
            return Reminders.OfDecisions(due, book.Organisation, on, policies.EscalateOverdueAfterDays);
        },
        cancellation);
}

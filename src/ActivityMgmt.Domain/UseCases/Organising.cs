namespace ActivityMgmt.Domain;

/// <summary>Changes the organisation: who is under contract, in which team and rank, who recruited and bred whom. Safe to repeat.</summary>
/// <remarks>
/// For hosts that keep the organisation here. What a CRM tells is taken in by <see cref="FactRecording"/> as it is, since the CRM is the master; <see cref="OrganisationReview"/> then
/// says what doesn't fit.
/// </remarks>
public sealed class Organising(UseCaseEdge edge, IFactStore facts, OrganisationRules rules)
{
    /// <summary>
    /// Records changes, all of them or none. Refused when they would make a cycle, an overlap or a gap, with the dates that clash. The same changes again change nothing.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on everybody's activities.</param>
    /// <param name="changes">The changes as facts, such as those of <see cref="PersonnelChange"/>; no complete export. Their date is the day whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>What became of each fact.</returns>
    /// <exception cref="ArgumentException">The delivery declares itself complete, which would remove the rest of the organisation.</exception>
    public Task<UseCaseResult<IntakeResult>> ChangeAsync(CallContext call, FactDelivery changes, CancellationToken cancellation)
    {
        Guard.Against.Null(changes);
        if (changes.CompleteKinds.Count > 0)
        {
            throw new ArgumentException("Changes of the organisation are no complete export; leave its kinds empty.", nameof(changes));
        }

        return edge.RunAsync(
            call,
            "change-organisation",
            changes.DeliveredOn,
            async work =>
            {
                work.RequireEverything(AccessAction.Decide, DataKind.Activities);
                rules.Accept(await facts.ReadAsync(call, null, cancellation).ConfigureAwait(false), [.. changes.Facts.Select(f => f.Fact)]);
                return await facts.AppendAsync(call, changes, cancellation).ConfigureAwait(false);
            },
            cancellation);
    }
}

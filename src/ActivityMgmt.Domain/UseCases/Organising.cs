namespace ActivityMgmt.Domain;

/// <summary>Changes the organisation: who is under contract, in which team and rank, who recruited and bred whom. Safe to repeat.</summary>
/// <remarks>
/// For hosts that keep the organisation here. What a CRM tells is taken in by <see cref="FactRecording"/> as it is, since the CRM is the master; <see cref="OrganisationReview"/> then
/// says what doesn't fit.
/// </remarks>
public sealed class Organising(UseCaseEdge edge, IFactStore facts, OrganisationRules rules, OrganisationPolicies policies)
{
    private static readonly FactKind[] OfTheOrganisation =
        [FactKind.Agent, FactKind.Licence, FactKind.Assignment, FactKind.Team, FactKind.Lineage, FactKind.Leave];

    /// <summary>Works out what follows from a promotion, a demotion, a move, a leaving or a return. Stores nothing: what a named person confirms is handed to <see cref="ChangeAsync"/>.</summary>
    /// <remarks>Refused when the event itself can't be, see <see cref="PersonnelChange.Of"/>. What the rules would refuse of its facts is among the findings, blocking.</remarks>
    /// <param name="call">Tenant and actor, who must be allowed to see everybody's organisation.</param>
    /// <param name="personnelEvent">What was settled.</param>
    /// <param name="origin">The origin of new facts; the same one gives the same facts.</param>
    /// <param name="on">The day whose roles count.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The facts to record, and why.</returns>
    public Task<UseCaseResult<PersonnelChange>> ProposeAsync(
        CallContext call, PersonnelEvent personnelEvent, FactOrigin origin, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(personnelEvent);
        Guard.Against.Null(origin);
        return edge.RunAsync(
            call,
            "propose-personnel-change",
            on,
            async work =>
            {
                work.RequireEverything(AccessAction.See, DataKind.Organisation);
                var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
                var change = PersonnelChange.Of(book, personnelEvent, policies, origin);
                work.Find(rules.BrokenBy(book, change.Facts).Select(rule => new Finding(Severity.Block, rule.Reason)));
                return change;
            },
            cancellation);
    }

    /// <summary>
    /// Records changes, all of them or none. Refused when they would make a cycle, an overlap or a gap, with the dates that clash, or when one of them gives a known revision of a fact other content.
    /// The same changes again change nothing. A conflict when somebody else changed the organisation meanwhile: what was checked may hold no longer. An entry in the audit trail and
    /// <see cref="OrganisationChanged"/> say who did it, in the same transaction.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on everybody's organisation.</param>
    /// <param name="changes">The changes as facts, such as those of <see cref="PersonnelChange"/>; no complete export. Their date is the day whose roles count; with a <see cref="FactDelivery.Basis"/>, changes since then are a conflict, too.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>What became of each fact.</returns>
    /// <exception cref="ArgumentException">The delivery declares itself complete, which would remove the rest of the organisation.</exception>
    public Task<UseCaseResult<IntakeResult>> ChangeAsync(CallContext call, FactDelivery changes, CancellationToken cancellation = default)
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
                work.RequireEverything(AccessAction.Decide, DataKind.Organisation);
                var sequence = await facts.SequenceAsync(call, cancellation).ConfigureAwait(false);
                rules.Accept(await facts.ReadAsync(call, sequence, cancellation).ConfigureAwait(false), [.. changes.Facts.Select(f => f.Fact)]);
                return await work.AppendAsync(
                    facts,
                    changes with { Basis = new(Math.Min(changes.Basis?.Sequence ?? sequence, sequence), [.. OfTheOrganisation.Union(changes.Basis?.Kinds ?? [])]) },
                    RefuseConflicts,
                    became => [new OrganisationChanged(changes.Name, changes.Source, became.SequenceBefore, became.Sequence, call.Actor)],
                    cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    private static void RefuseConflicts(IntakeResult intake)
    {
        if (intake.Conflicts is [var first, ..])
        {
            throw new BrokenRuleException(new ARevisionKeepsItsContentRule(first.Fact.Reference));
        }
    }
}

namespace ActivityMgmt.Domain;

/// <summary>Takes facts in. Safe to repeat: the same delivery again changes nothing.</summary>
public sealed class FactRecording(UseCaseEdge edge, IFactStore facts)
{
    // What agents do themselves, day by day. Contracts, ranks, policies, premium and the like are somebody else's to tell.
    private static readonly FactKind[] OfAnAgentsDay = [FactKind.Activity, FactKind.Appointment, FactKind.Attendance, FactKind.GroupEvent, FactKind.Entry];

    /// <summary>Stores a delivery. When it changed anything, an entry in the audit trail and <see cref="FactsRecorded"/> say who did it, in the same transaction.</summary>
    /// <param name="call">
    /// Tenant and actor, who must be allowed to decide on the activities of each agent whose facts they are, on the day of the fact: that is enough for activities, appointments, attendance, group
    /// events and entries, without names. Whatever else it holds, or a complete export, takes the right to everybody's activities. A revision also takes the right to the fact it replaces.
    /// </param>
    /// <param name="delivery">The delivery; its date is the day whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>What became of each fact. A fact that clashes with the same revision of before is a finding, too.</returns>
    public Task<UseCaseResult<IntakeResult>> RecordAsync(CallContext call, FactDelivery delivery, CancellationToken cancellation = default)
    {
        Guard.Against.Null(delivery);
        return edge.RunAsync(call, "record-facts", delivery.DeliveredOn, async work =>
        {
            await RequireAsync(work, delivery, cancellation).ConfigureAwait(false);
            var intake = await work.AppendAsync(
                facts,
                delivery,
                accept: _ => { },
                became => [new FactsRecorded(delivery.Name, delivery.Source, became.SequenceBefore, became.Sequence, call.Actor)],
                cancellation).ConfigureAwait(false);
            work.Find(intake.Conflicts.Select(c => new Finding(Severity.Warn, new ARevisionKeepsItsContentRule(c.Fact.Reference).Reason)));
            return intake;
        }, cancellation);
    }

    private async Task RequireAsync(UseCaseWork work, FactDelivery delivery, CancellationToken cancellation)
    {
        if (work.AllowsEverything(AccessAction.Decide, DataKind.Activities)
            || delivery.Facts.Count == 0 || delivery.Names.Count > 0 || delivery.CompleteKinds.Count > 0 || delivery.Facts.Any(f => !OfAnAgentsDay.Contains(f.Fact.Kind)))
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Activities);
            return;
        }

        // The first revision of a fact replaces nothing, so that a day's new facts need no look at all the others.
        var known = delivery.Facts.Any(f => f.Fact.Origin.Revision > 1) ? await facts.ReadAsync(work.Call, null, cancellation).ConfigureAwait(false) : FactBook.Of([]);
        Fact[] concerned = [.. delivery.Facts.Select(f => f.Fact).SelectMany(f => known.Find(f.Key) is { } replaced ? [f, replaced] : new[] { f })];
        foreach (var fact in concerned)
        {
            work.Require(AccessAction.Decide, DataKind.Activities, Subject.Of(known.AgentOf(fact)!.Value), fact.Date);
        }

        if (concerned.Select(known.AgentOf).Distinct().Count() > 1)
        {
            work.IsAbout(work.Whole);
        }
    }
}

namespace ActivityMgmt.Domain;

/// <summary>Hands the policies that a leaver left behind (孤儿单) to somebody else: what is open with its deadline, a proposal, and a named person's decision. Safe to repeat.</summary>
/// <remarks>
/// What is handed over is service alone, as facts under <see cref="Source"/> that are marked as hand-over: whose persistency a policy counts for stays as it is, and so the taker's does. What became of an orphan
/// follows from the facts, also where the CRM tells it; see <see cref="OrphanPolicies"/>.
/// </remarks>
public sealed class OrphanHandover(UseCaseEdge edge, IFactStore facts)
{
    /// <summary>The source of the facts that a hand-over books, so that no complete export of a CRM takes them away.</summary>
    public const string Source = "orphan-handover";

    // What says whether a policy is an orphan that somebody may take over.
    private static readonly FactKind[] DecidedBy = [FactKind.Agent, FactKind.Assignment, FactKind.Policy, FactKind.PolicyEvent, FactKind.PolicyRole];

    /// <summary>The orphan policies that nobody services on a day, with the deadline of each.</summary>
    /// <param name="call">Tenant and actor, who is given those of leavers whose customers they may see on the leaver's last day.</param>
    /// <param name="deadlineInDays">Calendar days after the last day; the day itself is still in time.</param>
    /// <param name="on">The day; who is under contract until then has left nothing behind yet.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>By deadline, the earliest first, then policy.</returns>
    public Task<UseCaseResult<IReadOnlyList<OrphanPolicy>>> OpenAsync(CallContext call, int deadlineInDays, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Negative(deadlineInDays);
        return edge.RunAsync<IReadOnlyList<OrphanPolicy>>(
            call,
            "list-orphan-policies",
            on,
            async work =>
            {
                var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
                return
                [
                    .. OrphanPolicies.All(book, deadlineInDays)
                        .Where(o => o.HandedTo is null && o.LeftOn < on && work.Scope.Allows(AccessAction.See, DataKind.Customers, Subject.Of(o.Leaver), o.LeftOn, o.LeftOn))
                        .OrderBy(o => o.Deadline)
                        .ThenBy(o => o.Policy.Value, StringComparer.Ordinal),
                ];
            },
            cancellation);
    }

    /// <summary>Proposes who services which of a leaver's open policies (<see cref="OrphanPolicies.Propose"/>). Stores nothing: what a named person settles is handed to <see cref="HandOverAsync(CallContext, HandoverDecision, CancellationToken)"/>.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the leaver's customers on the leaver's last day.</param>
    /// <param name="leaver">Who left.</param>
    /// <param name="takers">Who may take over; empty: the members of the leaver's last team on the first day.</param>
    /// <param name="from">The first day of the new service. After a policy's deadline, which is a finding.</param>
    /// <param name="deadlineInDays">Calendar days after the last day; the day itself is still in time.</param>
    /// <param name="on">The day of the call.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A taker for each open policy, by policy; empty when none is open. Refused when some are and nobody may take them.</returns>
    public Task<UseCaseResult<IReadOnlyList<PolicyTaker>>> ProposeAsync(
        CallContext call, AgentId leaver, IReadOnlyList<AgentId> takers, LocalDate from, int deadlineInDays, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(takers);
        Guard.Against.Negative(deadlineInDays);
        return edge.RunAsync<IReadOnlyList<PolicyTaker>>(
            call,
            "propose-orphan-handover",
            on,
            async work =>
            {
                var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
                var lastDay = LastDayOf(book, leaver, on);
                work.Require(AccessAction.See, DataKind.Customers, Subject.Of(leaver), lastDay);
                OrphanPolicy[] open = [.. OrphanPolicies.Of(book, leaver, deadlineInDays).Where(o => o.HandedTo is null && o.LeftOn < from)];
                IReadOnlyList<AgentId> who = takers.Count > 0 || book.Organisation.TeamOf(leaver, lastDay) is not { } team
                    ? takers
                    : [.. book.Organisation.MembersOf(team, from).Where(a => a != leaver)];
                work.Find(open.Where(o => o.Deadline < from).Select(o => new Finding(
                    Severity.Warn, Reason.Of("policy.handover-late", ("policy", o.Policy.Value), ("agent", leaver.Value), ("date", from), ("deadline", o.Deadline)))));
                return [.. OrphanPolicies.Propose(book, open, who, from, Source).Select(r => new PolicyTaker(r.Policy, r.Agent!.Value))];
            },
            cancellation);
    }

    /// <summary>
    /// Hands policies over in the name of who decides. What was handed to the same taker from the same day already stays as it is. Refused as a whole when a policy is no orphan of the leaver, was handed to somebody
    /// else, its taker is not under contract on the first day, that day is not after the leaver's last one, or the decision is the system's or in another name than the actor's.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on the leaver's customers on the leaver's last day, and on each taker's on the first day.</param>
    /// <param name="decision">What was settled; its day is the day whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>What this call handed over, by policy; empty when all had been. A conflict when policies, their roles or the organisation changed meanwhile.</returns>
    public Task<UseCaseResult<IReadOnlyList<PolicyTaker>>> HandOverAsync(CallContext call, HandoverDecision decision, CancellationToken cancellation = default)
    {
        Guard.Against.Null(decision);
        return edge.RunAsync(call, "hand-over-policies", decision.On, work => HandOverAsync(work, decision, cancellation), cancellation);
    }

    private async Task<IReadOnlyList<PolicyTaker>> HandOverAsync(UseCaseWork work, HandoverDecision decision, CancellationToken cancellation)
    {
        var sequence = await facts.SequenceAsync(work.Call, cancellation).ConfigureAwait(false);
        var book = await facts.ReadAsync(work.Call, sequence, cancellation).ConfigureAwait(false);
        work.Require(AccessAction.Decide, DataKind.Customers, Subject.Of(decision.Leaver), LastDayOf(book, decision.Leaver, decision.On));
        foreach (var taker in decision.Policies.Select(p => p.Taker).Distinct())
        {
            work.Require(AccessAction.Decide, DataKind.Customers, Subject.Of(taker), decision.From);
        }

        work.RequireOwnName(decision.By);
        if (decision.By == CallContext.SystemActor)
        {
            throw new BrokenRuleException(new ANamedPersonHandsPoliciesOverRule(decision.Leaver));
        }

        var orphans = OrphanPolicies.Of(book, decision.Leaver, deadlineInDays: 0).ToLookup(o => o.Policy);
        var open = decision.Policies
            .Where(p => IsOpen(p, orphans[p.Policy].LastOrDefault(), decision, book.Organisation))
            .OrderBy(p => p.Policy.Value, StringComparer.Ordinal)
            .ToArray();
        if (open.Length == 0)
        {
            return [];
        }

        PolicyTaker[] handed = [];
        await work.AppendAsync(
            facts,
            new()
            {
                Name = $"{Source}/{decision.Leaver}/{open[0].Policy}",
                DeliveredOn = decision.On,
                Source = Source,
                Facts = [.. open.Select(p => new IncomingFact(OrphanPolicies.ServiceOf(p.Policy, p.Taker, decision.From, Source)))],
                Basis = new(sequence, DecidedBy),
            },
            accept: became =>
            {
                var lost = became.Conflicts.Select(c => ((PolicyRoleFact)c.Fact).Policy).ToHashSet();
                handed = [.. open.Where(p => !lost.Contains(p.Policy))];
                work.Find(became.Conflicts.Select(c => new Finding(Severity.Warn, new ARevisionKeepsItsContentRule(c.Fact.Reference).Reason)));
            },
            _ => handed.Select(p => new PolicyHandedOver(p.Policy, decision.Leaver, p.Taker, decision.From, decision.By, decision.Note)),
            cancellation).ConfigureAwait(false);
        return handed;
    }

    private static bool IsOpen(PolicyTaker part, OrphanPolicy? orphan, HandoverDecision decision, Organisation organisation)
    {
        if (orphan is null)
        {
            throw new BrokenRuleException(new OnlyAnOrphanIsHandedOverRule(part.Policy, decision.Leaver));
        }

        if (orphan.HandedTo is { } taker && orphan.HandedOn is { } handedOn)
        {
            return taker == part.Taker && handedOn == decision.From
                ? false
                : throw new BrokenRuleException(new AnOrphanIsHandedOverOnceRule(part.Policy, taker, handedOn));
        }

        if (decision.From <= orphan.LeftOn)
        {
            throw new BrokenRuleException(new AHandoverBeginsAfterTheLastDayRule(part.Policy, decision.From, orphan.LeftOn));
        }

        return organisation.IsActive(part.Taker, decision.From) ? true : throw new BrokenRuleException(new OnlySomebodyUnderContractTakesOverRule(part.Taker, decision.From));
    }

    private static LocalDate LastDayOf(FactBook book, AgentId leaver, LocalDate on) => book.Organisation.LatestContractOf(leaver, on)?.LeftOn ?? on;
}

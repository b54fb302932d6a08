namespace ActivityMgmt.Domain;

/// <summary>Answers what a screen asks about prospects, customers and opportunities. Reads only; nothing is stored.</summary>
/// <remarks>
/// Counts and sums without names (<see cref="ProspectCountsAsync"/>, <see cref="PipelineAsync"/>) need the right to see activities, as a team leader has it; whatever names a customer needs the
/// right to see customers of the agent who looks after them: the owner in the CRM, or the servicer of one of their policies. A customer whom nobody looks after needs the right to see everybody's.
/// A prospect's name is the owner's alone until lawful contact, whatever others may see; see <see cref="ProspectList"/>.
/// </remarks>
public sealed class Customers(
    UseCaseEdge edge, IFactStore facts, IDocumentStore documents, SalesProcess process, SegmentPolicy segments, ContactCheck contacts)
{
    /// <summary>An agent's list of prospects (计划100): whole for the agent, without the private names for anybody else.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the agent's customers.</param>
    /// <param name="agent">Whose list.</param>
    /// <param name="on">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<ProspectList>> ProspectsAsync(CallContext call, AgentId agent, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        RunAsync(call, "show-prospects", on, asKnownAt, (work, book) =>
        {
            work.Require(AccessAction.See, DataKind.Customers, Subject.Of(agent), on);
            return ProspectList.Of(book, agent, on).SeenBy(work.Scope.Agent);
        }, cancellation);

    /// <summary>How many prospects an agent has, by source group, and how many of them were contacted: no ids, no names.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the agent's activities.</param>
    /// <param name="agent">Whose list.</param>
    /// <param name="on">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<IReadOnlyList<ProspectCount>>> ProspectCountsAsync(CallContext call, AgentId agent, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        RunAsync(call, "count-prospects", on, asKnownAt, (work, book) =>
        {
            work.Require(AccessAction.See, DataKind.Activities, Subject.Of(agent), on);
            return ProspectList.Of(book, agent, on).Counts;
        }, cancellation);

    /// <summary>Everything that happened between a customer and the company up to a day, in order.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the customer.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="on">The day, included.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<IReadOnlyList<TimelineEntry>>> TimelineAsync(CallContext call, CustomerId customer, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        RunAsync(call, "show-timeline", on, asKnownAt, (work, book) =>
        {
            RequireCustomer(work, book, customer);
            return Timeline.Of(book.UpTo(on), customer);
        }, cancellation);

    /// <summary>A customer's profile of a day with the segment that the company's policy says; <see langword="null"/> when nothing is known of them.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the customer.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="on">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<SegmentedCustomer?>> ProfileAsync(CallContext call, CustomerId customer, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        RunAsync(call, "show-customer", on, asKnownAt, (work, book) =>
        {
            RequireCustomer(work, book, customer);
            return CustomerProfile.Of(book, customer, on) is { } profile ? new SegmentedCustomer(profile, segments(profile)) : null;
        }, cancellation);

    /// <summary>Whether a customer may be contacted for selling on a day, and why; see <see cref="ContactCheck"/>.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the customer.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="on">The day of the contact.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<Finding>> MayContactAsync(CallContext call, CustomerId customer, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        RunAsync(call, "check-contact", on, asKnownAt, (work, book) =>
        {
            RequireCustomer(work, book, customer);
            return contacts.Check(book, customer, on);
        }, cancellation);

    /// <summary>The open opportunities of some agents by stage, counted and summed: no names. Goes by the sales process document that applies on the day, else by the registered process.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the activities of every one of the agents.</param>
    /// <param name="agents">Whose opportunities.</param>
    /// <param name="currency">The currency; opportunities in another one, or without a value, are counted but add nothing.</param>
    /// <param name="on">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="DocumentException">The sales process document isn't valid.</exception>
    public Task<UseCaseResult<IReadOnlyList<PipelineLine>>> PipelineAsync(
        CallContext call, IReadOnlyList<AgentId> agents, string currency, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(agents);
        return edge.RunAsync<IReadOnlyList<PipelineLine>>(
            call,
            "show-pipeline",
            on,
            async work =>
            {
                foreach (var agent in agents)
                {
                    work.Require(AccessAction.See, DataKind.Activities, Subject.Of(agent), on);
                }

                var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
                var document = await documents.FindAsync(call, DocumentKinds.SalesProcess, on, cancellation).ConfigureAwait(false);
                var whose = agents.ToHashSet();
                return [.. new Opportunities(document is null ? process : SalesProcessDocument.Read(document)).Pipeline(book, on, currency).Where(l => whose.Contains(l.Agent))];
            },
            cancellation);
    }

    /// <summary>The policies that an agent left behind, with the deadline of each and who took it over up to a day.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the leaver's customers on the leaver's last day; the latest one by then.</param>
    /// <param name="leaver">Who left.</param>
    /// <param name="deadlineInDays">Calendar days after the last day; the day itself is still in time.</param>
    /// <param name="on">The day of the call.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<IReadOnlyList<OrphanPolicy>>> OrphansAsync(
        CallContext call, AgentId leaver, int deadlineInDays, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Negative(deadlineInDays);
        return RunAsync(call, "show-orphan-policies", on, asKnownAt, (work, book) =>
        {
            work.Require(AccessAction.See, DataKind.Customers, Subject.Of(leaver), book.Organisation.LatestContractOf(leaver, on)?.LeftOn ?? on);
            return OrphanPolicies.Of(book, leaver, deadlineInDays);
        }, cancellation);
    }

    private Task<UseCaseResult<T>> RunAsync<T>(
        CallContext call, string useCase, LocalDate on, long? asKnownAt, Func<UseCaseWork, FactBook, T> answer, CancellationToken cancellation) =>
        edge.RunAsync(call, useCase, on, async work => answer(work, await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)), cancellation);

    private static void RequireCustomer(UseCaseWork work, FactBook book, CustomerId customer)
    {
        var owner = book.Customer(customer)?.Owner;
        AgentId[] looksAfter =
        [
            .. book.Lookups.PoliciesOf(customer)
                .Where(p => p.Date <= work.On && ReferenceEquals(book.Policy(p.Policy), p))
                .Select(p => (AgentId?)PolicyRoles.On(book, p, work.On).Servicer.Agent)
                .Prepend(owner)
                .OfType<AgentId>()
                .Distinct(),
        ];
        if (looksAfter.Length == 0)
        {
            work.RequireEverything(AccessAction.See, DataKind.Customers);
        }
        else if (!Array.Exists(looksAfter, a => work.Scope.Allows(AccessAction.See, DataKind.Customers, Subject.Of(a), work.On, work.On)))
        {
            work.Require(AccessAction.See, DataKind.Customers, Subject.Of(looksAfter[0]), work.On);
        }

        if (owner is { } agent && work.Scope.Agent != agent && ProspectList.Of(book, agent, work.On).Entries.Any(e => e.Customer == customer && e.IsPrivate))
        {
            throw new BrokenRuleException(new ANameIsPrivateUntilLawfulContactRule(agent, customer, work.On));
        }
    }
}

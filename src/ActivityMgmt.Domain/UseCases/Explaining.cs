namespace ActivityMgmt.Domain;

/// <summary>Says why facts don't count in a figure. Reads only; nothing is stored.</summary>
public sealed class Explaining(UseCaseEdge edge, IFactStore facts, IDocumentStore documents, IKpiEngine kpis, ITenantCalendars calendars)
{
    /// <summary>The facts that a figure leaves out, with every filter, date or gate that keeps them out. Refused when no KPI document applies, or the actor may see neither the subject's activities nor those of anybody whose the fact is on any day of the period.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="subject">For whom.</param>
    /// <param name="period">When, both ends included; the KPI document that applies on its first day is used. The roles of its last day count; as for lists, one day on which the actor may see the subject is enough, so a leader is answered for who left or moved within it.</param>
    /// <param name="about">A fact, or a policy for its events and premium as well; <see langword="null"/>: all, see <see cref="IExplainedReadings.WhyNot"/>.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="KeyNotFoundException">The document has no such measure.</exception>
    /// <exception cref="NotSupportedException">The registered engine's readings are no <see cref="IExplainedReadings"/>.</exception>
    public Task<UseCaseResult<Exclusions>> WhyNotAsync(
        CallContext call, MeasureId measure, Subject subject, DateInterval period, FactKey? about = null, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(period);
        return edge.RunAsync(
            call,
            "explain-exclusions",
            period.End,
            async work =>
            {
                work.Require(AccessAction.See, DataKind.Activities, subject, period);
                var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
                if (about is { } key && book.Find(key) is { } fact)
                {
                    RequireFact(work, book, fact, period);
                }

                var document = await documents.RequireAsync(call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false);
                var readings = kpis.Open(book, document, calendars.For(call.Tenant));
                return readings is IExplainedReadings explained
                    ? explained.WhyNot(measure, subject, period, about)
                    : throw new NotSupportedException($"{kpis.GetType()} can't say what its readings leave out.");
            },
            cancellation);
    }

    // What keeps a fact out tells what is in it, so whoever asks must be allowed to see it for one of those it belongs to.
    private static void RequireFact(UseCaseWork work, FactBook book, Fact fact, DateInterval period)
    {
        var policy = fact switch { PolicyFact p => p.Policy, PremiumFact p => p.Policy, PremiumDueFact d => d.Policy, PolicyEventFact e => e.Policy, _ => (PolicyId?)null };
        AgentId[] whose = [.. (policy is { } id ? book.RolesOf(id).Select(r => r.Agent).Prepend(book.AgentOf(fact)) : [book.AgentOf(fact)]).OfType<AgentId>()];
        if (whose.Length > 0 && !Array.Exists(whose, a => work.Scope.Allows(AccessAction.See, DataKind.Activities, Subject.Of(a), period.Start, period.End)))
        {
            work.Require(AccessAction.See, DataKind.Activities, Subject.Of(whose[0]), period);
        }
    }
}

namespace ActivityMgmt.Domain.Tests;

/// <summary>The guide's code, compiled: what a CRM's screens ask.</summary>
internal static class CustomersExample
{
    public static (Finding MayCall, IReadOnlyList<PipelineLine> Pipeline, IReadOnlyList<PolicyRoleFact> Proposed) Ask(
        FactBook facts, CustomerId customer, AgentId leaver, IReadOnlyList<AgentId> colleagues, LocalDate today)
    {
        // docs:start customers
        Finding mayCall = new ContactCheck(refusalMonths: 6, needsConsent: true).Check(facts, customer, today);

        IReadOnlyList<PipelineLine> pipeline = new Opportunities(SalesProcess.Default).Pipeline(facts, today, "CNY");   // by agent and stage, weighted

        IReadOnlyList<OrphanPolicy> orphans = OrphanPolicies.Of(facts, leaver, deadlineInDays: 30);
        IReadOnlyList<PolicyRoleFact> proposed = OrphanPolicies.Propose(facts, orphans, colleagues, from: today, source: "crm");   // a named person decides
        // docs:end customers
        return (mayCall, pipeline, proposed);
    }

    public static async Task<IReadOnlyList<OrphanPolicy>> HandOverAsync(OrphanHandover handover, CallContext manager, AgentId leaver, LocalDate today, CancellationToken cancellation)
    {
        // docs:start handover
        var open = await handover.OpenAsync(manager, deadlineInDays: 30, today, asKnownAt: null, cancellation).OrThrow();   // everybody's, the earliest deadline first
        var takers = await handover.ProposeAsync(manager, leaver, takers: [], from: today.PlusDays(1), deadlineInDays: 30, today, asKnownAt: null, cancellation).OrThrow();
        await handover.HandOverAsync(
            manager,
            new() { Leaver = leaver, Policies = takers, From = today.PlusDays(1), By = manager.Actor, On = today, Note = "team mates who know the families" },
            cancellation).OrThrow();
        // docs:end handover
        return open;
    }
}

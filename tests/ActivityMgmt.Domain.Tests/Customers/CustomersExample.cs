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
}

namespace ActivityMgmt.Domain.Tests;

/// <summary>The guide's code, compiled: how a policy stands, and who is what to it.</summary>
internal static class PoliciesExample
{
    public static (PolicyState State, PolicyRoles Roles) Ask(FactBook facts, PolicyFact policy, LocalDate today)
    {
        // docs:start state
        PolicyState state = PolicyLifeCycle.On(facts, policy, today, GraceRule.OfDays(60));
        bool mayBeServiced = state.IsInForce && state.ReceiptReturnedOn is not null;
        LocalDate? payBy = state.OpenPremium?.GraceEndsOn;        // the last day on which the open premium is in time

        PolicyRoles roles = PolicyRoles.On(facts, policy, today);
        AgentId countsFor = roles.PersistencyOwner.Agent;         // whoever services it by hand-over
        SelfPurchase? own = OwnPurchases.Self(facts, policy);     // null: not bought from oneself
        // docs:end state
        _ = (mayBeServiced, payBy, countsFor, own);
        return (state, roles);
    }
}

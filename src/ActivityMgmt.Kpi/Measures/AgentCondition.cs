namespace ActivityMgmt.Kpi;

/// <summary>A condition over an agent as of a day; without one everybody fulfils it.</summary>
internal sealed class AgentCondition(Expression? where)
{
    private static readonly IReadOnlyDictionary<string, FactField> Fields = FactFields.OfAgents;

    /// <summary>The parts of the condition that keep an agent out; empty when it is true.</summary>
    public IReadOnlyList<Reason> KeptOut(FactContext agent) => where is null ? [] : [.. Standing.KeptOutBy(where, name => Fields[name].Read(agent))];

    /// <summary>The contracts and places of an agent that began by a day: what any condition is decided by. None without a contract by then.</summary>
    public static IEnumerable<FactReference> Records(Organisation organisation, AgentId agent, LocalDate last)
    {
        FactReference[] contracts = [.. organisation.ContractsOf(agent).Where(c => c.Date <= last).Select(c => c.Reference)];
        return contracts.Length == 0 ? [] : [.. contracts, .. organisation.AssignmentsOf(agent).Where(a => a.Date <= last).Select(a => a.Reference)];
    }
}

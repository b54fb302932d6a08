namespace BranchQuarter.Output;

/// <summary>Joins names to ids at the very end; an id without a name is shown as it is.</summary>
internal sealed class Names(IReadOnlyDictionary<string, string> agents)
{
    public IReadOnlyDictionary<string, string> Agents => agents;

    public string Of(AgentId agent) => agents.TryGetValue(agent.Value, out var name) ? name : agent.Value;

    public string Full(AgentId agent) => agents.TryGetValue(agent.Value, out var name) ? $"{name} ({agent})" : agent.Value;

    /// <summary>A team is often called after its leader; its own id stands first.</summary>
    public string Of(TeamId team, Organisation organisation, LocalDate date) =>
        organisation.LeaderOf(team, date) is { } leader ? $"{team} {Of(leader)}" : agents.GetValueOrDefault(team.Value, team.Value);
}

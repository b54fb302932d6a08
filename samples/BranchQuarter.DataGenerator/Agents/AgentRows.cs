namespace BranchQuarter.DataGenerator;

/// <summary>An agent's master data and place in the organisation, as first delivered.</summary>
internal static class AgentRows
{
    public static IEnumerable<ExportRow> Of(Agent agent)
    {
        yield return new ExportRow(
            ExportFile.Agents, agent.Joined, agent.No, agent.Name, Text.Of(agent.Joined), "", LicenceNumber(agent), Text.Of(agent.LicenceFrom), Text.Of(agent.LicenceTo), agent.RewardPreference);
        yield return new ExportRow(
            ExportFile.OrgHistory, agent.Joined, $"OH{agent.Digits}-1", agent.No, agent.Team, agent.Grade, agent.Leads ? "L" : "M", Text.Of(agent.Joined), "");
    }

    private static string LicenceNumber(Agent agent) =>
        $"02330106{Text.Of(agent.LicenceFrom.Year)}{Text.Of(Dice.For($"{agent.No}/licence").Between(100000, 999999))}";
}

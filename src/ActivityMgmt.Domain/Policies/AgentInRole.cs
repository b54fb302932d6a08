namespace ActivityMgmt.Domain;

/// <summary>An agent in a role of a policy.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Share">The share of the credit, above 0 to 1; 1 in a role that isn't shared.</param>
/// <param name="By">The fact that says so; <see langword="null"/> when it follows from the policy's selling agent.</param>
public readonly record struct AgentInRole(AgentId Agent, decimal Share, PolicyRoleFact? By);

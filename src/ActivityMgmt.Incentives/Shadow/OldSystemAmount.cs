namespace ActivityMgmt.Incentives;

/// <summary>What the old system paid an agent for one component in a quarter.</summary>
/// <param name="Agent">The agent, under the id that the facts use.</param>
/// <param name="Component">The component of the plan it corresponds to. Several amounts of one component are added up.</param>
/// <param name="Amount">Gross; in the plan's currency.</param>
public sealed record OldSystemAmount(AgentId Agent, string Component, Money Amount);

/// <summary>A difference that a named person looked into and can explain, such as a bonus that the old system pays by hand.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Component">The component.</param>
/// <param name="Difference">New system less old system, exactly.</param>
/// <param name="Because">Why, in the person's own words.</param>
/// <param name="By">Who looked into it.</param>
public sealed record KnownDifference(AgentId Agent, string Component, Money Difference, string Because, ActorId By);

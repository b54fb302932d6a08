namespace ActivityMgmt.Domain;

/// <summary>A prospect's name is the agent's alone until lawful contact; nobody else looks at the prospect.</summary>
/// <param name="Agent">Whose prospect it is.</param>
/// <param name="Customer">The prospect.</param>
/// <param name="Date">The day.</param>
public sealed record ANameIsPrivateUntilLawfulContactRule(AgentId Agent, CustomerId Customer, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("customer.private", ("agent", Agent.Value), ("customer", Customer.Value), ("date", Date));
}

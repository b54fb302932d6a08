namespace ActivityMgmt.Import;

/// <summary>The agents, customers and policies that the store knows before an import.</summary>
public sealed record KnownReferences
{
    /// <summary>An empty store.</summary>
    public static KnownReferences None { get; } = new();

    /// <summary>Known agents.</summary>
    public IReadOnlyCollection<AgentId> Agents { get; init; } = [];

    /// <summary>Known customers.</summary>
    public IReadOnlyCollection<CustomerId> Customers { get; init; } = [];

    /// <summary>Known policies.</summary>
    public IReadOnlyCollection<PolicyId> Policies { get; init; } = [];

    /// <summary>Whatever a fact book has master data for.</summary>
    public static KnownReferences From(FactBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new()
        {
            Agents = book.Organisation.Agents,
            Customers = [.. book.All.OfType<CustomerFact>().Select(c => c.Customer).Distinct()],
            Policies = [.. book.Policies.Select(p => p.Policy).Distinct()],
        };
    }
}

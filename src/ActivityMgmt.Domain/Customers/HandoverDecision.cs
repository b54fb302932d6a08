namespace ActivityMgmt.Domain;

/// <summary>Who takes a policy over.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Taker">Who services it from now on.</param>
public sealed record PolicyTaker(PolicyId Policy, AgentId Taker);

/// <summary>What a named person settled about the policies that a leaver left behind.</summary>
public sealed record HandoverDecision
{
    /// <summary>Who left.</summary>
    public required AgentId Leaver { get; init; }

    /// <summary>Who takes which policy: as proposed, or as the person chose. Each policy once.</summary>
    /// <exception cref="ArgumentException">A policy is there twice.</exception>
    public required IReadOnlyList<PolicyTaker> Policies
    {
        get;
        init => field = Guard.Against.Null(value).Select(p => p.Policy).Distinct().Count() == value.Count
            ? value
            : throw new ArgumentException("A policy has one taker; it is there twice.", nameof(Policies));
    }

    /// <summary>The first day of the new service, included.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Who decided.</summary>
    public required ActorId By { get; init; }

    /// <summary>When.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Why, in the decider's own words. Name no customers; notes are stored beside pseudonymous ids.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public required string Note { get; init => field = Guard.Against.NullOrWhiteSpace(value, nameof(Note)); }
}

namespace ActivityMgmt.Incentives;

/// <summary>What an old system had counted and paid for an agent before the cut-over. A named person takes it over once; it is a decision, not a fact.</summary>
public sealed record OpeningBalance : IAggregate
{
    /// <summary>The partition in which all opening balances lie.</summary>
    public const string All = "opening-balances";

    /// <summary>Whose balance it is.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The first day that this library pays; the balance is of the evening before.</summary>
    public required LocalDate CutOver { get; init; }

    /// <summary>Commission paid and taken back, by policy. <value>Default: empty.</value></summary>
    public IReadOnlyDictionary<PolicyId, PolicyOpening> Policies { get; init; } = new Dictionary<PolicyId, PolicyOpening>();

    /// <summary>What an incremental component had counted in the year of the cut-over, by the component's id. <value>Default: empty, which is zero.</value></summary>
    public IReadOnlyDictionary<string, Money> RunningTotals { get; init; } = new Dictionary<string, Money>();

    /// <summary>Who took it over.</summary>
    public required ActorId By { get; init; }

    /// <inheritdoc/>
    public string Key => $"{All}/{Agent}";

    /// <inheritdoc/>
    public string Partition => All;

    /// <summary>Whether the content is the same.</summary>
    public bool Equals(OpeningBalance? other) => other is not null
        && Agent == other.Agent && CutOver == other.CutOver && By == other.By
        && Same(Policies, other.Policies) && Same(RunningTotals, other.RunningTotals);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Agent, CutOver, By);

    private static bool Same<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> left, IReadOnlyDictionary<TKey, TValue> right) =>
        left.Count == right.Count && left.All(x => right.TryGetValue(x.Key, out var value) && Equals(x.Value, value));
}

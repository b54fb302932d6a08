namespace ActivityMgmt.Incentives;

/// <summary>How an amount compares with the old system's.</summary>
public enum ShadowMatch
{
    /// <summary>The same to the last digit.</summary>
    Equal,

    /// <summary>Different, and the whole difference has a reason.</summary>
    Explained,

    /// <summary>Different, and nobody knows why yet.</summary>
    Unexplained,
}

/// <summary>One agent's component in both systems.</summary>
public sealed record ShadowItem
{
    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The component.</summary>
    public required string Component { get; init; }

    /// <summary>The earned amount here; zero when the statement has no earned line of the component.</summary>
    public required Money Ours { get; init; }

    /// <summary>The old system's amount; <see langword="null"/> when it has none, which is not zero.</summary>
    public required Money? Theirs { get; init; }

    /// <summary>Ours less theirs, exact; a missing amount counts as nothing here.</summary>
    public Money Difference => Theirs is { } theirs ? Ours - theirs : Ours;

    /// <summary>How they compare.</summary>
    public required ShadowMatch Match { get; init; }

    /// <summary>Why they compare so: the explanation, or what is known about an unexplained difference.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The facts behind our amount.</summary>
    public required Evidence Evidence { get; init; }
}

namespace ActivityMgmt.Domain;

/// <summary>What a role allows with some kinds of data.</summary>
public sealed record AccessRight
{
    /// <summary>How far it reaches.</summary>
    public required AccessReach Reach { get; init; }

    /// <summary>What may be done.</summary>
    public required IReadOnlyList<AccessAction> Actions { get; init; }

    /// <summary>The kinds of data it is about.</summary>
    public required IReadOnlyList<DataKind> Data { get; init; }
}

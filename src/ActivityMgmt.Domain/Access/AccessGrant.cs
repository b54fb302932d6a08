namespace ActivityMgmt.Domain;

/// <summary>What may be done with which data of which parts of the organisation.</summary>
public sealed record AccessGrant
{
    /// <summary>What may be done.</summary>
    public required IReadOnlyList<AccessAction> Actions { get; init; }

    /// <summary>The kinds of data.</summary>
    public required IReadOnlyList<DataKind> Data { get; init; }

    /// <summary>The parts of the organisation, each with its days.</summary>
    public required IReadOnlyList<AccessStretch> Stretches { get; init; }

    internal bool Allows(AccessAction action, DataKind data) =>
        Data.Contains(data) && (Actions.Contains(action) || (action == AccessAction.Propose && Actions.Contains(AccessAction.Decide)));
}

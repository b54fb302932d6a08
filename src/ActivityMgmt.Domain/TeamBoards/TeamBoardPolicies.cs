namespace ActivityMgmt.Domain;

/// <summary>How team boards are made; a host replaces what its company does differently.</summary>
public sealed record TeamBoardPolicies
{
    /// <summary>The measure whose zero makes a zero-producer, such as cases or first-year premium.</summary>
    public required MeasureId Producing { get; init; }

    /// <summary>The kinds of meeting that are shown. <value>Default: the morning meeting.</value></summary>
    public IReadOnlyList<string> Meetings { get; init; } = ["morning"];

    /// <summary>Within how many days of submission a policy is issued. <value>Default: 7, a common service level; no rule of law.</value></summary>
    public int IssueWithinDays { get; init; } = 7;

    /// <summary>Within how many days of issue the receipt is back. <value>Default: 10, a common service level; no rule of law.</value></summary>
    public int ReceiptWithinDays { get; init; } = 10;

    /// <summary>Within how many days of the receipt the call-back is passed. <value>Default: 15, the cooling-off period of long-term personal policies in China, within which it has to be.</value></summary>
    public int CallBackWithinDays { get; init; } = 15;

    /// <summary>Which policies need a signed receipt. <value>Default: main policies; a rider goes with its main policy. A host leaves out group, short-term or property products.</value></summary>
    public Func<PolicyFact, bool> NeedsReceipt { get; init; } = policy => policy.RiderOf is null;

    /// <summary>Which policies need a call-back; of those that need no receipt it is awaited from their issue. <value>Default: main policies, as for the receipt.</value></summary>
    public Func<PolicyFact, bool> NeedsCallBack { get; init; } = policy => policy.RiderOf is null;

    /// <summary>The bands and thresholds that gaps are shown to. <value>Default: none.</value></summary>
    public IReadOnlyList<BoardThreshold> Thresholds { get; init; } = [];

    /// <summary>How many gaps are shown at most. <value>Default: 10.</value></summary>
    public int MostGaps { get; init; } = 10;
}

namespace ActivityMgmt.Incentives;

/// <summary>Takes commission back when a policy ends early: one line for each such event of the quarter.</summary>
internal sealed class ClawbackComponent : PayComponent
{
    /// <summary>The rate component whose commission is taken back.</summary>
    public required string Of { get; init; }

    /// <summary>The events that take commission back.</summary>
    public required IReadOnlyList<PolicyEventKind> On { get; init; }

    /// <summary>The share that is taken back, 0 to 1, by whole months since the effective date; the cooling-off period always takes all.</summary>
    public required BandScale Schedule { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> DependsOn => [Of];

    /// <inheritdoc/>
    public override ComponentResult Calculate(PayRun run) => ClawbackCalculation.Calculate(this, run);
}

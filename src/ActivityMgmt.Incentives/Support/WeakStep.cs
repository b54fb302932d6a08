namespace ActivityMgmt.Incentives;

/// <summary>A step of the funnel that checkpoints of the period found weak.</summary>
/// <param name="Step">The step's measure.</param>
/// <param name="Kind">Too little of it, or too little came out of the step before.</param>
/// <param name="Times">At how many checkpoints.</param>
public sealed record WeakStep(MeasureId Step, CauseKind Kind, int Times);

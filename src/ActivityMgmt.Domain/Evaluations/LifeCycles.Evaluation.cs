namespace ActivityMgmt.Domain;

public static partial class LifeCycles
{
    /// <summary>An evaluation's: draft, confirmed, contested, then upheld or revised; one step at a time.</summary>
    public static LifeCycle<EvaluationState> Evaluation { get; } = new(
        "evaluation",
        [EvaluationState.Draft],
        new(EvaluationState.Draft, "calibrate", EvaluationState.Draft),
        new(EvaluationState.Draft, "add-action", EvaluationState.Draft),
        new(EvaluationState.Draft, "confirm", EvaluationState.Confirmed),
        new(EvaluationState.Confirmed, "contest", EvaluationState.Contested),
        new(EvaluationState.Contested, "uphold", EvaluationState.Upheld),
        new(EvaluationState.Contested, "revise", EvaluationState.Revised));
}

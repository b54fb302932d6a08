namespace ActivityMgmt.Domain;

/// <summary>What actions can be drawn from.</summary>
/// <param name="Evaluation">The evaluation, still without actions.</param>
/// <param name="WeakSteps">The funnel steps that were weak again and again.</param>
public sealed record ActionBasis(Evaluation Evaluation, IReadOnlyList<RepeatedWeakStep> WeakSteps);

/// <summary>Says what is to be done in the next quarter, most important first; nothing when there is nothing to do.</summary>
public delegate IEnumerable<Reason> ActionPolicy(ActionBasis basis);

/// <summary>Ready-made action policies.</summary>
public static class ActionPolicies
{
    /// <summary>To train each step that was weak at two checkpoints or more.</summary>
    public static ActionPolicy TrainWeakSteps { get; } = basis =>
        basis.WeakSteps.Select(w => Reason.Of("action.train-step", ("measure", w.Step), ("times", w.Times)));

    /// <summary>To mend each rule that blocks or warns, with the number of its cases.</summary>
    public static ActionPolicy MendCompliance { get; } = basis => basis.Evaluation.Compliance
        .Where(r => r.Outcome is ComplianceOutcome.Block or ComplianceOutcome.Warn)
        .GroupBy(r => r.Rule)
        .Select(r => Reason.Of("action.mend-compliance", ("rule", r.Key), ("cases", r.Count())));
}

namespace ActivityMgmt.Domain;

/// <summary>Says why an evaluation is adverse for its agent; <see langword="null"/> when it is not.</summary>
public delegate Reason? AdversePolicy(Evaluation evaluation);

/// <summary>Whether somebody may contest an evaluation in its agent's stead, such as a staff council or a person whom the agent named. They must be allowed to see it as well.</summary>
public delegate bool RepresentativePolicy(Evaluation evaluation, ActorId by);

/// <summary>What a company may do differently with evaluations.</summary>
public sealed record EvaluationPolicies
{
    /// <summary>What is adverse. <value>Default: a total below 60; an undecided total is not.</value></summary>
    public AdversePolicy Adverse { get; init; } = AdversePolicies.TotalBelow(60m);

    /// <summary>For how many days after its confirmation an evaluation can be contested; the last of them is included. <value>Default: 15.</value></summary>
    public int ContestWithinDays { get; init; } = 15;

    /// <summary>Who may contest in the agent's stead. <value>Default: nobody.</value></summary>
    public RepresentativePolicy Represents { get; init; } = RepresentativePolicies.Nobody;

    /// <summary>Whether a contest is settled by somebody else than who confirmed. <value>Default: <see langword="true"/>.</value></summary>
    public bool SettledByAnother { get; init; } = true;

    /// <summary>How managers' scores are compared. <value>Default: <see cref="CalibrationPolicy"/> as it is.</value></summary>
    public CalibrationPolicy Calibration { get; init; } = new();

    /// <summary>From how many points on, included, a part of the scorecard is a strength. <value>Default: 80.</value></summary>
    public decimal StrongFrom { get; init; } = 80m;

    /// <summary>Below how many points a part of the scorecard is a weakness; the limit itself is none. <value>Default: 60.</value></summary>
    public decimal WeakBelow { get; init; } = 60m;

    /// <summary>What is to be done in the next quarter; each is asked in turn. <value>Default: train repeated weak steps, mend what compliance found.</value></summary>
    public IReadOnlyList<ActionPolicy> Actions { get; init; } = [ActionPolicies.TrainWeakSteps, ActionPolicies.MendCompliance];

    /// <summary>How many days after the period's last day an action is due. <value>Default: 30.</value></summary>
    public int ActionsDueAfterDays { get; init; } = 30;
}

/// <summary>Ready-made adverse policies.</summary>
public static class AdversePolicies
{
    /// <summary>Nothing is adverse: evaluations lead to talks and to nothing else.</summary>
    public static AdversePolicy Nothing { get; } = _ => null;

    /// <summary>A total below a limit is adverse; the limit itself is not, and neither is an undecided total.</summary>
    public static AdversePolicy TotalBelow(decimal limit) => evaluation => evaluation.Total is { } total && total < limit
        ? Reason.Of("evaluation.total-below", ("total", total), ("limit", limit))
        : null;
}

/// <summary>Ready-made policies of who represents an agent.</summary>
public static class RepresentativePolicies
{
    /// <summary>Nobody: only the agent contests.</summary>
    public static RepresentativePolicy Nobody { get; } = (_, _) => false;
}

namespace ActivityMgmt.Domain;

/// <summary>What a proposal can be made from.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Plan">The agent's plan; <see langword="null"/> when there is none.</param>
/// <param name="Checkpoint">The checkpoint so far: with status, forecast, progress and cause, and with what the policies before this one proposed.</param>
public sealed record ProposalBasis(Goal Goal, ActivityPlan? Plan, Checkpoint Checkpoint);

/// <summary>Proposes what could be done about a goal that is behind or off track; <see langword="null"/> for nothing. A person decides.</summary>
public delegate Reason? ProposalPolicy(ProposalBasis basis);

/// <summary>Ready-made proposal policies.</summary>
public static class ProposalPolicies
{
    /// <summary>More of the funnel's first step where there is too little of it, coaching where too little comes out of a step; nothing when no step stands out.</summary>
    public static ProposalPolicy WeakStep { get; } = basis => basis.Checkpoint.Cause switch
    {
        Cause.WeakStep { Kind: CauseKind.Volume } weak =>
            Reason.Of("proposal.more-of-first-step", ("measure", weak.Step), ("actual", weak.Actual), ("usual", weak.Usual)),
        Cause.WeakStep weak =>
            Reason.Of("proposal.coach-step", ("measure", weak.Step), ("actual", weak.Actual), ("usual", weak.Usual), ("sample", weak.SampleSize)),
        _ => null,
    };

    /// <summary>What the plan's first step lacks up to the last whole week, spread over the weeks that are left and rounded up to whole activities; only for goals that the funnel explains.</summary>
    public static ProposalPolicy CatchUp { get; } = basis =>
    {
        var (plan, checkpoint) = (basis.Plan, basis.Checkpoint);
        if (plan is null || checkpoint is not { Cause: not null, Progress: [{ Actual: { } done } first, ..] } || done.ToDecimal() >= first.Planned || checkpoint.AsOf >= basis.Goal.Period.End)
        {
            return null;
        }

        var weeks = plan.Weeks.Count(w => w.Days.End > checkpoint.AsOf);
        var missing = first.Planned - done.ToDecimal();
        return weeks == 0 ? null : Reason.Of(
            "proposal.catch-up",
            ("measure", first.Measure),
            ("missing", missing),
            ("weeks", weeks),
            ("more", Rounding.WholeUp.Apply(missing / weeks)));
    };

    /// <summary>To talk it over, when nothing else was proposed.</summary>
    public static ProposalPolicy TalkItOver { get; } = basis => basis.Checkpoint.Proposals.Count > 0 ? null : Reason.Of("proposal.talk-it-over");

    /// <summary>
    /// Another target for a goal that is off track and whose forecast interval lies wholly below its target: the interval's upper end, which still asks for a good
    /// rest of the period. Only where more is better; the target stays as it is until somebody decides to adjust it.
    /// </summary>
    /// <param name="piece">The smallest piece of a target, above 0; rounded up to it.</param>
    public static ProposalPolicy NewTarget(decimal piece = 1m)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(piece);
        return basis =>
        {
            var checkpoint = basis.Checkpoint;
            if (basis.Goal.Direction != Direction.HigherIsBetter || checkpoint is not { Status: GoalStatus.OffTrack, Forecast: Forecast.Made { High: var high, Low: var low } })
            {
                return null;
            }

            var reachable = Quantity.Of(high.Round(new(piece, RoundingMode.Up)), high.Unit);
            return reachable >= checkpoint.Target
                ? null
                : Reason.Of("proposal.new-target", ("target", checkpoint.Target), ("low", low), ("high", high), ("proposed", reachable));
        };
    }
}

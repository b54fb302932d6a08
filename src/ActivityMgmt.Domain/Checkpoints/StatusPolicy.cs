namespace ActivityMgmt.Domain;

/// <summary>Says how a goal stands.</summary>
/// <param name="expected">What was expected by now.</param>
/// <param name="actual">What is there.</param>
/// <param name="target">The target of the whole period.</param>
/// <param name="direction">Whether more or less is better.</param>
public delegate GoalStatus StatusPolicy(Quantity expected, Quantity actual, Quantity target, Direction direction);

/// <summary>Ready-made status policies.</summary>
public static class StatusPolicies
{
    /// <summary>
    /// The gap to what was expected, as a share of the whole target: more than 5 % over is ahead, down to 5 % under is on track,
    /// down to 15 % under is behind, more is off track. The limits belong to the better status. A target of zero has no share: where less is better it is on track
    /// at zero and off track above; where more is better nothing can be said.
    /// </summary>
    public static StatusPolicy GapToTarget { get; } = (expected, actual, target, direction) =>
    {
        if (target.Numerator == 0m)
        {
            return direction == Direction.HigherIsBetter ? GoalStatus.NoData : actual.Numerator <= 0m ? GoalStatus.OnTrack : GoalStatus.OffTrack;
        }

        var gap = direction == Direction.HigherIsBetter ? actual - expected : expected - actual;
        var share = gap.DividedBy(target);
        return share > Percent(5) ? GoalStatus.Ahead
            : share >= Percent(-5) ? GoalStatus.OnTrack
            : share >= Percent(-15) ? GoalStatus.Behind
            : GoalStatus.OffTrack;
    };

    private static Quantity Percent(int percent) => Quantity.Ratio(percent, 100m);
}

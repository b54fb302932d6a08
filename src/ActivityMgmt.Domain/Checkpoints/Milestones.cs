namespace ActivityMgmt.Domain;

/// <summary>Finds the milestones of a goal that were passed since the last look.</summary>
internal static class Milestones
{
    /// <summary>A notice for each share of the target that is reached now and wasn't before, the smallest first, and one for the stretch target.</summary>
    /// <param name="goal">The goal; milestones are for goals of which more is better.</param>
    /// <param name="target">The target that counts.</param>
    /// <param name="before">What was there at the last checkpoint; <see langword="null"/> when there was none or nothing was known.</param>
    /// <param name="now">What is there now.</param>
    /// <param name="shares">Shares of the target, above 0.</param>
    public static IReadOnlyList<Reason> Passed(Goal goal, Quantity target, Quantity? before, Quantity now, IReadOnlyList<decimal> shares)
    {
        if (goal.Direction != Direction.HigherIsBetter || target.Numerator <= 0m)
        {
            return [];
        }

        bool IsPassed(Quantity line) => now >= line && !(before >= line);
        var notices = shares.Order()
            .Where(s => IsPassed(target * s))
            .Select(s => Reason.Of("milestone.share", ("share", Quantity.Of(s, Unit.Ratio)), ("actual", now), ("target", target)));
        return goal.Stretch is { } stretch && IsPassed(stretch)
            ? [.. notices, Reason.Of("milestone.stretch", ("actual", now), ("stretch", stretch))]
            : [.. notices];
    }
}

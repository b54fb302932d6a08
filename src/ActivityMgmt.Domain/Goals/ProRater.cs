namespace ActivityMgmt.Domain;

/// <summary>Shortens a target to the days on which somebody was in force: joiners, leavers, and memberships in pieces. Pure.</summary>
/// <param name="policy">Which share of the period counts.</param>
public sealed class ProRater(ProRating policy)
{
    /// <summary>The target for one stretch of days: target × share, rounded once, to the nearest piece (half away from zero). A whole share keeps the target as it is.</summary>
    public Quantity TargetOf(Quantity target, Organisation organisation, AgentId agent, DateInterval inForce, DateInterval period, decimal piece) =>
        Split(target, organisation, agent, [inForce], period, piece)[0];

    /// <summary>
    /// The target for each stretch of a membership. Running totals are rounded, not the parts, so the parts sum to what one stretch over all of their days
    /// would have, and to the target itself when they cover all that counts.
    /// </summary>
    /// <param name="target">The target of the whole period.</param>
    /// <param name="organisation">Says who is on leave when.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="stints">The stretches in force, both ends included, in order and without a day in common.</param>
    /// <param name="period">The whole period, both ends included.</param>
    /// <param name="piece">The smallest piece of a target, such as 100 (CNY).</param>
    /// <exception cref="ArgumentException">Two stretches have a day in common, or they are not in order.</exception>
    public IReadOnlyList<Quantity> Split(
        Quantity target, Organisation organisation, AgentId agent, IReadOnlyList<DateInterval> stints, DateInterval period, decimal piece)
    {
        Guard.Against.Null(organisation);
        Guard.Against.Null(stints);
        Guard.Against.Null(period);
        var rounding = new Rounding(piece, RoundingMode.HalfAwayFromZero);
        var (parts, share, given) = (new List<Quantity>(), Quantity.Ratio(0m, 1m), Quantity.Of(0m, target.Unit));
        for (var i = 0; i < stints.Count; i++)
        {
            if (i > 0 && stints[i].Start <= stints[i - 1].End)
            {
                throw new ArgumentException($"{stints[i]} does not begin after {stints[i - 1]} ends.", nameof(stints));
            }

            share += policy(organisation, agent, stints[i], period);
            var total = share == Quantity.Ratio(1m, 1m) ? target : Quantity.Of(Times(target, share).Round(rounding), target.Unit);
            parts.Add(total - given);
            given = total;
        }

        return parts;
    }

    internal static Quantity Times(Quantity value, Quantity ratio) =>
        Quantity.Fraction(value.Numerator * ratio.Numerator, value.Denominator * ratio.Denominator, value.Unit);
}

namespace ActivityMgmt.Domain;

/// <summary>Splits a total over weights so that the parts sum to the total exactly.</summary>
/// <param name="total">What is split; a multiple of <paramref name="unit"/> plus a rest, which the policy must place as well.</param>
/// <param name="weights">One weight a part, none negative, not all zero.</param>
/// <param name="unit">The smallest piece that is handed out, such as 0.01 or 1.</param>
/// <returns>One part for each weight, in the same order; their sum is <paramref name="total"/>.</returns>
public delegate IReadOnlyList<decimal> Apportionment(decimal total, IReadOnlyList<decimal> weights, decimal unit);

/// <summary>Ready-made ways to split a total.</summary>
public static class Apportionments
{
    /// <summary>
    /// Each part gets its share rounded towards zero to whole units; units left over go one by one to the largest rests, ties to the earlier part;
    /// what is smaller than a unit goes to the next one after these. No part is more than a unit away from its exact share.
    /// </summary>
    public static Apportionment LargestRemainder { get; } = SplitByLargestRemainder;

    private static IReadOnlyList<decimal> SplitByLargestRemainder(decimal total, IReadOnlyList<decimal> weights, decimal unit)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        var sum = 0m;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
            sum += weight;
        }

        if (sum == 0m)
        {
            throw new ArgumentException("All weights are zero, so there is nobody to give a share to.", nameof(weights));
        }

        var units = decimal.Truncate(total / unit);
        var rest = total - (units * unit);
        var parts = new decimal[weights.Count];
        var remainders = new decimal[weights.Count];
        var left = units;
        for (var i = 0; i < parts.Length; i++)
        {
            var share = total / unit * weights[i] / sum;
            parts[i] = decimal.Truncate(share);
            remainders[i] = Math.Abs(share - parts[i]);
            left -= parts[i];
        }

        var order = Enumerable.Range(0, parts.Length).Where(i => weights[i] > 0m).OrderByDescending(i => remainders[i]).ThenBy(i => i).ToArray();
        var next = 0;
        for (; left != 0m; next = (next + 1) % order.Length)
        {
            parts[order[next]] += Math.Sign(left);
            left -= Math.Sign(left);
        }

        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] *= unit;
        }

        parts[order[next]] += rest;
        return parts;
    }
}

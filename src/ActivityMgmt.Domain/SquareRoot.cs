namespace ActivityMgmt.Domain;

/// <summary>Square roots of decimals, for intervals of exact ratios.</summary>
internal static class SquareRoot
{
    /// <summary>The root to about 28 significant digits; 0 of 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static decimal Of(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0m)
        {
            return 0m;
        }

        var root = value < 1m ? 1m : value;
        for (var i = 0; i < 200; i++)
        {
            var next = (root + (value / root)) / 2m;
            if (next >= root && i > 0)
            {
                break;
            }

            root = next;
        }

        return root;
    }
}

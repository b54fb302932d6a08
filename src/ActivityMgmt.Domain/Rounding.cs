namespace ActivityMgmt.Domain;

/// <summary>How the digits beyond the rounding step are dropped.</summary>
public enum RoundingMode
{
    /// <summary>To the nearest step; a tie goes away from zero (2.5 → 3, −2.5 → −3).</summary>
    HalfAwayFromZero,

    /// <summary>To the nearest step; a tie goes to the even step (2.5 → 2).</summary>
    HalfEven,

    /// <summary>Towards zero (truncation).</summary>
    TowardsZero,

    /// <summary>Towards the smaller value (−2.1 → −3).</summary>
    Down,

    /// <summary>Towards the larger value (2.1 → 3).</summary>
    Up,
}

/// <summary>A named rounding: to which step, and how ties and rests are treated. Rounding happens once, at the end.</summary>
public sealed record Rounding
{
    /// <summary>The step a value is rounded to, such as 0.01 or 100; greater than zero.</summary>
    public decimal To { get; }

    /// <summary>How a rest is treated.</summary>
    public RoundingMode Mode { get; }

    /// <summary>Creates a rounding.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is zero or negative.</exception>
    public Rounding(decimal to, RoundingMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(to);
        To = to;
        Mode = mode;
    }

    /// <summary>To 0.01, ties away from zero: the usual rounding of pay.</summary>
    public static Rounding Cents { get; } = new(0.01m, RoundingMode.HalfAwayFromZero);

    /// <summary>To whole units, upwards: the usual rounding of "how many do I need".</summary>
    public static Rounding WholeUp { get; } = new(1m, RoundingMode.Up);

    /// <summary>The rounded value: a multiple of <see cref="To"/>.</summary>
    /// <exception cref="OverflowException">The value in steps does not fit a <see cref="decimal"/>.</exception>
    public decimal Apply(decimal value)
    {
        var steps = value / To;
        var whole = Mode switch
        {
            RoundingMode.HalfAwayFromZero => Math.Round(steps, 0, MidpointRounding.AwayFromZero),
            RoundingMode.HalfEven => Math.Round(steps, 0, MidpointRounding.ToEven),
            RoundingMode.TowardsZero => Math.Truncate(steps),
            RoundingMode.Down => Math.Floor(steps),
            _ => Math.Ceiling(steps),
        };
        return whole * To;
    }
}

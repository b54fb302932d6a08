namespace ActivityMgmt.Domain;

/// <summary>How much of one thing another brings: 0.3 sales a quote, 400 yuan of commission a sale. Steps put one behind the other lead from income back to calls.</summary>
public sealed record ConversionStep
{
    /// <summary>What is done, such as quotes.</summary>
    public required MeasureId From { get; init; }

    /// <summary>What comes of it, such as sales.</summary>
    public required MeasureId Into { get; init; }

    /// <summary>How much of <see cref="Into"/> one piece of <see cref="From"/> brings: exact and greater than 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is zero or negative.</exception>
    public required Quantity Ratio
    {
        get;
        init => field = value.Numerator > 0m ? value : throw new ArgumentOutOfRangeException(nameof(Ratio), value, "A step that brings nothing leads nowhere.");
    }

    /// <summary>Whose past the ratio was measured on. <value>Default: own.</value></summary>
    public PlanBasis Basis { get; init; }

    /// <summary>On how many entries of <see cref="From"/> it was measured; 0 for a benchmark.</summary>
    public int SampleSize { get; init; }

    /// <summary>Whether the ratio is exact by definition, such as one sale a sale. <value>Default: no.</value></summary>
    public bool IsExact { get; init; }

    /// <summary>Whether <see cref="From"/> comes in whole pieces, so that what is needed of it is rounded up; amounts of money don't. <value>Default: yes.</value></summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>A step measured on counts, such as 12 appointments set of 40 people reached.</summary>
    /// <param name="from">What is done.</param>
    /// <param name="done">How many, greater than 0.</param>
    /// <param name="into">What came of it.</param>
    /// <param name="reached">How many or how much, greater than 0.</param>
    /// <param name="basis">Whose past it was.</param>
    public static ConversionStep Measured(MeasureId from, int done, MeasureId into, decimal reached, PlanBasis basis = PlanBasis.Own) => new()
    {
        From = from,
        Into = into,
        Ratio = Quantity.Ratio(reached, done),
        Basis = basis,
        SampleSize = done,
    };
}

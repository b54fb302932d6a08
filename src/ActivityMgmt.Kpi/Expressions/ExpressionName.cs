namespace ActivityMgmt.Kpi;

/// <summary>A name that an expression may use.</summary>
public sealed record ExpressionName
{
    /// <summary>The name: letters, digits and <c>_</c>, joined by dots and inner hyphens, such as <c>agent.rank</c> or <c>persistency-13m</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it stands for.</summary>
    public required ExpressionType Type { get; init; }

    /// <summary>The unit of a number; <see langword="null"/> for a plain number, which goes with every unit.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The only texts it can have, so that a comparison with another is refused; <see langword="null"/> when any text is possible.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}

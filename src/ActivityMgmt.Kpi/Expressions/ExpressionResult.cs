namespace ActivityMgmt.Kpi;

/// <summary>What an expression came to.</summary>
/// <param name="Value">The value; <see cref="ExpressionValue.Unknown"/> when too little is known.</param>
/// <param name="UnknownNames">The names that were unknown, in order of first use; empty when the value is known, and also when it is unknown because something was divided by zero.</param>
public sealed record ExpressionResult(ExpressionValue Value, IReadOnlyList<string> UnknownNames)
{
    /// <summary>Whether a condition is known to be true.</summary>
    public bool IsTrue => !Value.IsUnknown && Value.Flag;

    /// <summary>Whether a condition is known to be false. An unknown condition is neither.</summary>
    public bool IsFalse => !Value.IsUnknown && !Value.Flag;

    /// <summary>Whether too little is known to tell.</summary>
    public bool IsUnknown => Value.IsUnknown;

    /// <summary>Value and names, culture-invariant.</summary>
    public override string ToString() => UnknownNames.Count == 0 ? Value.ToString() : $"{Value} ({string.Join(", ", UnknownNames)})";
}

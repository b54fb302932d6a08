namespace ActivityMgmt.Import;

/// <summary>Why a row, or a whole file, can't be imported. The codes that a mapping may tolerate are in <see cref="Tolerable"/>.</summary>
public static class RejectCodes
{
    /// <summary>A required file or folder is not there.</summary>
    public const string MissingFile = "missing-file";

    /// <summary>A mapped column is not in the header, or stands there twice, or there is no header at all.</summary>
    public const string MissingColumn = "missing-column";

    /// <summary>A value that the fact can't do without is empty.</summary>
    public const string EmptyRequiredValue = "empty-required-value";

    /// <summary>Values that are well one by one, but exclude each other: a role in a policy that names an agent and a customer.</summary>
    public const string ContradictoryValues = "contradictory-values";

    /// <summary>A date or time doesn't have the declared format, or the zone's clocks never showed it.</summary>
    public const string WrongDate = "wrong-date";

    /// <summary>A number can't be read, has decimals where it must be whole, or lies outside its range.</summary>
    public const string WrongNumber = "wrong-number";

    /// <summary>An amount, hours or minutes below zero.</summary>
    public const string NegativeAmount = "negative-amount";

    /// <summary>A code that neither the mapping nor the model lists.</summary>
    public const string UnknownCode = "unknown-code";

    /// <summary>A key that the joined file doesn't have.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>An agent that neither this nor an earlier delivery nor the store knows.</summary>
    public const string UnknownAgent = "unknown-agent";

    /// <summary>A customer that neither this nor an earlier delivery nor the store knows.</summary>
    public const string UnknownCustomer = "unknown-customer";

    /// <summary>A policy that neither this nor an earlier delivery nor the store knows.</summary>
    public const string UnknownPolicy = "unknown-policy";

    /// <summary>A reference to an agent, customer or policy whose own row was rejected. Tolerated exactly when that row's rejection was.</summary>
    public const string RejectedReference = "rejected-reference";

    /// <summary>Too few or too many fields, wrong quotes, text that isn't in the declared encoding, or a field longer than any real one.</summary>
    public const string BrokenRow = "broken-row";

    /// <summary>The codes that <c>tolerate</c> may name. A missing file or column always fails, unless the mapping says that it is not required.</summary>
    public static IReadOnlyList<string> Tolerable { get; } =
    [
        EmptyRequiredValue, ContradictoryValues, WrongDate, WrongNumber, NegativeAmount, UnknownCode, UnknownKey, UnknownAgent, UnknownCustomer, UnknownPolicy, BrokenRow,
    ];

    /// <summary>The reject code of a reason: <c>import.broken-row.quotes</c> is a <c>broken-row</c>.</summary>
    internal static string Of(Reason reason)
    {
        var from = reason.Code.IndexOf('.', StringComparison.Ordinal) + 1;
        var to = reason.Code.IndexOf('.', from);
        return to < 0 ? reason.Code[from..] : reason.Code[from..to];
    }
}

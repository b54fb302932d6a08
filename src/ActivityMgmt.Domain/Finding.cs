namespace ActivityMgmt.Domain;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Somebody should look at it; nothing is stopped.</summary>
    Warn,

    /// <summary>The thing it was found on must not go on as it is.</summary>
    Block,
}

/// <summary>Something a check noticed, with its weight and the numbers behind it.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Reason">What was found.</param>
public sealed record Finding(Severity Severity, Reason Reason);

namespace ActivityMgmt.Domain;

/// <summary>What a compliance rule says. Missing input is <see cref="InsufficientData"/>, never a pass.</summary>
public enum ComplianceOutcome
{
    /// <summary>The rule was checked and kept.</summary>
    Pass,

    /// <summary>The rule is broken or close to it; somebody should look.</summary>
    Warn,

    /// <summary>The rule is broken and forbids what was done or planned.</summary>
    Block,

    /// <summary>The rule doesn't speak about this case.</summary>
    NotApplicable,

    /// <summary>An input that the rule needs is not known.</summary>
    InsufficientData,
}

/// <summary>What one rule says about one case.</summary>
public sealed record ComplianceResult
{
    /// <summary>The rule's id, such as <c>CN-TEL-01</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What it says.</summary>
    public required ComplianceOutcome Outcome { get; init; }

    /// <summary>The agent concerned; <see langword="null"/> when the case is nobody's.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>The day of the event that was checked; the rule is applied as it stood on that day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Why, with the values.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The facts that were looked at.</summary>
    public required IReadOnlyList<FactReference> Facts { get; init; }
}

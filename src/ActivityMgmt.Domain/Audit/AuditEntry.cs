namespace ActivityMgmt.Domain;

/// <summary>Something that was done or refused, on its way into the audit trail. Tenant and actor are those of the call it is stored with.</summary>
/// <remarks>Holds ids and figures, never a person's name or words, so that erasing somebody leaves the trail as it is.</remarks>
public sealed record AuditEntry
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The day it is about.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The use case, such as <c>decide-checkpoint</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What was done, or why not: a code with its values.</summary>
    public required Reason What { get; init; }

    /// <summary>Whose data it is about; a branch named like the tenant when it is about everybody's.</summary>
    public required Subject Subject { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditOutcome Outcome { get; init; }
}

namespace ActivityMgmt.Domain;

/// <summary>How a call that is audited ended.</summary>
public enum AuditOutcome
{
    /// <summary>It was done; the entry was stored with what it changed.</summary>
    Done,

    /// <summary>It was refused; nothing was changed.</summary>
    Refused,
}

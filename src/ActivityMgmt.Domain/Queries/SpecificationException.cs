namespace ActivityMgmt.Domain;

/// <summary>A specification asks for something that not every store understands. It is refused as a whole; nothing is silently evaluated elsewhere.</summary>
public sealed class SpecificationException : Exception
{
    /// <summary>Refuses a specification.</summary>
    public SpecificationException(Reason reason, Exception? innerException = null)
        : base(reason?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(reason);
        Reason = reason;
    }

    /// <summary>What is not understood, with the record and the part of the condition.</summary>
    public Reason Reason { get; }
}

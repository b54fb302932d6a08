namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The database can't be used as it is. Nothing was stored.</summary>
/// <remarks>Codes begin with <c>storage.</c>; their texts say what to do. What somebody else did at the same time is a <see cref="ConflictException"/> instead.</remarks>
public sealed class StorageException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public StorageException(Reason reason, Exception? innerException = null)
        : base(reason?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(reason);
        Reason = reason;
    }

    /// <summary>What is wrong, with the file and the details.</summary>
    public Reason Reason { get; }
}

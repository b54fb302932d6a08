namespace ActivityMgmt.Domain;

/// <summary>An entry of the audit trail. Read by <see cref="IQueries{T}"/>; the key sorts like the sequence.</summary>
public sealed record AuditRecord : IQueryRecord
{
    /// <inheritdoc/>
    public static DataKind Data => DataKind.Audit;

    /// <inheritdoc/>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required Subject Subject { get; init; }

    /// <summary>The day it is about.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day it is about, the same as <see cref="From"/>.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>Its place in the tenant's trail, from 1, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>The use case.</summary>
    public required string Action { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>The code of <see cref="Reason"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What was done, or why not. Compared as a whole; not sorted by.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The record of an entry at its place in the trail.</summary>
    public static AuditRecord Of(AuditEntry entry, ActorId actor, long sequence)
    {
        Guard.Against.Null(entry);
        return new()
        {
            Key = sequence.ToString("D19", System.Globalization.CultureInfo.InvariantCulture),
            Subject = entry.Subject,
            From = entry.Date,
            Until = entry.Date,
            Sequence = sequence,
            At = entry.At,
            Actor = actor,
            Action = entry.Action,
            Outcome = entry.Outcome,
            Code = entry.What.Code,
            Reason = entry.What,
        };
    }
}

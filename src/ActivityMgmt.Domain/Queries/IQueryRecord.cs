namespace ActivityMgmt.Domain;

/// <summary>A flat row about an aggregate, for lists and searches; the only thing a <see cref="Specification{T}"/> speaks about.</summary>
/// <remarks>
/// Every member is a plain value (text, number, date, flag, id, enumeration), so that every store compares and sorts it the same. The aggregate itself has the whole truth;
/// its record is written in the same transaction.
/// </remarks>
public interface IQueryRecord
{
    /// <summary>What kind of data the records are; decides who may see them.</summary>
    static abstract DataKind Data { get; }

    /// <summary>The aggregate's key, unique among the records of a tenant and kind.</summary>
    string Key { get; }

    /// <summary>Whose data it is.</summary>
    Subject Subject { get; }

    /// <summary>The first day of the data, included. Somebody who may see its subject on at least one of its days sees the record.</summary>
    LocalDate From { get; }

    /// <summary>The last day of the data, included.</summary>
    LocalDate Until { get; }
}

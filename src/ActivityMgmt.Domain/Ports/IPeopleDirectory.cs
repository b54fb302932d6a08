namespace ActivityMgmt.Domain;

/// <summary>Names of agents and customers, joined at rendering.</summary>
public interface IPeopleDirectory
{
    /// <summary>The names known for a kind of person, by id. An id that is not in it has no name, or had it erased.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(CallContext call, FactKind kind, CancellationToken cancellation);
}

namespace ActivityMgmt.Domain;

/// <summary>What becomes of a fact that a store receives.</summary>
public enum FactReception
{
    /// <summary>Seen for the first time: stored.</summary>
    Added,

    /// <summary>A higher revision of a known fact: stored, and it counts from now on. A removed fact comes back with it.</summary>
    Revised,

    /// <summary>A removed fact, back in the same revision in a later delivery: it counts again.</summary>
    Returned,

    /// <summary>Known already: nothing is stored.</summary>
    Repeated,

    /// <summary>A lower revision than the known one: nothing is stored. Where its own revision is known with other content, the store reports a conflict instead.</summary>
    Stale,

    /// <summary>The known revision with other content: reported, nothing is stored.</summary>
    Conflict,
}

/// <summary>What a store knows of a fact: its newest entry. Decides what an incoming fact or a complete export does to it.</summary>
/// <remarks>
/// A pure decision for every implementation of <see cref="IFactStore"/>. Deliveries are compared by <see cref="DeliveryOrder"/>, not by arrival, so that
/// sending all deliveries once more, in any order, changes nothing: an older delivery neither brings back what a later complete export
/// left out, nor removes what a later delivery brought.
/// </remarks>
/// <param name="Revision">The newest revision.</param>
/// <param name="IsRemoved">Whether a complete export has left it out since.</param>
/// <param name="Delivery">The delivery that stored or removed it.</param>
public readonly record struct KnownFact(int Revision, bool IsRemoved, DeliveryOrder Delivery)
{
    /// <summary>What becomes of another delivery of this fact.</summary>
    /// <param name="revision">The incoming revision.</param>
    /// <param name="sameContent">Whether the incoming content equals the known one; asked only when the revision is the known one.</param>
    /// <param name="delivery">The delivery it comes with.</param>
    public FactReception Receive(int revision, bool sameContent, DeliveryOrder delivery) =>
        revision > Revision ? FactReception.Revised
        : revision < Revision ? FactReception.Stale
        : !sameContent ? FactReception.Conflict
        : IsRemoved && delivery > Delivery ? FactReception.Returned
        : FactReception.Repeated;

    /// <summary>Whether a complete export that doesn't have the fact removes it: only when the fact came with the same or an earlier delivery.</summary>
    public bool IsRemovedBy(DeliveryOrder completeExport) => !IsRemoved && Delivery <= completeExport;
}

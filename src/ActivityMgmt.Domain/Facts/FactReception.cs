namespace ActivityMgmt.Domain;

/// <summary>What becomes of a fact that a store receives.</summary>
public enum FactReception
{
    /// <summary>Seen for the first time: stored. It counts, unless <see cref="KnownFact.StaysRemoved"/>.</summary>
    Added,

    /// <summary>A higher revision of a known fact: stored, and it counts from now on. A removed fact comes back with it, unless <see cref="KnownFact.StaysRemoved"/>.</summary>
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

/// <summary>What a store knows of a fact: its newest entry, and the latest delivery that had a say in it. Decides what an incoming fact or a complete export does to it.</summary>
/// <remarks>
/// A pure decision for every implementation of <see cref="IFactStore"/>. Deliveries are compared by <see cref="DeliveryOrder"/>, not by arrival, so that
/// deliveries end in the same state in whatever order they arrive: an older delivery neither brings back what a later complete export left out, nor removes
/// what a later delivery brought or confirmed. This holds as long as a source's revisions don't go down from one delivery to the next.
/// A store remembers of each fact the latest delivery that confirmed it, and of each kind and source the latest complete export.
/// </remarks>
/// <param name="Revision">The newest revision; 0 when none was received.</param>
/// <param name="IsRemoved">Whether a complete export has left it out since.</param>
/// <param name="Delivery">The latest delivery that stored, confirmed or removed it.</param>
public readonly record struct KnownFact(int Revision, bool IsRemoved, DeliveryOrder Delivery)
{
    /// <summary>A fact that was never received.</summary>
    /// <param name="completeExport">The latest complete export of its kind and source, which left it out; <see langword="null"/> when there was none.</param>
    public static KnownFact Unknown(DeliveryOrder? completeExport) => new(0, IsRemoved: true, completeExport ?? new(LocalDate.MinIsoValue, ""));

    /// <summary>What is known when the latest complete export of its kind and source is looked at, too: a fact that is still there was confirmed by it, a removed one left out.</summary>
    /// <param name="completeExport">That export; <see langword="null"/> when there was none.</param>
    public KnownFact After(DeliveryOrder? completeExport) => completeExport > Delivery ? this with { Delivery = completeExport.Value } : this;

    /// <summary>What becomes of another delivery of this fact.</summary>
    /// <param name="revision">The incoming revision.</param>
    /// <param name="sameContent">Whether the incoming content equals the known one; asked only when the revision is the known one.</param>
    /// <param name="delivery">The delivery it comes with.</param>
    public FactReception Receive(int revision, bool sameContent, DeliveryOrder delivery) =>
        Revision == 0 ? FactReception.Added
        : revision > Revision ? FactReception.Revised
        : revision < Revision ? FactReception.Stale
        : !sameContent ? FactReception.Conflict
        : IsRemoved && delivery > Delivery ? FactReception.Returned
        : FactReception.Repeated;

    /// <summary>Whether a fact that is added or revised with a delivery is stored, and removed at once: a complete export that is later than the delivery left it out.</summary>
    public bool StaysRemoved(DeliveryOrder delivery) => IsRemoved && delivery < Delivery;

    /// <summary>Whether a delivery in which the known revision is repeated is the latest one that confirms the fact, so that the store has to remember it.</summary>
    public bool IsConfirmedBy(DeliveryOrder delivery) => !IsRemoved && delivery > Delivery;

    /// <summary>Whether a complete export that doesn't have the fact removes it: only when the fact was stored or confirmed by the same or an earlier delivery.</summary>
    public bool IsRemovedBy(DeliveryOrder completeExport) => !IsRemoved && Delivery <= completeExport;
}

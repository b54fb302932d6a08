namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IFactStore"/> promises, check by check.</summary>
/// <remarks>The commit sequence may be shared by all tenants and may have gaps; what lies between two deliveries' sequences is not looked at.</remarks>
public static partial class FactStoreConformance
{
    /// <summary>The checks.</summary>
    public static ConformanceSuite<IFactStore> Suite { get; } = new(
        nameof(IFactStore),
        [
            ("A store that was given nothing holds nothing", HoldsNothingAtFirstAsync),
            ("Facts of every kind come back as they were delivered", ComeBackAsync),
            ("Numbers and dates at their limits come back", LimitsComeBackAsync),
            ("Text of every script comes back, and is only text", TextComesBackAsync),
            ("Facts come back in canonical order, whatever the order of arrival", CanonicalOrderAsync),
            ("A fact is identified by kind, source and id, letter by letter", IdentityAsync),
            ("A book that was read does not change any more", BooksAreImmutableAsync),

            ("The same revision with the same content changes nothing", RepeatedAsync),
            ("Trailing zeros are no other content", TrailingZerosAsync),
            ("The same revision with other content is a conflict: reported, not stored", ConflictAsync),
            ("A higher revision replaces the known one", RevisedAsync),
            ("A lower revision is stale: counted, not stored", StaleAsync),
            ("An earlier revision with other content is a conflict even after a higher one came", EarlierConflictAsync),
            ("Facts of one delivery are received one after the other", TwiceInOneDeliveryAsync),

            ("A complete export removes what it leaves out, of its kinds and source only", CompleteExportAsync),
            ("A complete export without facts removes every fact of its kind", EmptyCompleteExportAsync),
            ("What is stale or in conflict is not absent from a complete export", PresentInCompleteExportAsync),
            ("A removed fact comes back with a higher revision in a later delivery, and with no earlier one", ComesBackRevisedAsync),
            ("A removed fact comes back in its revision with a later delivery, and with no earlier one", ComesBackLaterAsync),
            ("A removed fact with other content in its revision is a conflict", RemovedConflictAsync),
            ("An earlier complete export does not remove what a later delivery brought", EarlierExportAsync),
            ("A complete export that arrives late does not remove what a later delivery confirmed", ConfirmedLaterAsync),
            ("What arrives late and a later complete export left out is stored and stays removed", LeftOutLaterAsync),
            ("Sending all deliveries once more, in any order, changes nothing", SentAgainAsync),

            ("Reading as known at a delivery's sequence gives what was known then", KnownAtAsync),
            ("The commit sequence grows with what is stored and stands still otherwise", SequenceAsync),
            ("Deliveries are listed in order of their commit sequence, each with its date", DeliveriesListedAsync),
            ("A delivery of which nothing was stored is not listed", NothingStoredAsync),
            ("What comes later under a delivery's name leaves its place among the deliveries", SameNameLaterAsync),
            ("More under a delivery's name with another date is refused as a whole", AnotherDateAsync),
            ("A delivery's name is unique for its source only", NamesBySourceAsync),
            ("A delivery that breaks off is not stored at all", BreaksOffAsync),
            ("A change of what a delivery is based on is a conflict, and nothing is stored", BasisAsync),
            ("Of other kinds of fact than a delivery is based on, changes are no conflict; neither is a repetition", OtherBasisAsync),
            ("What follows is asked once, with what becomes of the delivery", FollowsAsync),
            ("A delivery whose following throws is not stored at all", FollowsThrowsAsync),

            ("Two tenants never meet", TenantsAsync),
            ("A call without tenant is refused", WithoutTenantAsync),
            ("A cancelled call does nothing and says so", CancelledAsync),
            ("A delivery cancelled on its way is stored wholly or not at all", CancelledOnTheWayAsync),
            ("Deliveries at the same time lose nothing", AtOnceAsync),
            ("The same delivery several times at once is stored once", SameAtOnceAsync),
            ("Of several deliveries at once on the same basis, one is stored", SameBasisAtOnceAsync),
            ("Who reads while others write sees whole deliveries", ReadsWhileWritingAsync),

            ("By chance: any order, repetition and splitting of facts gives the same book", AnyOrderAsync),
            ("By chance: complete and partial deliveries end in the same state in whatever order they arrive", AnyArrivalAsync),
            ("By chance: reading as known at each delivery equals a naive replay", NaiveReplayAsync),
        ]);
}

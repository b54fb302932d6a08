namespace ActivityMgmt.Domain;

/// <summary>Keeps facts, append-only. Identity is kind, source and id; the revision decides what counts.</summary>
/// <remarks>
/// The same revision with the same content changes nothing. The same revision with other content is a conflict: reported, not stored.
/// A higher revision reverses and rebooks. A lower one is stale: reported as such, not stored. A fact that a complete export left out is removed;
/// it comes back with the same or a higher revision in a later delivery. Deliveries end in the same state in whatever order they arrive (<see cref="KnownFact"/> decides).
/// Facts of one delivery are received one after the other, so a delivery that holds a fact twice is treated like two deliveries.
/// </remarks>
public interface IFactStore
{
    /// <summary>Stores a delivery, and what follows from it, in one transaction: all of it or nothing.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="follows">
    /// What is stored with it, such as events and audit entries, made from what became of each fact. Called once, when everything is decided and nothing is committed; what it throws stores nothing.
    /// </param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>What became of each fact.</returns>
    /// <exception cref="ConflictException">
    /// The delivery would store something, but a delivery of its name was stored with another date, or facts that it is based on changed (<see cref="FactDelivery.Basis"/>); what follows clashes
    /// with something stored meanwhile; or another writer was busy for too long.
    /// </exception>
    Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation);

    /// <summary>The tenant's last commit sequence: what is known at it is what is known now. 0 before the first fact.</summary>
    Task<long> SequenceAsync(CallContext call, CancellationToken cancellation);

    /// <summary>The facts as known at a commit sequence, included; as known now when it is <see langword="null"/>.</summary>
    Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation);

    /// <summary>The deliveries stored so far, in order of their commit sequence.</summary>
    Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation);
}

/// <summary>A fact on its way in, and where it was read.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Place">File and line, for messages; <see langword="null"/> when it came from no file.</param>
public sealed record IncomingFact(Fact Fact, SourcePlace? Place = null);

/// <summary>Where a row was read.</summary>
/// <param name="File">The file's name, relative to the folder that was read, with forward slashes.</param>
/// <param name="Line">The line on which the row begins, from 1; the header is line 1.</param>
/// <param name="Column">The name of the column; <see langword="null"/> when the whole row is meant.</param>
public sealed record SourcePlace(string File, int Line, string? Column = null);

/// <summary>What a source system delivers at one time.</summary>
public sealed record FactDelivery
{
    /// <summary>The delivery's name, unique for the source; a delivery sent again under its name may hold more rows than before.</summary>
    public required string Name { get; init; }

    /// <summary>The date on which it was delivered; facts in it were known from this day on.</summary>
    public required LocalDate DeliveredOn { get; init; }

    /// <summary>The facts, in the order in which they were read.</summary>
    public required IReadOnlyList<IncomingFact> Facts { get; init; }

    /// <summary>Names of people, kept apart from the facts.</summary>
    public IReadOnlyList<PersonName> Names { get; init; } = [];

    /// <summary>The kinds of fact that this delivery holds completely for <see cref="Source"/>: stored facts of these kinds that are absent here are removed.</summary>
    public IReadOnlyList<FactKind> CompleteKinds { get; init; } = [];

    /// <summary>The source system whose facts a complete export replaces.</summary>
    public required string Source { get; init; }

    /// <summary>What was known when the delivery was decided: when any of it changed meanwhile, nothing is stored. <value>Default: <see langword="null"/>, whatever is known now.</value></summary>
    public FactBasis? Basis { get; init; }

    /// <summary>Its place among all deliveries.</summary>
    public DeliveryOrder Order => new(DeliveredOn, Name);
}

/// <summary>What somebody looked at before they decided what to deliver.</summary>
/// <param name="Sequence">The commit sequence as of which it was read.</param>
/// <param name="Kinds">The kinds of fact that matter. One of them that was stored, revised or removed after <paramref name="Sequence"/>, whatever its source, is a conflict; other kinds are none.</param>
public sealed record FactBasis(long Sequence, IReadOnlyList<FactKind> Kinds);

/// <summary>The name behind an id; never part of a fact, so that erasing it leaves every figure as it is.</summary>
/// <param name="Kind">Whose name: <see cref="FactKind.Agent"/>, <see cref="FactKind.Customer"/> or <see cref="FactKind.Team"/>.</param>
/// <param name="Id">The agent's, customer's or team's id.</param>
/// <param name="Name">The name.</param>
public sealed record PersonName(FactKind Kind, string Id, string Name);

/// <summary>A delivery that was stored.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DeliveredOn">The date on which it was delivered.</param>
/// <param name="Sequence">The commit sequence of its last entry when it first came; facts up to here are what was known then. What was added later under the same name lies behind later deliveries and was not known yet.</param>
public sealed record DeliveryRecord(string Name, LocalDate DeliveredOn, long Sequence);

/// <summary>What became of a delivery.</summary>
public sealed record IntakeResult
{
    /// <summary>Facts seen for the first time, or back in their known revision after a complete export had left them out.</summary>
    public required int Added { get; init; }

    /// <summary>Facts whose higher revision replaced an earlier one.</summary>
    public required int Revised { get; init; }

    /// <summary>Facts that were known already, unchanged.</summary>
    public required int Repeated { get; init; }

    /// <summary>Facts whose revision is lower than the one that is known.</summary>
    public required int Stale { get; init; }

    /// <summary>Facts removed because a complete export no longer has them: this one, or a later one that came before. The latter are counted as added or revised, too.</summary>
    public required int Removed { get; init; }

    /// <summary>Facts whose revision is known with other content; nothing of them was stored.</summary>
    public required IReadOnlyList<IncomingFact> Conflicts { get; init; }

    /// <summary>The tenant's commit sequence before the delivery. What it stored lies after it, up to <see cref="Sequence"/>.</summary>
    public required long SequenceBefore { get; init; }

    /// <summary>The commit sequence after the delivery; <see cref="SequenceBefore"/> when it stored nothing.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether anything was stored or removed.</summary>
    public bool ChangedAnything => Added + Revised + Removed > 0;
}

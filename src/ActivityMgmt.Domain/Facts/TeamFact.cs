namespace ActivityMgmt.Domain;

/// <summary>A team's place in the reporting tree. <see cref="Fact.Date"/> is its first day there, included. Its name lives in the people directory, never in facts.</summary>
public sealed record TeamFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Team;

    /// <summary>The team.</summary>
    public required TeamId Team { get; init; }

    /// <summary>The team it reports to; <see langword="null"/> at the top.</summary>
    public TeamId? Parent { get; init; }

    /// <summary>The level's code, such as <c>unit</c>, <c>section</c> (部), <c>district</c> (区); <see langword="null"/> when the host has no levels.</summary>
    public string? Level { get; init; }

    /// <summary>Last day of it, included; <see langword="null"/> while it lasts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForceOn(LocalDate date) => Date <= date && !(Until < date);
}

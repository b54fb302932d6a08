namespace ActivityMgmt.Domain;

/// <summary>A role that somebody holds beside what the organisation says: a branch manager, an analyst, a trainer of two teams.</summary>
public sealed record RoleAssignment
{
    /// <summary>Who holds it.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>The role.</summary>
    public required AccessRole Role { get; init; }

    /// <summary>The first day, included.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day, included; <see langword="null"/> while it lasts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The teams that rights with the reach <see cref="AccessReach.Teams"/> are about. <value>Default: none.</value></summary>
    public IReadOnlyList<TeamId> Teams { get; init; } = [];

    /// <summary>Whether it is held on a day.</summary>
    public bool IsHeldOn(LocalDate date) => From <= date && !(Until < date);
}

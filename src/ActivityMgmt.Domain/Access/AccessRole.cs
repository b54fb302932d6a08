namespace ActivityMgmt.Domain;

/// <summary>A role: an id and what it allows. Data, so that a host adds its own; <see cref="AccessRoles"/> has the usual ones.</summary>
public sealed record AccessRole
{
    /// <summary>The role's id, such as <c>team-leader</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it allows; what is not listed is not allowed.</summary>
    public required IReadOnlyList<AccessRight> Rights { get; init; }
}

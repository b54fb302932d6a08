namespace ActivityMgmt.Domain;

/// <summary>How far a right reaches in the organisation.</summary>
public enum AccessReach
{
    /// <summary>The actor's own agent.</summary>
    Own,

    /// <summary>The teams the actor leads or was given, the teams below them, and their members for the days on which they belong there.</summary>
    Teams,

    /// <summary>Everybody and everything of the tenant.</summary>
    Everything,
}

namespace ActivityMgmt.Domain;

/// <summary>Why an agreed target changes in the middle of its period.</summary>
public enum AdjustmentKind
{
    /// <summary>A mistake in the target itself: a wrong figure, a wrong unit.</summary>
    Correction,

    /// <summary>Something outside that nobody here can change: a market that closed, a product withdrawn, a flood.</summary>
    ExternalShock,

    /// <summary>The area or the customers that the subject looks after changed.</summary>
    Territory,

    /// <summary>Leave that nobody knew of when the goal was agreed.</summary>
    Leave,

    /// <summary>A promotion or demotion changed what the subject is there for.</summary>
    Promotion,

    /// <summary>A leaver's target went to others, or a leaver's target came here.</summary>
    HandOver,

    /// <summary>An agent changed the team and took the target along.</summary>
    TeamMove,

    /// <summary>The subject was in force for a part of the period only.</summary>
    ProRating,

    /// <summary>A part follows the goal it is a part of.</summary>
    Cascade,
}

namespace ActivityMgmt.Domain;

/// <summary>Where a premium that was asked for stands on a day.</summary>
public enum PremiumStanding
{
    /// <summary>The source tells no premiums due, so nothing can be said. Not the same as paid.</summary>
    NotKnown,

    /// <summary>Everything that was due by then is paid.</summary>
    Paid,

    /// <summary>Due on this very day and not paid yet.</summary>
    Due,

    /// <summary>Overdue, and the grace runs, its last day included.</summary>
    InGrace,

    /// <summary>Not paid, and the grace is over.</summary>
    Overdue,
}

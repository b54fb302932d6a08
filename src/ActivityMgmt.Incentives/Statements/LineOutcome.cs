namespace ActivityMgmt.Incentives;

/// <summary>What became of a line of a statement.</summary>
public enum LineOutcome
{
    /// <summary>Counted in the total: an amount to pay, or (negative) to take back.</summary>
    Earned,

    /// <summary>Decided, and nothing is due.</summary>
    NotEarned,

    /// <summary>Something outside the calculation has yet to happen; the amount is known or estimated, but not in the total.</summary>
    Held,

    /// <summary>An input is missing, so nobody can say; never zero in disguise.</summary>
    Undecided,
}

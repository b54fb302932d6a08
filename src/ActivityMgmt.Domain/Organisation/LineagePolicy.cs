namespace ActivityMgmt.Domain;

/// <summary>What happens when a subordinate leader has the same rank as the own leader.</summary>
public enum EqualRank
{
    /// <summary>Management ends: the unit moves to where the leader's own unit hangs, and the leader becomes the breeder (育成).</summary>
    Separates,

    /// <summary>Nothing: the unit stays below.</summary>
    Stays,
}

/// <summary>What happens when a breeder ranks above the bred leader again.</summary>
public enum BreederRanksAbove
{
    /// <summary>Management returns: the unit moves back below the breeder's.</summary>
    ManagementReturns,

    /// <summary>Nothing: the unit stays where it is, and the breeding relation goes on.</summary>
    StaysSeparate,
}

/// <summary>What becomes of the breeding relation when management returns.</summary>
public enum BreedingAtReturn
{
    /// <summary>It ends; the next separation begins one with whoever leads then.</summary>
    Ends,

    /// <summary>It is interrupted; the next separation continues it with the same breeder, whoever leads then.</summary>
    Pauses,

    /// <summary>It goes on beside management.</summary>
    GoesOn,
}

/// <summary>What becomes of the team of a leader who leads no more.</summary>
public enum TeamWithoutLeader
{
    /// <summary>It stays where it is, and the next leader above leads its members.</summary>
    GoesToTheNextLeaderAbove,

    /// <summary>It moves below the team of the leader's breeder, who leads its members; to the next leader above where there is no breeder who leads a team outside it.</summary>
    GoesToTheBreeder,

    /// <summary>Its members move to the team above, and so do the teams below it; at the top, where there is none, it stays.</summary>
    IsDissolvedIntoTheParent,
}

/// <summary>What becomes of those whom a leaver recruited or bred.</summary>
public enum DownlinesOfALeaver
{
    /// <summary>They go to the leaver's own upline of the same relation; where there is none, the relation ends.</summary>
    GoToTheUpline,

    /// <summary>Nothing changes: the relation to the leaver stays open.</summary>
    StayOpen,
}

/// <summary>How leading, breeding and recruiting change; three relations that are independent of each other.</summary>
public sealed record LineagePolicy
{
    /// <summary>Separation at equal rank, return when the breeder is promoted; teams go to the next leader above, downlines to the upline.</summary>
    public static LineagePolicy Default { get; } = new();

    /// <summary>A subordinate leader with the leader's rank. <value>The unit separates.</value></summary>
    public EqualRank AtEqualRank { get; init; } = EqualRank.Separates;

    /// <summary>A breeder who ranks above again. <value>Management returns (one insurer's rule, golden X4).</value></summary>
    public BreederRanksAbove WhenTheBreederRanksAbove { get; init; } = BreederRanksAbove.ManagementReturns;

    /// <summary>The breeding relation when management returns. <value>It ends.</value></summary>
    public BreedingAtReturn BreedingAtReturn { get; init; } = BreedingAtReturn.Ends;

    /// <summary>The team of a leader who is demoted and leads no more. <value>It goes to the next leader above.</value></summary>
    public TeamWithoutLeader TeamOfADemotedLeader { get; init; } = TeamWithoutLeader.GoesToTheNextLeaderAbove;

    /// <summary>The team of a leader who leaves. <value>It goes to the next leader above.</value></summary>
    public TeamWithoutLeader TeamOfALeaver { get; init; } = TeamWithoutLeader.GoesToTheNextLeaderAbove;

    /// <summary>The team of a leader who moves to another team without it. <value>It goes to the next leader above.</value></summary>
    public TeamWithoutLeader TeamOfAMovedLeader { get; init; } = TeamWithoutLeader.GoesToTheNextLeaderAbove;

    /// <summary>Whether the breeding relation of a leader ends who leads no more. <value>Yes.</value></summary>
    public bool BreedingEndsWithLeadership { get; init; } = true;

    /// <summary>Those whom a leaver recruited. <value>They go to the leaver's own recruiter.</value></summary>
    public DownlinesOfALeaver RecruitsOfALeaver { get; init; } = DownlinesOfALeaver.GoToTheUpline;

    /// <summary>Those whom a leaver bred. <value>They go to the leaver's own breeder.</value></summary>
    public DownlinesOfALeaver BredUnitsOfALeaver { get; init; } = DownlinesOfALeaver.GoToTheUpline;
}

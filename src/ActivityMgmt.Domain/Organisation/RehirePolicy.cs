namespace ActivityMgmt.Domain;

/// <summary>What somebody who comes back is: the same agent, or a new one; and how long anybody is new.</summary>
public sealed record RehirePolicy
{
    /// <summary>Six months to come back as the same agent; a year of being new.</summary>
    public static RehirePolicy Default { get; } = new();

    /// <summary>Who comes back at most that many months after the last day is the same agent; the day of that many months later is still in time. Zero: everybody who comes back is new. <value>6.</value></summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int SameAgentWithinMonths { get; init => field = Guard.Against.Negative(value); } = 6;

    /// <summary>Whether the old recruiter is restored for somebody who is the same agent. <value>Yes.</value></summary>
    public bool RestoresRecruiter { get; init; } = true;

    /// <summary>Months from the first day of the contract in which somebody is a newcomer; the day of that many months later is not one any more. <value>12.</value></summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int NewcomerMonths { get; init => field = Guard.Against.Negative(value); } = 12;

    /// <summary>Whether somebody who left and came back is the same agent.</summary>
    /// <param name="leftOn">The last day under contract, included.</param>
    /// <param name="returnedOn">The first day of the next contract.</param>
    public bool IsWithinLimit(LocalDate leftOn, LocalDate returnedOn) => SameAgentWithinMonths > 0 && returnedOn <= leftOn.PlusMonths(SameAgentWithinMonths);
}

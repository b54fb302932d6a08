namespace ActivityMgmt.Domain;

/// <summary>How a goal ended.</summary>
public enum GoalVerdict
{
    /// <summary>The target was reached: at least it where more is better, at most it where less is.</summary>
    Reached,

    /// <summary>It was not.</summary>
    Missed,

    /// <summary>Nothing is known, so neither can be said.</summary>
    NoData,
}

/// <summary>A goal's result as it was known when the goal closed. What arrives later shows in a new reading, never here.</summary>
/// <param name="Verdict">Reached, missed, or no data.</param>
/// <param name="Actual">What was there; <see langword="null"/> when nothing is known.</param>
/// <param name="Achievement">How much of the target that is: exact and uncapped, 1 at the target in both directions; <see langword="null"/> when nothing is known, or no share is defined (<see cref="Goal.AchievementOf"/>): the verdict holds all the same.</param>
/// <param name="On">The day of closing.</param>
public sealed record GoalOutcome(GoalVerdict Verdict, Quantity? Actual, Quantity? Achievement, LocalDate On);

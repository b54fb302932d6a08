namespace ActivityMgmt.Domain;

/// <summary>What a team looks at in the morning: who was there, who has sold nothing yet, what waits, what is nearly reached. Worked out anew for each day, never stored.</summary>
/// <remarks>All counts are of the team and the teams below it, as they stood on <see cref="AsOf"/>. Agents stand under their ids; names join at rendering.</remarks>
public sealed record TeamBoard
{
    /// <summary>The team.</summary>
    public required TeamId Team { get; init; }

    /// <summary>The last day that is counted, included.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>From the first day of the running period to <see cref="AsOf"/>, both included.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>Active members on the day, sorted by id.</summary>
    public required IReadOnlyList<AgentId> Members { get; init; }

    /// <summary>How the headcount came about since the period's first day.</summary>
    public required HeadcountWalk Headcount { get; init; }

    /// <summary>Attendance of the day's meetings, one entry a kind of meeting, sorted by kind.</summary>
    public required IReadOnlyList<BoardAttendance> Attendance { get; init; }

    /// <summary>Members whose producing measure is zero so far (挂零), sorted by id.</summary>
    public required IReadOnlyList<AgentId> ZeroProducers { get; init; }

    /// <summary>Members of whom nothing is known: no data is not zero.</summary>
    public required IReadOnlyList<AgentId> NothingKnown { get; init; }

    /// <summary>Policies that members service and that wait for something, and those of agents who left whose last team this was, while nobody took them over; the longest overdue first.</summary>
    public required IReadOnlyList<PendingPolicy> Pending { get; init; }

    /// <summary>The smallest gaps of members to the next band or threshold, nearest first.</summary>
    public required IReadOnlyList<BandGap> Gaps { get; init; }
}

/// <summary>Who came to a kind of meeting on a day.</summary>
/// <param name="Meeting">The kind of meeting.</param>
/// <param name="Attended">Who came, sorted by id.</param>
/// <param name="Excused">Who didn't come and had said why.</param>
/// <param name="Absent">Who didn't come.</param>
/// <param name="NotRecorded">Members at work about whom nothing was recorded; never counted as absent.</param>
public sealed record BoardAttendance(
    string Meeting, IReadOnlyList<AgentId> Attended, IReadOnlyList<AgentId> Excused, IReadOnlyList<AgentId> Absent, IReadOnlyList<AgentId> NotRecorded)
{
    /// <summary>Members on leave about whom nothing was recorded, sorted by id; nobody expected them.</summary>
    public IReadOnlyList<AgentId> OnLeave { get; init; } = [];

    /// <summary>Why members didn't come, as a code, in the order of <see cref="Excused"/>, then <see cref="Absent"/>; who gave no reason is left out.</summary>
    public IReadOnlyList<KeyValuePair<AgentId, string>> Because { get; init; } = [];

    /// <summary>Attended ÷ (attended + absent): who is excused doesn't count; <see langword="null"/> when nothing was recorded.</summary>
    public Quantity? Rate => Attended.Count + Absent.Count == 0 ? null : Quantity.Ratio(Attended.Count, Attended.Count + Absent.Count);
}

/// <summary>What a policy waits for.</summary>
public enum PendingStep
{
    /// <summary>Underwriting (承保).</summary>
    Issue,

    /// <summary>The signed receipt (回执).</summary>
    Receipt,

    /// <summary>The call-back (回访).</summary>
    CallBack,
}

/// <summary>A policy that waits for something.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Agent">Who services it, else who sold it.</param>
/// <param name="Step">What it waits for.</param>
/// <param name="Since">Since when.</param>
/// <param name="DueOn">The last day on which it is in time.</param>
/// <param name="DaysOverdue">How many days after <see cref="DueOn"/> it is; zero or negative while it is in time.</param>
public sealed record PendingPolicy(PolicyId Policy, AgentId Agent, PendingStep Step, LocalDate Since, LocalDate DueOn, int DaysOverdue)
{
    /// <summary>Whether <see cref="Agent"/> is no longer active, so that somebody has to take it over (孤儿单).</summary>
    public bool IsOrphan { get; init; }

    /// <summary>Whether it is overdue.</summary>
    public bool IsOverdue => DaysOverdue > 0;
}

/// <summary>How much an agent lacks to the next band or threshold.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Threshold">The next threshold above the value.</param>
/// <param name="Value">What is there.</param>
/// <param name="Missing">What is missing, exact.</param>
public sealed record BandGap(AgentId Agent, BoardThreshold Threshold, Quantity Value, Quantity Missing)
{
    /// <summary>The missing part of the threshold, 0 to 1: gaps of different measures are compared by it.</summary>
    public Quantity Share => Missing.DividedBy(Threshold.Value);
}

/// <summary>A band or threshold that a board shows the way to.</summary>
/// <param name="Name">Its code, such as the id of a pay plan's component and band.</param>
/// <param name="Measure">The measure that decides.</param>
/// <param name="Value">Where it begins, included; above zero.</param>
public sealed record BoardThreshold(string Name, MeasureId Measure, Quantity Value);

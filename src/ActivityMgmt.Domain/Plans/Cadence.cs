namespace ActivityMgmt.Domain;

/// <summary>A sequence of touches for one customer: call, wait two days, message, wait three working days, call again.</summary>
public sealed record Cadence
{
    /// <summary>The cadence's id.</summary>
    public required string Id { get; init; }

    /// <summary>The touches in order; at least one.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public required IReadOnlyList<CadenceStep> Steps
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("A cadence has at least one step.", nameof(Steps));
    }

    /// <summary>Whether an answer (a touch with outcome <c>success</c>) ends it. <value>Default: yes.</value></summary>
    public bool StopsOnReply { get; init; } = true;

    /// <summary>Whether a meeting with the customer that is set since the start ends it. <value>Default: yes.</value></summary>
    public bool StopsOnMeeting { get; init; } = true;

    /// <summary>The kinds of activity that are meetings. <value>Default: appointment, interview, needs-analysis, proposal, closing.</value></summary>
    public IReadOnlyList<string> Meetings { get; init; } = ["appointment", "interview", "needs-analysis", "proposal", "closing"];

    /// <summary>After how many touches it ends, however many steps it has; <see langword="null"/>: after the last step.</summary>
    public int? MaximumAttempts { get; init; }

    /// <summary>For how many months a refusal counts when the customer's data name no end; <see langword="null"/>: until the customer opts in. A refusal since the start ends a cadence for good; whoever opts in again is enrolled anew.</summary>
    public int? RefusalMonths { get; init; }
}

/// <summary>What a delay counts in.</summary>
public enum DelayUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Working days; a delay of 0 on a day off means the next working day.</summary>
    WorkingDays,
}

/// <summary>One touch of a cadence.</summary>
/// <param name="Activity">The kind of activity, as in <see cref="ActivityFact.Activity"/>.</param>
/// <param name="Delay">How long after the touch before it was made, or after the start; 0: the same day.</param>
/// <param name="In">What the delay counts in.</param>
/// <param name="Channel">The channel; <see langword="null"/>: any.</param>
public sealed record CadenceStep(string Activity, int Delay, DelayUnit In = DelayUnit.Days, string? Channel = null)
{
    /// <summary>How long after the touch before it was made; not negative.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    public int Delay { get; init; } = Guard.Against.Negative(Delay);
}

/// <summary>A customer whom an agent leads through a cadence.</summary>
/// <param name="Cadence">The cadence's id.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Customer">The customer.</param>
/// <param name="StartedOn">The first day; touches before it don't count.</param>
public sealed record CadenceEnrolment(string Cadence, AgentId Agent, CustomerId Customer, LocalDate StartedOn);

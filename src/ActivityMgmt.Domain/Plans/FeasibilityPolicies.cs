namespace ActivityMgmt.Domain;

/// <summary>One check of a planned week: pure, and silent about what it isn't concerned with.</summary>
/// <param name="week">The week and what is known of its agent and customers.</param>
/// <param name="policies">The limits.</param>
/// <returns>What was noticed; empty when all is well.</returns>
public delegate IEnumerable<Finding> FeasibilityCheck(FeasibleWeek week, FeasibilityPolicies policies);

/// <summary>The limits that a planned week is checked against. Companies and jurisdictions differ; every number is a default, not a norm.</summary>
public sealed record FeasibilityPolicies
{
    /// <summary>The checks, in order. <value>Default: all of <see cref="FeasibilityChecks"/>.</value></summary>
    public IReadOnlyList<FeasibilityCheck> Checks { get; init; } = FeasibilityChecks.All;

    /// <summary>How many minutes of activities a day holds, travel included; as many are still well. <value>Default: 480, eight hours.</value></summary>
    public int CapacityMinutesPerDay { get; init; } = 480;

    /// <summary>How fast an agent gets from place to place, in kilometres an hour of great-circle distance, greater than 0. <value>Default: 20, a big city by car or metro.</value></summary>
    public decimal KilometresPerHour { get; init => field = Guard.Against.NegativeOrZero(value, nameof(KilometresPerHour)); } = 20m;

    /// <summary>Whole minutes that getting in and out takes on top of each way. <value>Default: 5.</value></summary>
    public int MinutesPerWay { get; init; } = 5;

    /// <summary>Quiet from this local time of the customer on, included. <value>Default: 21:00 (CN-TEL-01).</value></summary>
    public LocalTime QuietFrom { get; init; } = new(21, 0);

    /// <summary>Quiet until this local time of the customer, excluded; may be the next morning. <value>Default: 09:00 (CN-TEL-01).</value></summary>
    public LocalTime QuietTo { get; init; } = new(9, 0);

    /// <summary>The channels on which quiet hours count. <value>Default: phone.</value></summary>
    public IReadOnlyList<string> QuietChannels { get; init; } = ["phone"];

    /// <summary>The activity kinds that are calls, whatever their channel. <value>Default: call.</value></summary>
    public IReadOnlyList<string> Calls { get; init; } = ["call"];

    /// <summary>The zones that a customer whose zone is unknown may live in, IANA ids: the hour must be well in all of them. <value>Default: none, so that the missing zone is a finding of its own.</value></summary>
    public IReadOnlyList<string> PlausibleZones { get; init; } = [];

    /// <summary>What quiet hours weigh. <value>Default: warn, as for an agent's own call to a known customer; a call centre takes block.</value></summary>
    public Severity QuietHoursSeverity { get; init; } = Severity.Warn;

    /// <summary>The activity kinds with which nobody is contacted for selling after a refusal. <value>Default: call, appointment, interview, needs-analysis, proposal, closing.</value></summary>
    public IReadOnlyList<string> Selling { get; init; } = ["call", "appointment", "interview", "needs-analysis", "proposal", "closing"];

    /// <summary>For how many months a refusal counts when it names no end itself; <see langword="null"/>: until the customer opts in again. <value>Default: <see langword="null"/>, stricter than the six months of CN-TEL-02.</value></summary>
    public int? RefusalMonths { get; init; }

    /// <summary>The activity kinds that need a valid practice certificate. <value>Default: needs-analysis, proposal, closing.</value></summary>
    public IReadOnlyList<string> Licensed { get; init; } = ["needs-analysis", "proposal", "closing"];
}

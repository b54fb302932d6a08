namespace ActivityMgmt.Domain;

/// <summary>Whether somebody who was expected came.</summary>
public enum AttendanceStatus
{
    /// <summary>Came.</summary>
    Attended,

    /// <summary>Did not come and had said why (请假).</summary>
    Excused,

    /// <summary>Did not come (缺勤).</summary>
    Absent,
}

/// <summary>An agent's attendance at a meeting the agent was expected at. <see cref="Fact.Date"/> is the day of the meeting.</summary>
public sealed record AttendanceFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Attendance;

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The kind of meeting: <c>morning</c> (早会), <c>evening</c> (夕会), <c>regular</c> (例会), or a host's own.</summary>
    public required string Meeting { get; init; }

    /// <summary>Came, excused or absent.</summary>
    public required AttendanceStatus Status { get; init; }

    /// <summary>Why not, as a code; <see langword="null"/> when attended or unknown. Never a diagnosis.</summary>
    public string? Because { get; init; }
}

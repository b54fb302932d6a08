namespace ActivityMgmt.Domain;

/// <summary>How excused absence counts in an attendance rate.</summary>
public enum ExcusedAbsence
{
    /// <summary>An excused meeting was not required: it is in neither part of the rate.</summary>
    LeftOut,

    /// <summary>It was required all the same, and missed.</summary>
    CountsAsMissed,
}

/// <summary>An agent's attendance at meetings (参会率): attended ÷ required, with excused absence counted apart.</summary>
public sealed record Attendance
{
    /// <summary>Meetings attended.</summary>
    public required int Attended { get; init; }

    /// <summary>Meetings missed with an excuse.</summary>
    public required int Excused { get; init; }

    /// <summary>Meetings missed without one.</summary>
    public required int Absent { get; init; }

    /// <summary>Reasons given for not coming and how often, sorted by code; unknown reasons are left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Because { get; init; }

    /// <summary>Attended ÷ required, exact, with the counts and facts behind it; no data when no meeting was required.</summary>
    public required Reading Rate { get; init; }

    /// <summary>An agent's attendance in a period, both ends included. Of several facts about one meeting of a day the last in canonical order counts.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">First to last day.</param>
    /// <param name="meeting">The kind of meeting; <see langword="null"/> for all.</param>
    /// <param name="excused">How excused absence counts. <value>Default: left out.</value></param>
    public static Attendance Of(FactBook facts, AgentId agent, DateInterval period, string? meeting = null, ExcusedAbsence excused = ExcusedAbsence.LeftOut)
    {
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        AttendanceFact[] meetings =
        [
            .. facts.Attendance.Where(a => a.Agent == agent && period.Contains(a.Date) && (meeting is null || a.Meeting == meeting))
                .GroupBy(a => (a.Date, a.Meeting)).Select(g => g.Last()),
        ];
        int Count(AttendanceStatus status) => meetings.Count(m => m.Status == status);
        var (attended, away, absent) = (Count(AttendanceStatus.Attended), Count(AttendanceStatus.Excused), Count(AttendanceStatus.Absent));
        var required = attended + absent + (excused == ExcusedAbsence.CountsAsMissed ? away : 0);
        var evidence = new Evidence([new("attended", attended), new("required", required), new("excused", away)], meetings.Select(m => m.Reference));
        return new()
        {
            Attended = attended,
            Excused = away,
            Absent = absent,
            Because = [.. meetings.Where(m => m.Because is not null).GroupBy(m => m.Because!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Count()))],
            Rate = required == 0
                ? new Reading.NoData(Reason.Of("execution.no-meetings", ("agent", agent.Value), ("period", ReasonValue.Period(period))), evidence)
                : new Reading.Measured(Quantity.Ratio(attended, required), evidence),
        };
    }
}

namespace ActivityMgmt.Domain;

/// <summary>Points for activities (活动量积分): effort that counts on the day it is made, before any sale does.</summary>
/// <remarks>Missed and cancelled activities give no points. Source of the idea: the points game of golden example A3.</remarks>
public sealed record ActivityPoints
{
    /// <summary>Points of one activity, by its kind; other kinds give none.</summary>
    public required IReadOnlyDictionary<string, decimal> PerActivity { get; init; }

    /// <summary>How many points a day should bring, reached when equal; <see langword="null"/> when there is no such goal.</summary>
    public decimal? DailyGoal { get; init; }

    /// <summary>How many points a week should bring, reached when equal; <see langword="null"/> when there is no such goal.</summary>
    public decimal? WeeklyGoal { get; init; }

    /// <summary>An agent's points on a day, against the daily goal.</summary>
    public PointsResult OnDay(FactBook facts, AgentId agent, LocalDate date) => In(facts, agent, new(date, date), DailyGoal);

    /// <summary>An agent's points in the week that a day lies in, against the weekly goal.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="date">The day.</param>
    /// <param name="fiscal">Whose week it is. <see langword="null"/>: from Monday to Sunday.</param>
    public PointsResult InWeek(FactBook facts, AgentId agent, LocalDate date, IFiscalCalendar? fiscal = null) =>
        In(facts, agent, (fiscal ?? FiscalCalendars.Gregorian).PeriodContaining(PeriodKind.Week, date).Interval, WeeklyGoal);

    /// <summary>An agent's points in a period, both ends included.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">First to last day.</param>
    /// <param name="goal">What the period should bring; <see langword="null"/> when nothing is asked.</param>
    public PointsResult In(FactBook facts, AgentId agent, DateInterval period, decimal? goal)
    {
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        ActivityFact[] done = [.. facts.Activities.Where(a => a.Agent == agent && period.Contains(a.Date))];
        ActivityFact[] counted = [.. done.Where(a => a.Outcome is not ("missed" or "cancelled") && PerActivity.ContainsKey(a.Activity))];
        PointsLine[] lines =
        [
            .. counted.GroupBy(a => a.Activity)
                .Select(g => new PointsLine(g.Key, g.Count(), PerActivity[g.Key], PerActivity[g.Key] * g.Count()))
                .OrderBy(l => l.Activity, StringComparer.Ordinal),
        ];
        return new()
        {
            Agent = agent,
            Period = period,
            Goal = goal,
            Lines = lines,
            Points = done.Length == 0
                ? new Reading.NoData(Reason.Of("points.no-activities", ("agent", agent.Value), ("period", ReasonValue.Period(period))), Evidence.None)
                : new Reading.Measured(
                    Quantity.Of(lines.Sum(l => l.Points), Unit.Score),
                    new Evidence(lines.Select(l => KeyValuePair.Create(l.Activity, (decimal)l.Count)), counted.Select(a => a.Reference))),
        };
    }
}

/// <summary>The points of one kind of activity.</summary>
/// <param name="Activity">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Each">Points of one.</param>
/// <param name="Points">Points of all.</param>
public sealed record PointsLine(string Activity, int Count, decimal Each, decimal Points);

/// <summary>An agent's points in a period.</summary>
public sealed record PointsResult
{
    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>First to last day, both included.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>The points with the activities behind them; no data when the agent recorded nothing at all, which need not mean that nothing was done.</summary>
    public required Reading Points { get; init; }

    /// <summary>What the period should bring; <see langword="null"/> when nothing is asked.</summary>
    public required decimal? Goal { get; init; }

    /// <summary>The points by kind of activity, sorted by kind.</summary>
    public required IReadOnlyList<PointsLine> Lines { get; init; }

    /// <summary>Points still missing to the goal, 0 when it is reached; <see langword="null"/> without goal or data.</summary>
    public decimal? Missing => Goal is { } goal && Points is Reading.Measured m ? Math.Max(0m, goal - m.Value.ToDecimal()) : null;

    /// <summary>Whether the goal is reached; <see langword="null"/> without goal or data.</summary>
    public bool? IsReached => Missing is { } missing ? missing == 0m : null;
}

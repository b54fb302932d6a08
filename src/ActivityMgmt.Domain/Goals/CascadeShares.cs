namespace ActivityMgmt.Domain;

/// <summary>Ready-made weights for a cascade.</summary>
public static class CascadeShares
{
    // Earlier years that say how a year goes.
    private const int Years = 3;

    /// <summary>What the target document selects: a blend of own past and capacity, equal, past alone, or capacity alone.</summary>
    public static CascadeWeights AsDocumented { get; } = Weights;

    private static Dictionary<AgentId, CascadeWeight> Weights(
        BranchTarget target, IReadings readings, IReadOnlyList<AgentId> agents, DateInterval history, LocalDate start)
    {
        if (target.Split == CascadeSplit.Equal)
        {
            return agents.ToDictionary(a => a, _ => new CascadeWeight(1m, Reason.Of("goal.equal-share", ("agents", agents.Count))));
        }

        var byHistory = target.Split switch { CascadeSplit.History => 1m, CascadeSplit.Capacity => 0m, _ => target.HistoryWeight };
        var past = agents.ToDictionary(a => a, a => readings.Read(target.Measure, Subject.Of(a), history) is Reading.Measured m ? Math.Max(0m, m.Value.ToDecimal()) : 0m);
        var capacity = agents.ToDictionary(a => a, a => Capacity(readings.Facts.Organisation.TenureInMonths(a, start)));
        var (pastSum, capacitySum) = (past.Values.Sum(), capacity.Values.Sum());
        return agents.ToDictionary(a => a, a =>
        {
            var own = pastSum == 0m ? 0m : past[a] / pastSum;
            var share = (byHistory * (pastSum == 0m ? capacity[a] / capacitySum : own)) + ((1m - byHistory) * capacity[a] / capacitySum);
            return new CascadeWeight(share, Reason.Of(
                "goal.agent-share",
                ("history", Quantity.Of(past[a], target.Target.Unit)),
                ("capacity", capacity[a]),
                ("share", Quantity.Of(share, Unit.Ratio))));
        });
    }

    // A weight for each month, and why; the same for every agent.
    internal static IReadOnlyList<(decimal Weight, Reason Reason)> Months(BranchTarget target, IReadings readings, Quarter quarter, string branch, IWorkCalendar calendar, IFiscalCalendar fiscal)
    {
        if (target.Months == MonthSplit.Equal)
        {
            return [.. fiscal.MonthsOf(quarter).Select(_ => (1m, Reason.Of("goal.month-equal")))];
        }

        if (target.Months == MonthSplit.Seasonal && Seasons(target, readings, quarter, branch, fiscal) is { } seasons)
        {
            var all = Quantity.Of(seasons.Sum(), target.Target.Unit);
            return [.. seasons.Select(s => (s, Reason.Of("goal.month-season", ("history", Quantity.Of(s, target.Target.Unit)), ("of", all))))];
        }

        var days = fiscal.MonthsOf(quarter).Select(m => (decimal)calendar.WorkingDaysIn(m)).ToArray();
        return [.. days.Select(d => (d, Reason.Of("goal.month-share", ("days", d), ("of", days.Sum()))))];
    }

    // Only years of which every month is known are added, so that one missing month doesn't make its neighbours look strong.
    private static decimal[]? Seasons(BranchTarget target, IReadings readings, Quarter quarter, string branch, IFiscalCalendar fiscal)
    {
        var sums = new decimal[3];
        for (var year = 1; year <= Years; year++)
        {
            var months = fiscal.MonthsOf(new Quarter(quarter.Year - year, quarter.Number)).Select(m => readings.Read(target.Measure, Subject.Branch(branch), m)).ToArray();
            if (months.All(m => m is Reading.Measured))
            {
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += Math.Max(0m, ((Reading.Measured)months[i]).Value.ToDecimal());
                }
            }
        }

        return sums.Sum() > 0m ? sums : null;
    }

    // New agents are given room to learn: half capacity in the first half year, three quarters in the second.
    private static decimal Capacity(int? tenureInMonths) => tenureInMonths switch
    {
        null or < 6 => 0.5m,
        < 12 => 0.75m,
        _ => 1m,
    };
}

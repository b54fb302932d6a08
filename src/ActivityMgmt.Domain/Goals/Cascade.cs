namespace ActivityMgmt.Domain;

/// <summary>Hands a branch's target down to teams, agents and months without losing a unit.</summary>
/// <remarks>
/// A policy value: replace the apportionment or the calendar to change how a target is split. For every goal, the targets of its parts sum
/// to its own target exactly.
/// </remarks>
/// <param name="calendar">Says how many working days each month has; months are weighted by them.</param>
/// <param name="fiscal">Says on which days the quarter and its months begin and end.</param>
/// <param name="apportionment">Splits a total. <see cref="Apportionments.LargestRemainder"/> unless a host has its own.</param>
public sealed class Cascade(IWorkCalendar calendar, IFiscalCalendar fiscal, Apportionment apportionment)
{
    /// <summary>The id of the goal of a subject for a measure, for the quarter or one month of it (1 to 3).</summary>
    public static GoalId IdOf(Quarter quarter, MeasureId measure, Subject subject, int? month = null) =>
        new($"{quarter}/{measure}/{subject}{(month is { } m ? $"/m{m}" : "")}");

    /// <summary>Splits one target. The goals come back proposed: the branch's first, then each team's followed by its agents', each agent's followed by its months'.</summary>
    /// <param name="document">The quarter's target document.</param>
    /// <param name="target">The target to split.</param>
    /// <param name="readings">What is known at the opening; says what agents did before.</param>
    /// <param name="openedOn">The day of opening; agents active on the quarter's first day or on this day, whichever is later, take part.</param>
    /// <param name="by">Who opens the quarter.</param>
    public IReadOnlyList<Goal> Split(TargetDocument document, BranchTarget target, IReadings readings, LocalDate openedOn, ActorId by)
    {
        Guard.Against.Null(document);
        Guard.Against.Null(target);
        Guard.Against.Null(readings);
        var quarter = document.Quarter;
        var organisation = readings.Facts.Organisation;
        var period = fiscal.IntervalOf(quarter);
        var monthPeriods = fiscal.MonthsOf(quarter);
        var start = LocalDate.Max(openedOn, period.Start);
        var agents = organisation.ActiveOn(start);
        if (agents.Count == 0)
        {
            throw new BrokenRuleException(new SomebodyMustBeThereToTakeTheTargetRule(document.Branch, start));
        }

        var weights = Weights(target, readings, agents, document.History, start);
        var teams = agents.GroupBy(a => organisation.TeamOf(a, start)!.Value).OrderBy(g => g.Key.Value, StringComparer.Ordinal).ToArray();
        var direction = readings.Measures.First(m => m.Id == target.Measure).Direction;

        Goal Proposed(Subject subject, decimal amount, DateInterval days, Goal? parent, int? month, Reason reason) => new()
        {
            Id = IdOf(quarter, target.Measure, subject, month),
            Partition = quarter.ToString(),
            Measure = target.Measure,
            Subject = subject,
            Period = days,
            Parent = parent?.Id,
            Direction = direction,
            Stretch = parent is null ? target.Stretch : null,
            State = GoalState.Proposed,
            Revisions = [new(Quantity.Of(amount, target.Target.Unit), openedOn, by, reason)],
        };

        var total = target.Target.ToDecimal();
        var branch = Proposed(Subject.Branch(document.Branch), total, period, null, null, Reason.Of("goal.from-target-document", ("branch", document.Branch)));
        var goals = new List<Goal> { branch };
        var teamTotals = Split(total, [.. teams.Select(t => t.Sum(a => weights[a].Total))], target.Piece);
        for (var t = 0; t < teams.Length; t++)
        {
            var team = Proposed(Subject.Of(teams[t].Key), teamTotals[t], period, branch, null, Reason.Of("goal.team-share", ("members", teams[t].Count())));
            goals.Add(team);
            var members = teams[t].ToArray();
            var memberTotals = Split(teamTotals[t], [.. members.Select(a => weights[a].Total)], target.Piece);
            for (var m = 0; m < members.Length; m++)
            {
                var agent = Proposed(Subject.Of(members[m]), memberTotals[m], period, team, null, weights[members[m]].Reason);
                goals.Add(agent);
                var days = monthPeriods.Select(x => (decimal)calendar.WorkingDaysIn(x)).ToArray();
                var months = Split(memberTotals[m], days, target.Piece);
                for (var i = 0; i < months.Count; i++)
                {
                    goals.Add(Proposed(agent.Subject, months[i], monthPeriods[i], agent, i + 1, Reason.Of("goal.month-share", ("days", days[i]), ("of", days.Sum()))));
                }
            }
        }

        return goals;
    }

    private static Dictionary<AgentId, (decimal Total, Reason Reason)> Weights(
        BranchTarget target, IReadings readings, IReadOnlyList<AgentId> agents, DateInterval history, LocalDate start)
    {
        var past = agents.ToDictionary(a => a, a => readings.Read(target.Measure, Subject.Of(a), history) is Reading.Measured m ? Math.Max(0m, m.Value.ToDecimal()) : 0m);
        var capacity = agents.ToDictionary(a => a, a => Capacity(readings.Facts.Organisation.TenureInMonths(a, start)));
        var (pastSum, capacitySum) = (past.Values.Sum(), capacity.Values.Sum());
        return agents.ToDictionary(a => a, a =>
        {
            var own = pastSum == 0m ? 0m : past[a] / pastSum;
            var share = (target.HistoryWeight * (pastSum == 0m ? capacity[a] / capacitySum : own)) + (target.CapacityWeight * capacity[a] / capacitySum);
            return (share, Reason.Of(
                "goal.agent-share",
                ("history", Quantity.Of(past[a], target.Target.Unit)),
                ("capacity", capacity[a]),
                ("share", Quantity.Of(share, Unit.Ratio))));
        });
    }

    // Where nobody has a weight (a team without any past, a quarter without working days) all get the same.
    private IReadOnlyList<decimal> Split(decimal total, IReadOnlyList<decimal> weights, decimal piece) =>
        apportionment(total, weights.Any(w => w > 0m) ? weights : [.. weights.Select(_ => 1m)], piece);

    // New agents are given room to learn: half capacity in the first half year, three quarters in the second.
    private static decimal Capacity(int? tenureInMonths) => tenureInMonths switch
    {
        null or < 6 => 0.5m,
        < 12 => 0.75m,
        _ => 1m,
    };
}

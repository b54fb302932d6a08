namespace ActivityMgmt.Domain;

/// <summary>Moves what is left of an agent's targets to others, so that the branch's target stays whole.</summary>
/// <remarks>Pure. For every measure the sum of all agents' monthly targets is the same before and after.</remarks>
/// <param name="calendar">The month in which an agent leaves is split by its working days.</param>
/// <param name="apportionment">Splits what is left over those who take it.</param>
public sealed class GoalTransfer(IWorkCalendar calendar, Apportionment apportionment)
{
    /// <summary>Hands an agent's targets after their last day to their team mates, in equal shares.</summary>
    /// <param name="goals">All goals of the quarter.</param>
    /// <param name="leaver">Who leaves.</param>
    /// <param name="lastDay">The last day the leaver works, included.</param>
    /// <param name="takers">Who may take over. Whoever has no open goal for a measure and month takes no part of it: none at all, or one that is closed, rejected or withdrawn.</param>
    /// <param name="piece">The smallest piece handed out, by measure.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="on">When.</param>
    /// <returns>The goals that changed. What was rejected or withdrawn is not handed over.</returns>
    /// <exception cref="BrokenRuleException">Something is left of a month and nobody can take it, or the leaver's goals are closed.</exception>
    public IReadOnlyList<Goal> HandOver(
        IReadOnlyList<Goal> goals, AgentId leaver, LocalDate lastDay, IReadOnlyList<AgentId> takers, Func<MeasureId, decimal> piece, Actor by, LocalDate on)
    {
        Guard.Against.Null(goals);
        Guard.Against.Null(takers);
        var changed = goals.ToDictionary(g => g.Id);
        var pace = PaceCurves.WorkingDays(calendar);
        // A month that is closed already stays as it ended; what is left of the others goes on.
        foreach (var month in goals.Where(g => g.Subject == Subject.Of(leaver) && IsMonth(g, changed) && !g.IsDropped && !IsClosedPart(g, changed)))
        {
            var left = Left(month, lastDay, pace, piece);
            if (left == 0m)
            {
                continue;
            }

            Change(changed, month.Id, -left, by, on, Reason.Of("goal.handed-over", ("date", lastDay), ("amount", Quantity.Of(left, month.Target.Unit))));
            var taking = takers.Select(t => goals.FirstOrDefault(g => IsOpenFor(g, Subject.Of(t), month) && IsMonth(g, changed) && changed[g.Parent!.Value].CanChange)).OfType<Goal>().ToArray();
            if (taking.Length == 0)
            {
                throw new BrokenRuleException(new SomebodyMustTakeOverRule(leaver, lastDay));
            }

            var parts = apportionment(left, [.. taking.Select(_ => 1m)], piece(month.Measure));
            for (var i = 0; i < taking.Length; i++)
            {
                Change(changed, taking[i].Id, parts[i], by, on, Reason.Of("goal.taken-over", ("from", leaver.Value), ("amount", Quantity.Of(parts[i], month.Target.Unit))));
                ChangeTeams(changed, month, taking[i], parts[i], by, on);
            }
        }

        return [.. goals.Where(g => !ReferenceEquals(changed[g.Id], g)).Select(g => changed[g.Id])];
    }

    /// <summary>Takes an agent's targets along to another team: the old team's target falls, the new one's rises, the agent's stay and are part of the new team's from now on.</summary>
    /// <param name="goals">All goals of the quarter.</param>
    /// <param name="agent">Who changes the team.</param>
    /// <param name="to">The new team.</param>
    /// <param name="firstDay">The first day in the new team.</param>
    /// <param name="piece">The smallest piece moved, by measure.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="on">When.</param>
    /// <returns>The goals that changed. What was rejected or withdrawn doesn't move.</returns>
    /// <exception cref="BrokenRuleException">The new team has no open goal for one of the measures in the same period.</exception>
    public IReadOnlyList<Goal> MoveTeam(IReadOnlyList<Goal> goals, AgentId agent, TeamId to, LocalDate firstDay, Func<MeasureId, decimal> piece, Actor by, LocalDate on)
    {
        Guard.Against.Null(goals);
        var changed = goals.ToDictionary(g => g.Id);
        var pace = PaceCurves.WorkingDays(calendar);
        foreach (var own in goals.Where(g => g.Subject == Subject.Of(agent) && !g.IsDropped && !IsMonth(g, changed)))
        {
            var months = goals.Where(g => g.Parent == own.Id && g.Subject == own.Subject && !g.IsDropped);
            var moved = months.Sum(m => Left(m, firstDay.PlusDays(-1), pace, piece));
            var newTeam = goals.FirstOrDefault(g => IsOpenFor(g, Subject.Of(to), own))
                ?? throw new BrokenRuleException(new OnlyATeamWithGoalsTakesTargetsRule(agent, to));
            if (own.Parent is not { } old || old == newTeam.Id)
            {
                continue;
            }

            changed[own.Id] = own with { Parent = newTeam.Id };
            if (moved == 0m)
            {
                continue;
            }

            var amount = Quantity.Of(moved, own.Target.Unit);
            var reason = Reason.Of("goal.moved-team", ("agent", agent.Value), ("team", to.Value), ("date", firstDay), ("amount", amount));
            MoveBetween(changed, old, newTeam.Id, amount, AdjustmentKind.TeamMove, by, on, reason);
        }

        return [.. goals.Where(g => !ReferenceEquals(changed[g.Id], g)).Select(g => changed[g.Id])];
    }

    // What a month's target holds beyond its share up to a day, in whole pieces; a month that is over keeps all of it.
    private static decimal Left(Goal month, LocalDate lastDay, PaceCurve pace, Func<MeasureId, decimal> piece)
    {
        var target = month.Target.ToDecimal();
        var share = pace(lastDay, month.Period);
        return share == Quantity.Ratio(1m, 1m)
            ? 0m
            : target - new Rounding(piece(month.Measure), RoundingMode.TowardsZero).Apply(target * share.Numerator / share.Denominator);
    }

    // Where leaver and taker count for different teams, such as while a move isn't booked yet, the teams' targets follow.
    private static void ChangeTeams(Dictionary<GoalId, Goal> goals, Goal month, Goal taken, decimal amount, Actor by, LocalDate on)
    {
        if (goals[month.Parent!.Value].Parent is not { } from || goals[taken.Parent!.Value].Parent is not { } to || from == to)
        {
            return;
        }

        var moved = Quantity.Of(amount, month.Target.Unit);
        var reason = Reason.Of("goal.taken-over", ("from", month.Subject.Id), ("amount", moved));
        MoveBetween(goals, from, to, moved, AdjustmentKind.HandOver, by, on, reason);
    }

    // Along both branches of the team tree up to, and without, the first goal that both belong to: its target stays as it is.
    private static void MoveBetween(
        Dictionary<GoalId, Goal> goals, GoalId from, GoalId to, Quantity amount, AdjustmentKind kind, Actor by, LocalDate on, Reason reason)
    {
        var (losing, gaining) = (Upwards(goals, from), Upwards(goals, to));
        // A target that binds nobody any more stays as it was refused.
        foreach (var id in losing.Except(gaining).Where(id => !goals[id].IsDropped))
        {
            goals[id] = Adjusted(goals[id], -amount, kind, by, on, reason);
        }

        foreach (var id in gaining.Except(losing).Where(id => !goals[id].IsDropped))
        {
            goals[id] = Adjusted(goals[id], amount, kind, by, on, reason);
        }
    }

    private static List<GoalId> Upwards(Dictionary<GoalId, Goal> goals, GoalId id)
    {
        var chain = new List<GoalId>();
        for (GoalId? next = id; next is { } up && goals.ContainsKey(up) && !chain.Contains(up); next = goals[up].Parent)
        {
            chain.Add(up);
        }

        return chain;
    }

    private static bool IsOpenFor(Goal goal, Subject subject, Goal like) =>
        goal.Subject == subject && goal.Measure == like.Measure && goal.Period == like.Period && goal.CanChange;

    private static bool IsMonth(Goal goal, Dictionary<GoalId, Goal> goals) =>
        goal.Parent is { } parent && goals.TryGetValue(parent, out var whole) && whole.Subject == goal.Subject;

    private static bool IsClosedPart(Goal month, Dictionary<GoalId, Goal> goals) =>
        month.State == GoalState.Closed && goals[month.Parent!.Value].State != GoalState.Closed;

    // A month's change goes up to the agent's quarter; between team mates the team's target stays as it is.
    private static void Change(Dictionary<GoalId, Goal> goals, GoalId id, decimal by, Actor actor, LocalDate on, Reason reason)
    {
        foreach (var goal in new[] { goals[id], goals[goals[id].Parent!.Value] })
        {
            goals[goal.Id] = Adjusted(goal, Quantity.Of(by, goal.Target.Unit), AdjustmentKind.HandOver, actor, on, reason);
        }
    }

    private static Goal Adjusted(Goal goal, Quantity by, AdjustmentKind kind, Actor actor, LocalDate on, Reason reason) =>
        goal.Adjust(new() { Kind = kind, Target = goal.Target + by, By = actor.Id, On = on, Reason = reason }, actor);
}

namespace ActivityMgmt.Domain;

/// <summary>What a target would be after something changed in the middle of the period. Nothing is applied: a named person decides.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Kind">What changed.</param>
/// <param name="From">The target that counts now.</param>
/// <param name="To">The target that is proposed.</param>
/// <param name="FirstDay">The first day on which it is different.</param>
/// <param name="Reason">Why, with the numbers.</param>
public sealed record AdjustmentProposal(GoalId Goal, AdjustmentKind Kind, Quantity From, Quantity To, LocalDate FirstDay, Reason Reason)
{
    /// <summary>The adjustment that it becomes when somebody asks for it; it counts only when somebody approves it.</summary>
    /// <param name="by">Who asks for it.</param>
    /// <param name="on">The day from which it counts.</param>
    /// <param name="checkpoint">The key of the checkpoint at which it was decided; <see langword="null"/> when at none.</param>
    public GoalAdjustment AsAdjustment(ActorId by, LocalDate on, string? checkpoint = null) =>
        new() { Kind = Kind, Target = To, By = by, On = on, Reason = Reason, Checkpoint = checkpoint };
}

/// <summary>Proposes targets after a change in the middle of the period. Pure; the days before the change keep their share of the target.</summary>
/// <param name="calendar">Days are weighed as working days; a period without any goes by calendar days.</param>
public sealed class AdjustmentProposals(IWorkCalendar calendar)
{
    /// <summary>The rest of the period counts by a factor: 0.5 for half a territory, 1.2 after a promotion, 0 while a market is closed.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="kind">What changed.</param>
    /// <param name="firstDay">The first day on which it is different; before the period it is the whole period.</param>
    /// <param name="factor">By how much the rest counts, from 0.</param>
    /// <param name="piece">The smallest piece of a target; rounded to the nearest, half away from zero.</param>
    /// <exception cref="ArgumentException">The factor is negative.</exception>
    public AdjustmentProposal Scale(Goal goal, AdjustmentKind kind, LocalDate firstDay, decimal factor, decimal piece)
    {
        Guard.Against.Null(goal);
        Guard.Against.Negative(factor);
        var first = LocalDate.Max(firstDay, goal.Period.Start);
        var rest = first > goal.Period.End ? Quantity.Ratio(0m, 1m) : Share(goal, new(first, goal.Period.End));
        return Proposal(goal, kind, first, rest * (1m - factor), piece, share => Reason.Of(
            "goal.proposed-factor",
            ("kind", ReasonValue.Term($"goal.adjustment.{kind}")),
            ("date", first),
            ("factor", Quantity.Of(factor, Unit.Ratio)),
            ("share", rest),
            ("less", share),
            ("target", goal.Target)));
    }

    /// <summary>The working days of a leave are taken out of the target.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="leave">The leave; without a known end it lasts to the end of the period.</param>
    /// <param name="piece">The smallest piece of a target; rounded to the nearest, half away from zero.</param>
    public AdjustmentProposal ForLeave(Goal goal, LeaveFact leave, decimal piece)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(leave);
        var first = LocalDate.Max(leave.Date, goal.Period.Start);
        var last = LocalDate.Min(leave.Until ?? goal.Period.End, goal.Period.End);
        var away = first > last ? Quantity.Ratio(0m, 1m) : Share(goal, new(first, last));
        return Proposal(goal, AdjustmentKind.Leave, first, away, piece, share => Reason.Of(
            "goal.proposed-leave", ("leave", leave.Leave), ("from", leave.Date), ("less", share), ("target", goal.Target)));
    }

    // Tells its own earlier proposals from other adjustments.
    internal const string DaysInForce = "goal.proposed-days";

    /// <summary>What the target would be for the days on which the agent is there at all, by a policy that may leave out leave as well; <see langword="null"/> when nothing changes.</summary>
    /// <remarks>
    /// It starts from the target before the first adjustment of this kind, so that asking again after one was applied shortens nothing twice. What other adjustments
    /// changed since is kept.
    /// </remarks>
    /// <param name="goal">A goal of an agent.</param>
    /// <param name="organisation">Says on which days the agent is there, and on leave.</param>
    /// <param name="policy">Which share of the period counts.</param>
    /// <param name="piece">The smallest piece of a target; rounded to the nearest, half away from zero.</param>
    public static AdjustmentProposal? ForDaysInForce(Goal goal, Organisation organisation, ProRating policy, decimal piece)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(organisation);
        Guard.Against.Null(policy);
        var agent = goal.Subject.Agent;
        var stints = Stints(goal.Period, day => organisation.IsActive(agent, day));
        var zero = Quantity.Of(0m, goal.Target.Unit);
        var earlier = goal.Revisions.TakeWhile(r => r.Reason.Code != DaysInForce).LastOrDefault()?.Target ?? goal.Target;
        var since = goal.Target - (goal.Revisions.LastOrDefault(r => r.Reason.Code == DaysInForce)?.Target ?? earlier);
        var to = since + new ProRater(policy).Split(earlier, organisation, agent, stints, goal.Period, piece).Aggregate(zero, (sum, part) => sum + part);
        var kind = stints is [var whole] && whole == goal.Period ? AdjustmentKind.Leave : AdjustmentKind.ProRating;
        var share = stints.Aggregate(Quantity.Ratio(0m, 1m), (sum, stint) => sum + policy(organisation, agent, stint, goal.Period));
        return to == goal.Target ? null : new(goal.Id, kind, goal.Target, to, goal.Period.Start, Reason.Of(
            DaysInForce, ("kind", ReasonValue.Term($"goal.adjustment.{kind}")), ("share", share), ("target", earlier)));
    }

    // Unbroken runs of days.
    private static List<DateInterval> Stints(DateInterval period, Func<LocalDate, bool> isThere)
    {
        var stints = new List<DateInterval>();
        foreach (var day in period.Where(isThere))
        {
            if (stints is [.., var last] && last.End.PlusDays(1) == day)
            {
                stints[^1] = new(last.Start, day);
            }
            else
            {
                stints.Add(new(day, day));
            }
        }

        return stints;
    }

    private static AdjustmentProposal Proposal(Goal goal, AdjustmentKind kind, LocalDate first, Quantity less, decimal piece, Func<Quantity, Reason> reason)
    {
        var to = less.Numerator == 0m
            ? goal.Target
            : Quantity.Of(ProRater.Times(goal.Target, Quantity.Ratio(1m, 1m) - less).Round(new(piece, RoundingMode.HalfAwayFromZero)), goal.Target.Unit);
        return new(goal.Id, kind, goal.Target, to, first, reason(less));
    }

    private Quantity Share(Goal goal, DateInterval days) => ProRatings.Share(calendar, days, goal.Period, _ => true);
}

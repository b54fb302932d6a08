namespace ActivityMgmt.Domain;

/// <summary>Keeps a subject's parts (months) and their whole in step when one of them is adjusted.</summary>
internal static class GoalParts
{
    /// <summary>The goal as adjusted, and what has to follow: open parts of the same subject share what closed and past ones leave; a part's whole moves by as much.</summary>
    public static IReadOnlyList<Goal> Adjust(
        Goal goal, IReadOnlyList<Goal> all, GoalAdjustment adjustment, Actor approvedBy, Apportionment apportionment, decimal piece)
    {
        var adjusted = goal.Adjust(adjustment, approvedBy);
        GoalAdjustment Following(Quantity target) => adjustment with { Target = target };
        if (all.FirstOrDefault(g => g.Id == goal.Parent && g.Subject == goal.Subject) is { } whole)
        {
            return [adjusted, whole.Adjust(Following(whole.Target + adjusted.Target - goal.Target), approvedBy)];
        }

        var parts = all.Where(g => g.Parent == goal.Id && g.Subject == goal.Subject && !g.IsDropped).ToArray();
        var open = parts.Where(p => p.State != GoalState.Closed && p.Period.End >= adjustment.On).ToArray();
        if (open.Length == 0)
        {
            return [adjusted];
        }

        var kept = parts.Except(open).Aggregate(Quantity.Of(0m, goal.Target.Unit), (sum, p) => sum + p.Target);
        if (adjusted.Target < kept)
        {
            throw new BrokenRuleException(new AnAdjustedTargetCoversItsClosedPartsRule(goal, adjusted.Target, kept));
        }

        var weights = open.Select(p => Math.Max(0m, p.Target.ToDecimal())).ToArray();
        var shares = apportionment((adjusted.Target - kept).ToDecimal(), weights.Any(w => w > 0m) ? weights : [.. weights.Select(_ => 1m)], piece);
        return [adjusted, .. open.Select((p, i) => p.Adjust(Following(Quantity.Of(shares[i], p.Target.Unit)), approvedBy))];
    }
}

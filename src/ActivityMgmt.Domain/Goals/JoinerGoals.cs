namespace ActivityMgmt.Domain;

/// <summary>Drafts goals for whoever joins in the middle of a quarter. Pure.</summary>
internal sealed class JoinerGoals(IWorkCalendar calendar, IFiscalCalendar fiscal, GoalPolicies policies)
{
    /// <summary>For each target, the goals of joiners without one, each followed by its months.</summary>
    /// <param name="document">The quarter's target document.</param>
    /// <param name="goals">The quarter's cascaded goals.</param>
    /// <param name="readings">What is known.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who asks.</param>
    public IEnumerable<Goal> Drafts(TargetDocument document, IReadOnlyList<Goal> goals, IReadings readings, LocalDate on, ActorId by)
    {
        var organisation = readings.Facts.Organisation;
        var period = fiscal.IntervalOf(document.Quarter);
        foreach (var target in document.Targets)
        {
            Goal[] standing = [.. goals.Where(g => g.Measure == target.Measure && g.Period == period && !g.IsDropped)];
            var own = standing.Where(g => g.Subject.Kind == SubjectKind.Agent).GroupBy(g => g.Subject.Agent).ToDictionary(g => g.Key, g => g.Sum(x => x.Target.ToDecimal()));
            AgentId[] joiners = [.. organisation.ActiveOn(on).Where(a => !own.ContainsKey(a) && organisation.JoinedOn(a, on) > period.Start)];
            if (joiners.Length == 0 || own.Count == 0)
            {
                continue;
            }

            var weights = policies.Weights(target, readings, [.. own.Keys.Concat(joiners).OrderBy(a => a.Value, StringComparer.Ordinal)], document.History, on);
            if (own.Keys.Sum(a => weights[a].Weight) is not (> 0m and var others))
            {
                continue;
            }

            foreach (var joiner in joiners)
            {
                var whole = new Rounding(target.Piece, RoundingMode.HalfAwayFromZero).Apply(own.Values.Sum() * weights[joiner].Weight / others);
                foreach (var draft in Drafts(document, target, standing, readings, joiner, Quantity.Of(whole, target.Target.Unit), on, by))
                {
                    yield return draft;
                }
            }
        }
    }

    private IEnumerable<Goal> Drafts(
        TargetDocument document, BranchTarget target, Goal[] standing, IReadings readings, AgentId joiner, Quantity whole, LocalDate on, ActorId by)
    {
        var organisation = readings.Facts.Organisation;
        var there = organisation.TimesUnderContract(joiner).First(t => t.Contains(on));
        var period = fiscal.IntervalOf(document.Quarter);
        var inForce = new DateInterval(there.From, LocalDate.Min(there.Until ?? period.End, period.End));
        var rating = policies.ProRating ?? ProRatings.WorkingDays(calendar);
        var share = rating(organisation, joiner, inForce, period);
        var amount = new ProRater(rating).TargetOf(whole, organisation, joiner, inForce, period, target.Piece);
        if (amount.Numerator <= 0m || Above(standing, organisation.TeamOf(joiner, on)) is not { } above)
        {
            yield break;
        }

        var subject = Subject.Of(joiner);
        var quarter = new Goal
        {
            Id = Cascade.IdOf(document.Quarter, target.Measure, subject),
            Partition = document.Quarter.ToString(),
            Measure = target.Measure,
            Subject = subject,
            Period = period,
            Parent = above.Id,
            Direction = above.Direction,
            State = GoalState.Draft,
            Revisions = [new(amount, on, by, Reason.Of("goal.joiner-share", ("date", there.From), ("target", whole), ("share", share)))],
        };
        yield return quarter;
        var days = fiscal.MonthsOf(document.Quarter);
        var months = CascadeShares.Months(target, readings, document.Quarter, document.Branch, calendar, fiscal)
            .Select((m, i) => (Weight: m.Weight * rating(organisation, joiner, inForce, days[i]).ToDecimal(), m.Reason)).ToArray();
        var weights = months.Select(m => m.Weight).ToArray();
        var parts = policies.Apportionment(amount.ToDecimal(), weights.Any(w => w > 0m) ? weights : [.. weights.Select(_ => 1m)], target.Piece);
        for (var i = 0; i < days.Count; i++)
        {
            yield return quarter with
            {
                Id = Cascade.IdOf(document.Quarter, target.Measure, subject, i + 1),
                Period = days[i],
                Parent = quarter.Id,
                Revisions = [new(Quantity.Of(parts[i], amount.Unit), on, by, months[i].Reason)],
            };
        }
    }

    private static Goal? Above(Goal[] standing, TeamId? team) =>
        standing.FirstOrDefault(g => team is { } t && g.Subject == Subject.Of(t)) ?? standing.FirstOrDefault(g => g.Subject.Kind == SubjectKind.Branch);
}

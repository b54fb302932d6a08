namespace ActivityMgmt.Incentives;

/// <summary>Assesses agents' ranks. Pure.</summary>
public static class RankAssessment
{
    /// <summary>What the rules propose for an agent on a day.</summary>
    /// <param name="readings">The readings, with their facts.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="asOf">The day up to which facts are looked at, included; usually the last of a quarter.</param>
    /// <param name="fiscal">Says in which quarter the day is, and which months are looked back on.</param>
    /// <param name="leave">Which leave spares an agent the rules that allow it; the period is the longest that a rule's conditions look back on.</param>
    /// <param name="missesInARow">How many assessments in a row were missed before this one.</param>
    public static RankProposal Assess(IReadings readings, AssessmentRules rules, AgentId agent, LocalDate asOf, IFiscalCalendar fiscal, LeavePolicy leave, int missesInARow = 0)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(fiscal);
        ArgumentNullException.ThrowIfNull(leave);
        ArgumentOutOfRangeException.ThrowIfNegative(missesInARow);
        return new Run(readings, rules, agent, asOf, fiscal, leave, missesInARow).Propose();
    }

    private sealed class Run(IReadings readings, AssessmentRules rules, AgentId agent, LocalDate asOf, IFiscalCalendar fiscal, LeavePolicy leavePolicy, int missesInARow)
    {
        private readonly List<Reason> _details = [];
        private readonly HashSet<FactReference> _facts = [];

        public RankProposal Propose()
        {
            var assignment = readings.Facts.Organisation.AssignmentOf(agent, asOf);
            if (assignment is null || !rules.Ranks.Contains(assignment.Rank))
            {
                return Result(assignment?.Rank, RankOutcome.Undecided, assignment?.Rank, Reason.Of("assessment.undecided.no-rank", ("rank", assignment?.Rank ?? "–")), missesInARow);
            }

            _facts.Add(assignment.Reference);
            var rank = assignment.Rank;
            var index = rules.Ranks.ToList().IndexOf(rank);
            var of = rules.Rules.GetValueOrDefault(rank) ?? new(rank, null, null);
            var promote = of.Promote is { } up ? Passes(up, "assessment.heading.promote") : false;
            if (promote == true)
            {
                var next = rules.Ranks[index + 1];
                return Result(rank, RankOutcome.Promote, next, Reason.Of("assessment.promote", ("rank", rank), ("next", next)), 0);
            }

            var maintain = of.Maintain is { } keep ? Passes(keep, "assessment.heading.maintain") : true;
            if (promote is null || maintain is null)
            {
                return Result(rank, RankOutcome.Undecided, rank, Reason.Of("assessment.undecided.no-data", ("rank", rank)), missesInARow);
            }

            return maintain.Value
                ? Result(rank, RankOutcome.Maintain, rank, Reason.Of("assessment.maintain", ("rank", rank)), 0)
                : Missed(rank, index);
        }

        private RankProposal Missed(string rank, int index)
        {
            var misses = missesInARow + 1;
            return rules.EndAfterMisses is { } most && misses >= most
                ? Result(rank, RankOutcome.End, null, Reason.Of("assessment.end", ("rank", rank), ("misses", misses)), misses)
                : index == 0
                    ? Result(rank, RankOutcome.Maintain, rank, Reason.Of("assessment.missed-in-lowest-rank", ("rank", rank), ("misses", misses)), misses)
                    : Result(rank, RankOutcome.Demote, rules.Ranks[index - 1], Reason.Of("assessment.demote", ("rank", rank), ("next", rules.Ranks[index - 1])), misses);
        }

        // Yes, no, or unknown: N of M with some unknown is decided only when the unknown ones can't change it.
        private bool? Passes(RankRule rule, string heading)
        {
            _details.Add(Reason.Of(heading, ("needs", rule.Needs), ("of", rule.Conditions.Count)));
            if (rule.LeaveExempt && OnLeave(rule) is { } leave)
            {
                _facts.Add(leave.Reference);
                _details.Add(Reason.Of("assessment.on-leave", ("leave", new DateSpan(leave.Date, leave.Until).ToReasonValue())));
                return true;
            }

            var enoughTenure = Months(rule.TenureMonths, TenureInMonths(), "assessment.tenure");
            var enoughInRank = Months(rule.RankMonths, MonthsInRank(rule.RankMonths), "assessment.months-in-rank");
            var checks = ConditionChecks.Of(readings, rule.Conditions, agent, asOf, fiscal);
            _details.AddRange(checks.SelectMany(c => c.Reasons));
            _facts.UnionWith(checks.SelectMany(c => c.Facts));
            var met = checks.Count(c => c.IsMet == true);
            bool? conditions = met >= rule.Needs ? true : met + checks.Count(c => c.IsMet is null) < rule.Needs ? false : null;
            return And(And(enoughTenure, enoughInRank), conditions);
        }

        private bool? Months(int? needed, int? have, string code)
        {
            if (needed is not { } months)
            {
                return true;
            }

            if (have is not { } known)
            {
                _details.Add(Reason.Of(code + "-unknown", ("needed", months)));
                return null;
            }

            _details.Add(known >= months
                ? Reason.Of(code + "-met", ("needed", months), ("value", known))
                : Reason.Of(code + "-missed", ("needed", months), ("value", known), ("missing", months - known)));
            return known >= months;
        }

        private int? TenureInMonths()
        {
            var organisation = readings.Facts.Organisation;
            _facts.UnionWith(organisation.ContractsOf(agent).Where(c => c.Date <= asOf).Select(c => c.Reference));
            return organisation.TenureInMonths(agent, asOf);
        }

        private int? MonthsInRank(int? needed)
        {
            if (needed is null)
            {
                return null;
            }

            var organisation = readings.Facts.Organisation;
            _facts.UnionWith(organisation.AssignmentsOf(agent).Where(a => a.Date <= asOf).Select(a => a.Reference));
            _facts.UnionWith(organisation.ContractsOf(agent).Where(c => c.Date <= asOf).Select(c => c.Reference));
            return organisation.MonthsInRank(agent, asOf);
        }

        private LeaveFact? OnLeave(RankRule rule)
        {
            var first = rule.Conditions.Select(c => c.PeriodUpTo(asOf, fiscal).Start).Min();
            return leavePolicy.Exempting(readings.Facts.Organisation, agent, new(first, asOf));
        }

        private RankProposal Result(string? rank, RankOutcome outcome, string? newRank, Reason reason, int misses) => new()
        {
            Rules = rules.Reference,
            Agent = agent,
            Period = fiscal.QuarterOf(asOf),
            AsOf = asOf,
            Rank = rank,
            Outcome = outcome,
            NewRank = newRank,
            Reason = reason,
            Details = _details,
            Evidence = new([], _facts),
            MissesInARow = misses,
        };

        private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;
    }
}

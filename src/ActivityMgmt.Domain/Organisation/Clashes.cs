namespace ActivityMgmt.Domain;

/// <summary>Finds everything that clashes in an organisation. What <see cref="OrganisationReview"/> reports is what <see cref="OrganisationRules"/> refuses.</summary>
internal static partial class Clashes
{
    public static IEnumerable<Clash> Of(Organisation organisation, IEnumerable<LeaveFact> leaves, RankOrder ranks) =>
    [
        .. People(organisation),
        .. leaves.GroupBy(l => l.Agent).SelectMany(g => Overlaps([.. g], g.Key.Value, (first, second, days) => new ALeaveIsBookedOnceRule(g.Key, first, second, days))),
        .. Teams(organisation, ranks),
        .. Lineage(organisation),
    ];

    private static IEnumerable<Clash> People(Organisation organisation)
    {
        foreach (var agent in organisation.Agents.Union(organisation.AgentsWithAnAssignment))
        {
            var contracts = organisation.ContractTimeline(agent).Select(c => c.Days).ToArray();
            var assignments = organisation.AssignmentTimeline(agent);
            foreach (var clash in Overlaps(organisation.ContractsOf(agent), agent.Value, (first, second, days) => new AnAgentHasOneContractAtATimeRule(agent, first, second, days))
                .Concat(Overlaps(organisation.AssignmentsOf(agent), agent.Value, (first, second, days) => new AnAgentHasOneTeamAtATimeRule(agent, first, second, days))))
            {
                yield return clash;
            }

            foreach (var days in organisation.TimesUnderContract(agent).SelectMany(c => c.Without(assignments.Select(a => a.Days))))
            {
                yield return new(Severity.Warn, new AnAgentUnderContractHasATeamRule(agent, days), agent.Value, days);
            }

            foreach (var (span, assignment) in assignments)
            {
                foreach (var days in span.Without(contracts))
                {
                    yield return new(Severity.Warn, new AnAssignmentNeedsAContractRule(agent, assignment.Team, days), agent.Value, days);
                }
            }

            foreach (var assignment in organisation.AssignmentsOf(agent))
            {
                var days = Organisation.SpanOf(assignment);
                if (assignment.ProbationUntil is { } end && !days.IsEmpty && !days.Contains(end))
                {
                    var rule = new AProbationLiesInItsAssignmentRule(agent, assignment.Reference, end, days);
                    yield return new(Severity.Block, rule, assignment.Key.ToString(), new(LocalDate.Min(end, assignment.Date), LocalDate.Max(end, assignment.Date)));
                }
            }
        }
    }

    private static IEnumerable<Clash> Lineage(Organisation organisation)
    {
        foreach (var relation in Enum.GetValues<LineageRelation>())
        {
            var agents = organisation.AgentsWithAnUpline.Where(a => a.Relation == relation).Select(a => a.Agent).ToArray();
            foreach (var agent in agents)
            {
                foreach (var clash in Overlaps(
                    organisation.LineageOf(agent, relation), $"{relation} {agent.Value}", (first, second, days) => new AnAgentHasOneUplineAtATimeRule(agent, relation, first, second, days)))
                {
                    yield return clash;
                }

                foreach (var (days, fact) in organisation.LineageTimeline(agent, relation).Where(l => organisation.Find(l.Fact.Upline) is null))
                {
                    yield return new(Severity.Warn, new AnUplineIsOrWasAnAgentRule(agent, relation, fact.Upline, days), $"{relation} {agent.Value}", days);
                }
            }

            var up = agents.ToDictionary(a => a.Value, a => organisation.LineageTimeline(a, relation).Select(l => (l.Days, (string?)l.Fact.Upline.Value)).ToArray());
            foreach (var (path, days) in Cycles.In(up))
            {
                yield return new(Severity.Block, new NobodyIsTheirOwnUplineRule(new(path[0]), relation, Cycles.Write(path), days), $"{relation} {Cycles.Write(path)}", days);
            }
        }
    }

    // Each pair of facts of one subject that share days; and each fact that ends before it begins. One that ends on the day before was called off: it holds no day and clashes with nothing.
    private static IEnumerable<Clash> Overlaps<T>(IReadOnlyList<T> facts, string subject, Func<FactReference, FactReference, DateSpan, IBusinessRule> rule)
        where T : Fact
    {
        var inOrder = facts.OrderBy(f => f.Date).ThenBy(f => f.Origin.Sequence).ThenBy(f => f.Key).ToArray();
        for (var i = 0; i < inOrder.Length; i++)
        {
            var span = Organisation.SpanOf(inOrder[i]);
            if (span.IsEmpty)
            {
                if (span.Until == span.From.PlusDays(-1))
                {
                    continue; // called off
                }

                yield return new(Severity.Block, new NothingEndsBeforeItBeginsRule(inOrder[i].Reference, span.From, span.Until!.Value), inOrder[i].Key.ToString(), new(span.Until.Value, span.From));
                continue;
            }

            for (var j = i + 1; j < inOrder.Length; j++)
            {
                var other = Organisation.SpanOf(inOrder[j]);
                if (!other.IsEmpty && span.And(other) is { } days)
                {
                    yield return new(Severity.Block, rule(inOrder[i].Reference, inOrder[j].Reference, days), subject, days);
                }
            }
        }
    }
}

namespace ActivityMgmt.Domain;

public sealed partial class Organisation
{
    internal static DateSpan SpanOf(Fact fact) => fact switch
    {
        AgentFact a => new(a.Date, a.LeftOn),
        AssignmentFact a => new(a.Date, a.Until),
        TeamFact t => new(t.Date, t.Until),
        LineageFact l => new(l.Date, l.Until),
        LeaveFact l => new(l.Date, l.Until),
        _ => new(fact.Date, fact.Date),
    };

    internal IEnumerable<TeamId> TeamsWithAPlace => _places.Keys;

    internal IEnumerable<(AgentId Agent, LineageRelation Relation)> AgentsWithAnUpline => _uplines.Keys;

    internal IEnumerable<AgentId> AgentsWithAnAssignment => _assignments.Keys;

    internal IEnumerable<AgentId> AgentsEverIn(TeamId team) => _everIn.Value[team];

    internal IReadOnlyList<(DateSpan Days, AgentFact Fact)> ContractTimeline(AgentId agent) => EffectiveSpans.Of(ContractsOf(agent), SpanOf);

    /// <summary>An agent's times under contract without a break, in order: contracts that follow each other are one. Empty for somebody unknown.</summary>
    public IReadOnlyList<DateSpan> TimesUnderContract(AgentId agent) => DateSpan.Merged(ContractTimeline(agent).Select(c => c.Days));

    internal IReadOnlyList<(DateSpan Days, AssignmentFact Fact)> AssignmentTimeline(AgentId agent) => EffectiveSpans.Of(AssignmentsOf(agent), SpanOf);

    internal IReadOnlyList<(DateSpan Days, TeamFact Fact)> PlaceTimeline(TeamId team) => EffectiveSpans.Of(PlacesOf(team), SpanOf);

    internal IReadOnlyList<(DateSpan Days, LineageFact Fact)> LineageTimeline(AgentId agent, LineageRelation relation) => EffectiveSpans.Of(LineageOf(agent, relation), SpanOf);

    /// <summary>The days on which an agent is active, cut wherever the assignment changes: what every question about a time is answered from.</summary>
    internal IReadOnlyList<Stay> StaysOf(AgentId agent)
    {
        var contracts = ContractTimeline(agent);
        return
        [
            .. AssignmentTimeline(agent)
                .SelectMany(a => UnderContract(contracts.Select(c => c.Days), a.Days).Select(days => new Stay(agent, days, a.Fact)))
                .OrderBy(s => s.Days.From),
        ];
    }

    /// <summary>The last day of a period, both ends included, on which an agent is active; <see langword="null"/> when there is none.</summary>
    internal LocalDate? LastDayOf(AgentId agent, DateInterval period) =>
        StaysOf(agent).Select(s => s.Days.And(new(period.Start, period.End))?.Until).Max();

    // Contracts that follow each other without a break are one time.
    private static IEnumerable<DateSpan> UnderContract(IEnumerable<DateSpan> contracts, DateSpan days) => days.Without(days.Without(contracts));
}

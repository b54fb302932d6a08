using CsCheck;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Places, relations and candidates with sensible defaults, and organisations with anything in them.</summary>
internal static class OrganisationFacts
{
    public static readonly LocalDate NewYear = new(2026, 1, 1);

    public static readonly string[] SomeAgents = ["A0", "A1", "A2", "A3", "A4"];

    public static readonly string[] SomeTeams = ["T0", "T1", "T2", "T3"];

    /// <summary>Days of 2026 in the first two months, some without an end.</summary>
    public static readonly Gen<(LocalDate From, LocalDate? Until)> Span =
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 45], (from, days) => (NewYear.PlusDays(from), days > 30 ? (LocalDate?)null : NewYear.PlusDays(from + days)));

    public static readonly Gen<Fact> AnyOrganisationFact = Gen.OneOf(
        Gen.Select(Gen.OneOfConst(SomeAgents), Span, Gen.Int[0, 3], (agent, span, id) => (Fact)new AgentFact
        {
            Origin = new("crm", $"{agent}-{id}"), Date = span.From, LeftOn = span.Until, Agent = new(agent),
        }),
        Gen.Select(Gen.OneOfConst(SomeAgents), Gen.OneOfConst(SomeTeams), Span, Gen.Int[0, 99], Gen.OneOfConst("R1", "R2", "R3"), (agent, team, span, id, rank) => (Fact)new AssignmentFact
        {
            Origin = new("crm", $"{id}"), Date = span.From, Until = span.Until, Agent = new(agent), Team = new(team), Rank = rank, IsLeader = id % 3 == 0,
        }),
        Gen.Select(Gen.OneOfConst(SomeTeams), Gen.OneOfConst<string?>([null, .. SomeTeams]), Span, Gen.Int[0, 99], (team, parent, span, id) => (Fact)new TeamFact
        {
            Origin = new("crm", $"{id}"), Date = span.From, Until = span.Until, Team = new(team), Parent = parent is null ? null : new TeamId(parent),
        }),
        Gen.Select(Gen.OneOfConst(SomeAgents), Gen.OneOfConst(SomeAgents), Gen.OneOfConst(LineageRelation.Bred, LineageRelation.Recruited), Span, Gen.Int[0, 99], (agent, upline, relation, span, id) => (Fact)new LineageFact
        {
            Origin = new("crm", $"{id}"), Date = span.From, Until = span.Until, Agent = new(agent), Relation = relation, Upline = new(upline),
        }),
        Gen.Select(Gen.OneOfConst(SomeAgents), Span, Gen.Int[0, 99], (agent, span, id) => (Fact)OnLeave(agent, "annual", span.From, span.Until, $"{id}")));

    public static readonly Gen<List<Fact>> AnyOrganisation = AnyOrganisationFact.List[0, 30].Select(f => f.GroupBy(x => x.Key).Select(g => g.First()).ToList());

    public static LeaveFact OnLeave(string agent, string kind, LocalDate from, LocalDate? until, string? id = null) => new()
    {
        Origin = new("crm", id ?? $"{agent}-{kind}-{from}"), Date = from, Until = until, Agent = new(agent), Leave = kind,
    };

    public static TeamFact Placed(string team, string? parent, string from = "2024-01-01", string? until = null, string? id = null) => new()
    {
        Origin = new("crm", id ?? $"{team}-{from}"),
        Date = Facts.Day(from),
        Until = Facts.MaybeDay(until),
        Team = new(team),
        Parent = parent is null ? null : new TeamId(parent),
    };

    public static LineageFact Bred(string agent, string by, string from = "2024-01-01", string? until = null) => Related(agent, LineageRelation.Bred, by, from, until);

    public static LineageFact Recruited(string agent, string by, string from = "2024-01-01", string? until = null) => Related(agent, LineageRelation.Recruited, by, from, until);

    public static RecruitFact Candidate(string candidate, RecruitStage stage, string on, string recruiter = "R", string? agent = null, long sequence = 0) => new()
    {
        Origin = new("crm", $"{candidate}-{stage}-{on}", Sequence: sequence),
        Date = Facts.Day(on),
        Candidate = new(candidate),
        Stage = stage,
        Recruiter = new(recruiter),
        Agent = agent is null ? null : new AgentId(agent),
    };

    private static LineageFact Related(string agent, LineageRelation relation, string by, string from, string? until) => new()
    {
        Origin = new("crm", $"{agent}-{relation}-{from}"),
        Date = Facts.Day(from),
        Until = Facts.MaybeDay(until),
        Agent = new(agent),
        Relation = relation,
        Upline = new(by),
    };
}

namespace ActivityMgmt.Testing;

/// <content>Agents, teams, recruits.</content>
public static partial class TestFacts
{
    /// <summary>An agent who joined, and perhaps left.</summary>
    /// <param name="agent">The agent's id, and the fact's.</param>
    /// <param name="on">The day of joining.</param>
    /// <param name="left">The last day under contract, included.</param>
    public static AgentFact Joined(string agent, LocalDate? on = null, LocalDate? left = null) => new()
    {
        Origin = Origin(agent),
        Date = on ?? Beginning,
        Agent = new(agent),
        LeftOn = left,
    };

    /// <summary>An agent's practice certificate.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="from">Its first day, included.</param>
    /// <param name="until">Its last day, included.</param>
    public static LicenceFact Licensed(string agent, LocalDate? from = null, LocalDate? until = null) => new()
    {
        Origin = Origin($"{agent}-{Iso(from ?? Beginning)}"),
        Date = from ?? Beginning,
        Agent = new(agent),
        Number = "L-" + agent,
        Until = until,
    };

    /// <summary>An agent's place in a team.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="team">The team's id.</param>
    /// <param name="from">Its first day, included.</param>
    /// <param name="until">Its last day, included.</param>
    /// <param name="rank">The agent's rank in it.</param>
    /// <param name="leads">Whether the agent leads the team.</param>
    public static AssignmentFact Assigned(string agent, string team, LocalDate? from = null, LocalDate? until = null, string rank = "A1", bool leads = false) => new()
    {
        Origin = Origin($"{agent}-{Iso(from ?? Beginning)}"),
        Date = from ?? Beginning,
        Agent = new(agent),
        Team = new(team),
        Rank = rank,
        IsLeader = leads,
        Until = until,
    };

    /// <summary>A course that an agent attended.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="hours">Hours attended, not negative.</param>
    /// <param name="on">Its last day.</param>
    /// <param name="topic">What it was about.</param>
    public static TrainingFact Trained(string agent, decimal hours, LocalDate? on = null, string topic = "law") => new()
    {
        Origin = Origin($"{agent}-{topic}-{Iso(on ?? Day)}"),
        Date = on ?? Day,
        Agent = new(agent),
        Course = "course",
        Topic = topic,
        Hours = hours,
    };

    /// <summary>A team under another one.</summary>
    /// <param name="team">The team's id.</param>
    /// <param name="parent">The team it reports to.</param>
    /// <param name="from">The first day of it, included.</param>
    /// <param name="until">The last day of it, included.</param>
    public static TeamFact Team(string team, string? parent = null, LocalDate? from = null, LocalDate? until = null) => new()
    {
        Origin = Origin($"{team}-{Iso(from ?? Beginning)}"),
        Date = from ?? Beginning,
        Team = new(team),
        Parent = parent is null ? null : new TeamId(parent),
        Until = until,
    };

    /// <summary>Who recruited or bred an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="upline">The recruiter or breeder.</param>
    /// <param name="relation">Recruited or bred.</param>
    /// <param name="from">The first day of it, included.</param>
    /// <param name="until">The last day of it, included.</param>
    public static LineageFact BroughtIn(
        string agent, string upline, LineageRelation relation = LineageRelation.Recruited, LocalDate? from = null, LocalDate? until = null) => new()
    {
        Origin = Origin($"{agent}-{relation}-{Iso(from ?? Beginning)}"),
        Date = from ?? Beginning,
        Agent = new(agent),
        Relation = relation,
        Upline = new(upline),
        Until = until,
    };

    /// <summary>An agent's leave.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="from">Its first day, included.</param>
    /// <param name="until">Its last day, included.</param>
    /// <param name="leave">The kind of leave.</param>
    public static LeaveFact OnLeave(string agent, LocalDate? from = null, LocalDate? until = null, string leave = "annual") => new()
    {
        Origin = Origin($"{agent}-{leave}-{Iso(from ?? Day)}"),
        Date = from ?? Day,
        Agent = new(agent),
        Leave = leave,
        Until = until,
    };

    /// <summary>A candidate who reached a stage.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="recruiter">The agent who recruits them.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="on">The day it was reached.</param>
    public static RecruitFact Recruited(string candidate, string recruiter, RecruitStage stage = RecruitStage.Candidate, LocalDate? on = null) => new()
    {
        Origin = Origin($"{candidate}-{stage}"),
        Date = on ?? Day,
        Candidate = new(candidate),
        Stage = stage,
        Recruiter = new(recruiter),
    };
}

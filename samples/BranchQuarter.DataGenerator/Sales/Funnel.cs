using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>An agent's chances in the funnel, remembered from one opportunity to the next so that the ratios stay the person's own.</summary>
internal sealed class Funnel(Agent agent)
{
    private readonly SteadyChance _reach = new($"{agent.No}/reach");
    private readonly SteadyChance _appoint = new($"{agent.No}/appoint");
    private readonly SteadyChance _keep = new($"{agent.No}/keep");
    private readonly SteadyChance _need = new($"{agent.No}/need");
    private readonly SteadyChance _propose = new($"{agent.No}/propose");
    private readonly SteadyChance _close = new($"{agent.No}/close");

    public Agent Agent => agent;

    public bool Reaches(LocalDate day) => _reach.Next(agent.SkillOn(day).Reach);

    public bool Appoints(LocalDate day) => _appoint.Next(agent.SkillOn(day).Appoint);

    public bool Keeps(LocalDate day) => _keep.Next(agent.SkillOn(day).Keep);

    public bool Analyses(LocalDate day) => _need.Next(agent.SkillOn(day).Need);

    public bool Proposes(LocalDate day) => _propose.Next(agent.SkillOn(day).Propose);

    public bool Closes(LocalDate day) => _close.Next(agent.SkillOn(day).Close);
}

namespace BranchQuarter;

/// <summary>What the branch's managers decide during the replayed quarter, day by day: a script instead of people.</summary>
internal sealed record Decisions(IReadOnlyList<ScriptedDecision> All)
{
    public static Decisions Read(string folder)
    {
        var file = Path.Combine(folder, "decisions.json");
        if (!File.Exists(file))
        {
            return new([]);
        }

        var root = DocumentNode.Parse(Files.Read(file), file);
        root.AllowOnly("decisions");
        var all = root["decisions"].Items.Select(ScriptedDecision.Read).ToArray();
        root.ThrowIfProblems();
        return new(all);
    }

    /// <summary>Refuses decisions that could not be carried out, before anything is stored.</summary>
    /// <param name="knownOn">What is known in the morning of a day.</param>
    /// <exception cref="DocumentException">A decision is about an agent who isn't known then, or hands over for one whose leaving isn't.</exception>
    public void Check(Func<LocalDate, FactBook> knownOn)
    {
        foreach (var decision in All)
        {
            decision.Check(knownOn(decision.On).Organisation);
        }

        if (All.Count > 0)
        {
            All[0].Node.ThrowIfProblems();
        }
    }

    public IEnumerable<ScriptedDecision> On(LocalDate date) => All.Where(d => d.On == date);
}

/// <summary>One scripted decision: at a checkpoint, or about a leaver's or mover's targets.</summary>
internal sealed record ScriptedDecision(LocalDate On, ActorId By, AgentId Agent, string Action, string Note, LocalDate? Due, DocumentNode Node)
{
    public const string HandOver = "hand-over";
    public const string MoveTeam = "move-team";

    public CheckpointAction? CheckpointAction => Action switch
    {
        "accept-proposal" => ActivityMgmt.Domain.CheckpointAction.AcceptProposal,
        "coach" => ActivityMgmt.Domain.CheckpointAction.Coach,
        "no-action" => ActivityMgmt.Domain.CheckpointAction.NoAction,
        _ => null,
    };

    public static ScriptedDecision Read(DocumentNode node)
    {
        node.AllowOnly("on", "by", "agent", "action", "note", "due");
        return new(
            node["on"].Date(),
            new(node["by"].Name()),
            new(node["agent"].Name()),
            node["action"].OneOf("accept-proposal", "coach", "no-action", HandOver, MoveTeam),
            node["note"].Text("")!,
            node["due"].IsNothing ? null : node["due"].Date(),
            node);
    }

    public void Check(Organisation organisation)
    {
        if (organisation.Find(Agent) is not { } agent)
        {
            Node["agent"].Report(Reason.Of("bq.decision.unknown-agent", ("agent", Agent.Value), ("date", On)));
        }
        else if (Action == HandOver && agent.LeftOn is null)
        {
            Node["action"].Report(Reason.Of("bq.decision.not-a-leaver", ("agent", Agent.Value), ("date", On)));
        }
        else if (Action == MoveTeam && organisation.TeamOf(Agent, Due ?? On) is null)
        {
            Node["action"].Report(Reason.Of("bq.decision.no-team", ("agent", Agent.Value), ("date", Due ?? On)));
        }
    }
}

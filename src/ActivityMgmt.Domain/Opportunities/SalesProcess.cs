namespace ActivityMgmt.Domain;

/// <summary>The stages that opportunities go through, as data.</summary>
public sealed record SalesProcess
{
    private readonly SalesStage[] _stages = [];

    /// <summary>The trade's usual process: name → appointment → interview → needs analysis → proposal → close → policy, and lost.</summary>
    /// <remarks>The probabilities follow the 10-3-1 rule of thumb (one client of ten names, three fact-finders between); a company measures its own.</remarks>
    public static SalesProcess Default { get; } = new()
    {
        Id = "default",
        Stages =
        [
            new() { Id = "name", Probability = 0.10m, StaleAfterDays = 90 },
            new() { Id = "appointment", Probability = 0.15m, Entry = [new StageCondition.HasCustomer()], StaleAfterDays = 30 },
            new() { Id = "interview", Probability = 0.20m, StaleAfterDays = 30 },
            new() { Id = "needs-analysis", Probability = 0.33m, StaleAfterDays = 30 },
            new() { Id = "proposal", Probability = 0.50m, Entry = [new StageCondition.HasValue()], StaleAfterDays = 30 },
            new() { Id = "close", Probability = 0.80m, StaleAfterDays = 30 },
            new() { Id = "policy", Probability = 1m, Outcome = StageOutcome.Won },
            new() { Id = "lost", Probability = 0m, Outcome = StageOutcome.Lost },
        ],
    };

    /// <summary>The process's code.</summary>
    public required string Id { get; init; }

    /// <summary>The stages, in the order in which an opportunity goes forward; at least one of them won and one lost.</summary>
    /// <exception cref="ArgumentException">A stage is there twice, a probability is outside 0 to 1, or no stage is won or none is lost.</exception>
    public required IReadOnlyList<SalesStage> Stages
    {
        get => _stages;
        init => _stages = Checked(value);
    }

    /// <summary>The stage with a code; <see langword="null"/> when the process has none.</summary>
    public SalesStage? Find(string id) => Stages.FirstOrDefault(s => s.Id == id);

    /// <summary>Whether a step goes forward: to a later stage, or to one that ends the opportunity.</summary>
    public bool IsForward(SalesStage from, SalesStage to)
    {
        Guard.Against.Null(from);
        Guard.Against.Null(to);
        return to.Outcome == StageOutcome.Lost || PositionOf(to) > PositionOf(from);
    }

    /// <summary>A stage's place in the process, from 0; -1 when it isn't the process's.</summary>
    internal int PositionOf(SalesStage stage) => Array.IndexOf(_stages, stage);

    private static SalesStage[] Checked(IReadOnlyList<SalesStage> stages)
    {
        Guard.Against.Null(stages);
        var problem = stages.GroupBy(s => s.Id).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"The stage '{twice.Key}' is there twice."
            : stages.FirstOrDefault(s => s.Probability is < 0m or > 1m) is { } odd ? $"The probability {odd.Probability} of '{odd.Id}' is not from 0 to 1."
            : stages.All(s => s.Outcome != StageOutcome.Won) ? "No stage is won."
            : stages.All(s => s.Outcome != StageOutcome.Lost) ? "No stage is lost."
            : null;
        return problem is null ? [.. stages] : throw new ArgumentException(problem, nameof(stages));
    }
}

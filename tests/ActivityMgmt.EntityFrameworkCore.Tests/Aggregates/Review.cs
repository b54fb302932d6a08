namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>An aggregate with everything a real one may hold: typed ids, closed families in lists, dictionaries by id, records with constructors, computed members.</summary>
public sealed record Review : IAggregate
{
    public string Key => $"{Agent}/{Quarter}";

    public string Partition => Quarter.ToString();

    public required AgentId Agent { get; init; }

    public required Quarter Quarter { get; init; }

    public required ReviewState State { get; init; }

    public IReadOnlyList<Reading> Readings { get; init; } = [];

    public IReadOnlyDictionary<MeasureId, Quantity> Targets { get; init; } = new Dictionary<MeasureId, Quantity>();

    public IReadOnlyDictionary<Subject, IReadOnlyList<Step>> Steps { get; init; } = new Dictionary<Subject, IReadOnlyList<Step>>();

    public required decimal? Total { get; init; }

    public string? Remark { get; init; }

    public int StepCount => Steps.Sum(s => s.Value.Count);
}

public abstract record ReviewState
{
    private ReviewState()
    {
    }

    public sealed record Open : ReviewState;

    public sealed record DecidedBy(ActorId Actor, Instant At, Money? Bonus, IReadOnlyList<Finding> Findings) : ReviewState;
}

public readonly record struct Step(LocalDate Due, string What);

public sealed record Pledge(string Key, string Partition, Money Amount, Cause? Cause = null) : IAggregate;

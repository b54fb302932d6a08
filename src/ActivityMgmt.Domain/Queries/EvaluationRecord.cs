namespace ActivityMgmt.Domain;

/// <summary>An evaluation, flat. Its only day is the agent's last active one in its period (<see cref="Evaluation.ResponsibleOn"/>): whoever is responsible then sees it.</summary>
public sealed record EvaluationRecord : IQueryRecord
{
    /// <inheritdoc/>
    public static DataKind Data => DataKind.Evaluations;

    /// <inheritdoc/>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required Subject Subject { get; init; }

    /// <summary>The agent's last active day in the period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The agent's last active day in the period, the same as <see cref="From"/>.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The period it is listed under, such as <c>2026Q3</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>Where it stands.</summary>
    public required EvaluationState State { get; init; }

    /// <summary>The scorecard's total points, 0 to 100; <see langword="null"/> when it has none.</summary>
    public required decimal? Score { get; init; }

    /// <summary>How many goals it looked at.</summary>
    public required int Goals { get; init; }

    /// <summary>Who confirmed or contested it; <see langword="null"/> while it is a draft.</summary>
    public required ActorId? NotedBy { get; init; }

    /// <summary>Whether it is adverse for the agent with the total that counts, so that a named person confirms it.</summary>
    public required bool IsAdverse { get; init; }

    /// <summary>The record of an evaluation.</summary>
    public static EvaluationRecord Of(Evaluation evaluation)
    {
        Guard.Against.Null(evaluation);
        return new()
        {
            Key = evaluation.Key,
            Subject = Subject.Of(evaluation.Agent),
            From = evaluation.ResponsibleOn,
            Until = evaluation.ResponsibleOn,
            Partition = evaluation.Partition,
            State = evaluation.State,
            Score = evaluation.Scorecard.Total,
            Goals = evaluation.Goals.Count,
            NotedBy = evaluation.Note?.By,
            IsAdverse = evaluation.Adverse is not null,
        };
    }
}

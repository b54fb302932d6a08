namespace ActivityMgmt.Domain;

/// <summary>A checkpoint, flat. Its only day is the last one it counts.</summary>
public sealed record CheckpointRecord : IQueryRecord
{
    /// <inheritdoc/>
    public static DataKind Data => DataKind.Checkpoints;

    /// <inheritdoc/>
    public required string Key { get; init; }

    /// <inheritdoc/>
    public required Subject Subject { get; init; }

    /// <summary>The last day that is counted.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day that is counted, the same as <see cref="From"/>.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The period it is listed under, such as <c>2026Q3</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>The team whose goal it is, or the agent's on that day; <see langword="null"/> when there is none.</summary>
    public required TeamId? Team { get; init; }

    /// <summary>The goal that is looked at.</summary>
    public required GoalId Goal { get; init; }

    /// <summary>The goal's measure.</summary>
    public required MeasureId Measure { get; init; }

    /// <summary>How it stands.</summary>
    public required GoalStatus Status { get; init; }

    /// <summary>The target that counted on that day, rounded to 0.000001 (half away from zero), as the other figures are.</summary>
    public required decimal Target { get; init; }

    /// <summary>What was expected by that day.</summary>
    public required decimal Expected { get; init; }

    /// <summary>What was there; <see langword="null"/> when nothing can be said.</summary>
    public required decimal? Actual { get; init; }

    /// <summary>Whether a person has to decide.</summary>
    public required bool NeedsDecision { get; init; }

    /// <summary>Who decided; <see langword="null"/> while nobody has.</summary>
    public required ActorId? DecidedBy { get; init; }

    /// <summary>By when what was decided is to be done; <see langword="null"/> while nothing is decided.</summary>
    public required LocalDate? DueOn { get; init; }

    /// <summary>Who carries out what was decided: its owner, else who decided; <see langword="null"/> while nothing is decided.</summary>
    public required ActorId? Owner { get; init; }

    /// <summary>Whether something that was decided waits to be carried out; see <see cref="Checkpoint.HasOpenDecision"/>.</summary>
    public required bool HasOpenDecision { get; init; }

    /// <summary>Who is asked because it goes on too long; <see langword="null"/> when nobody is.</summary>
    public required AgentId? EscalatedTo { get; init; }

    /// <summary>How many milestones were passed since the checkpoint before.</summary>
    public required int Milestones { get; init; }

    /// <summary>The record of a checkpoint.</summary>
    public static CheckpointRecord Of(Checkpoint checkpoint)
    {
        Guard.Against.Null(checkpoint);
        return new()
        {
            Key = checkpoint.Key,
            Subject = checkpoint.Subject,
            From = checkpoint.AsOf,
            Until = checkpoint.AsOf,
            Partition = checkpoint.Partition,
            Team = checkpoint.Team,
            Goal = checkpoint.Goal,
            Measure = checkpoint.Measure,
            Status = checkpoint.Status,
            Target = RecordNumber.Of(checkpoint.Target),
            Expected = RecordNumber.Of(checkpoint.Expected),
            Actual = checkpoint.Actual is Reading.Measured measured ? RecordNumber.Of(measured.Value) : null,
            NeedsDecision = checkpoint.NeedsDecision,
            DecidedBy = checkpoint.Decision?.By,
            DueOn = checkpoint.Decision?.DueOn,
            Owner = checkpoint.Decision?.Responsible,
            HasOpenDecision = checkpoint.HasOpenDecision,
            EscalatedTo = checkpoint.EscalatedTo,
            Milestones = checkpoint.Milestones.Count,
        };
    }
}

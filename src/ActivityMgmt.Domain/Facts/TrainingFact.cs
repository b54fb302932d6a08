namespace ActivityMgmt.Domain;

/// <summary>A course an agent attended. <see cref="Fact.Date"/> is its last day.</summary>
public sealed record TrainingFact : Fact
{
    private readonly decimal _hours;

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Training;

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The course's code or title.</summary>
    public required string Course { get; init; }

    /// <summary>What it was about: <c>law</c>, <c>ethics</c>, <c>product</c>, <c>skill</c>, or a host's own.</summary>
    public required string Topic { get; init; }

    /// <summary>Hours attended, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The hours are negative.</exception>
    public required decimal Hours
    {
        get => _hours;
        init
        {
            // Not ThrowIfNegative: it takes the decimal -0.0 for negative.
            _hours = value >= 0m ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Hours are not negative.");
        }
    }

    /// <summary>Whether the examination was passed; <see langword="null"/> when there was none.</summary>
    public bool? Passed { get; init; }
}

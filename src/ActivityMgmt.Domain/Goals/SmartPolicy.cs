namespace ActivityMgmt.Domain;

/// <summary>Reviews a goal by SMART. Replace it to judge by something else; what it returns is shown, and a blocking finding keeps the goal from being agreed with the others.</summary>
public delegate IReadOnlyList<Finding> SmartPolicy(Goal goal, SmartContext context);

/// <summary>What a goal is reviewed with.</summary>
public sealed record SmartContext
{
    /// <summary>What is known on the day of the review, with the tenant's calendars.</summary>
    public required IReadings Readings { get; init; }

    /// <summary>The past that says what is usual, both ends included.</summary>
    public required DateInterval History { get; init; }

    /// <summary>Between which chances a goal is demanding but fair.</summary>
    public required SmartLimits Limits { get; init; }

    /// <summary>The day of the review.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Says how likely the subject's own past makes the target.</summary>
    public required IForecaster Forecaster { get; init; }

    /// <summary>All goals of the quarter; a cascade is looked at as a whole.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>What an agent must be licensed for, such as <c>annuity</c>; <see langword="null"/>: any valid certificate will do.</summary>
    public string? LicenceScope { get; init; }

    /// <summary>The smallest piece in which the measure's target is handed out.</summary>
    public decimal Piece { get; init; } = 1m;
}

/// <summary>Ready-made SMART policies.</summary>
public static class SmartPolicies
{
    /// <summary>The five letters of <see cref="SmartReview"/> with its checks of unit, stretch, leave, licence scope, members and growth.</summary>
    public static SmartPolicy Default { get; } = (goal, context) => new SmartReview(context.Forecaster).Review(goal, context);

    /// <summary>No review at all.</summary>
    public static SmartPolicy None { get; } = (_, _) => [];
}

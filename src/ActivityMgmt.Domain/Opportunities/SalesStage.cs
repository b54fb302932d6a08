namespace ActivityMgmt.Domain;

/// <summary>What a stage stands for in the end.</summary>
public enum StageOutcome
{
    /// <summary>On the way.</summary>
    Open,

    /// <summary>Sold.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}

/// <summary>A stage of a sales process.</summary>
public sealed record SalesStage
{
    /// <summary>The stage's code, as opportunity facts spell it.</summary>
    public required string Id { get; init; }

    /// <summary>The chance that an opportunity here is won, 0 to 1.</summary>
    public required decimal Probability { get; init; }

    /// <summary>What it stands for. <value>Default: on the way.</value></summary>
    public StageOutcome Outcome { get; init; }

    /// <summary>What must be there to enter it. <value>Default: nothing.</value></summary>
    public IReadOnlyList<StageCondition> Entry { get; init; } = [];

    /// <summary>What must be there to leave it forward. <value>Default: nothing.</value></summary>
    public IReadOnlyList<StageCondition> Exit { get; init; } = [];

    /// <summary>After how many days here an opportunity is stale; <see langword="null"/>: never.</summary>
    public int? StaleAfterDays { get; init; }
}

/// <summary>Something that must be there before an opportunity moves.</summary>
public abstract record StageCondition
{
    private StageCondition()
    {
    }

    /// <summary>Its code with its parameter, as documents spell it: <c>customer</c>, <c>value</c>, <c>product</c>, <c>activity:interview</c>, <c>consent:profiling</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Reads the form that <see cref="Code"/> has; <see langword="null"/> when it is another one.</summary>
    public static StageCondition? Parse(string code)
    {
        Guard.Against.Null(code);
        return code switch
        {
            "customer" => new HasCustomer(),
            "value" => new HasValue(),
            "product" => new HasProduct(),
            _ when code.StartsWith("activity:", StringComparison.Ordinal) && code.Length > 9 => new HasActivity(code[9..]),
            _ when code.StartsWith("consent:", StringComparison.Ordinal) && code.Length > 8 => new HasConsent(code[8..]),
            _ => null,
        };
    }

    /// <summary>The opportunity names a customer.</summary>
    public sealed record HasCustomer : StageCondition
    {
        /// <inheritdoc/>
        public override string Code => "customer";
    }

    /// <summary>The opportunity has a value.</summary>
    public sealed record HasValue : StageCondition
    {
        /// <inheritdoc/>
        public override string Code => "value";
    }

    /// <summary>The opportunity names a product.</summary>
    public sealed record HasProduct : StageCondition
    {
        /// <inheritdoc/>
        public override string Code => "product";
    }

    /// <summary>An activity of a kind took place for the opportunity, or with its customer since it began.</summary>
    /// <param name="Activity">The kind of activity.</param>
    public sealed record HasActivity(string Activity) : StageCondition
    {
        /// <inheritdoc/>
        public override string Code => "activity:" + Activity;
    }

    /// <summary>The customer's consent to a purpose is in force.</summary>
    /// <param name="Purpose">The purpose.</param>
    public sealed record HasConsent(string Purpose) : StageCondition
    {
        /// <inheritdoc/>
        public override string Code => "consent:" + Purpose;
    }
}

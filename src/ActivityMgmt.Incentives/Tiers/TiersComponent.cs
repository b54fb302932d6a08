namespace ActivityMgmt.Incentives;

/// <summary>Which figures a scale is applied to.</summary>
internal enum TierScope
{
    /// <summary>Once, to the whole quarter's figure: reaching a band counts back to the first unit.</summary>
    PeriodRetroactive,

    /// <summary>To the running total of the calendar year; what the total up to the quarter's first day paid is subtracted.</summary>
    PeriodIncremental,

    /// <summary>To each line of the components it reads.</summary>
    Transaction,
}

/// <summary>Pays by bands: one line a quarter.</summary>
internal sealed class TiersComponent : PayComponent
{
    /// <summary>The measure it pays on; <see langword="null"/> when it pays on <see cref="Components"/>.</summary>
    public required MeasureId? Measure { get; init; }

    /// <summary>The components whose earned lines it sums; empty when it pays on a measure.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    public required TierScope Scope { get; init; }

    public required TierScale Scale { get; init; }

    /// <summary>Multiplies the result; <see langword="null"/> for none.</summary>
    public required FactorTable? Times { get; init; }

    /// <summary>Without it nothing is due; <see langword="null"/> for none.</summary>
    public required Expression? When { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> DependsOn => Components;

    /// <inheritdoc/>
    public override ComponentResult Calculate(PayRun run) => new TiersCalculation(this, run).Calculate();
}

/// <summary>A factor by bands of a measure.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="By">The measure that is looked up.</param>
/// <param name="Scale">The factors.</param>
/// <param name="WithoutData">The factor that the document declares for an absent measure; <see langword="null"/> when the line is undecided then.</param>
internal sealed record FactorTable(string Name, MeasureId By, BandScale Scale, decimal? WithoutData);

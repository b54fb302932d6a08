namespace ActivityMgmt.Incentives;

/// <summary>What a later correction of a fact does to a component's closed periods.</summary>
internal enum CorrectionMode
{
    /// <summary>The period in which the correction happens takes it; earlier periods stay as they were.</summary>
    NetInCurrent,

    /// <summary>The period of origin is recomputed with what is known now; the difference is adjusted in the open period.</summary>
    RecomputeOrigin,
}

/// <summary>A part of a pay plan. Each kind has a folder of its own with its definition, its document form and its calculation.</summary>
internal abstract class PayComponent
{
    /// <summary>Its id in the plan.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people; its id where the document gives none.</summary>
    public required ComponentName Name { get; init; }

    /// <summary>What a later correction does.</summary>
    public required CorrectionMode Corrections { get; init; }

    /// <summary>The components whose lines it reads.</summary>
    public virtual IReadOnlyList<string> DependsOn => [];

    /// <summary>Works out an agent's lines.</summary>
    public abstract ComponentResult Calculate(PayRun run);
}

/// <summary>What a component gives an agent.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="KeptOut">Facts but for which there would be one more earned or undecided line; who sums the lines names them as well.</param>
internal sealed record ComponentResult(IReadOnlyList<StatementLine> Lines, IReadOnlyList<FactReference> KeptOut);

namespace ActivityMgmt.Incentives;

/// <summary>One line of a statement: what is due for what, how it was worked out, and the facts behind it.</summary>
public sealed record StatementLine
{
    /// <summary>The line's id, stable over recalculations: the component, and what it pays for, such as <c>first-year-commission/P100/crm/R200</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the component in the plan.</summary>
    public required string Component { get; init; }

    /// <summary>What became of it.</summary>
    public required LineOutcome Outcome { get; init; }

    /// <summary>
    /// Gross, in the statement's currency, rounded once as the plan says; zero when not earned, what would be due when held, and
    /// <see langword="null"/> when it can't be told.
    /// </summary>
    public required Money? Amount { get; init; }

    /// <summary>Why the outcome is what it is.</summary>
    public required Reason Reason { get; init; }

    /// <summary>How the amount was worked out, step by step: inputs, rate source, band pieces, factor, rounding; and everything that a held line waits for.</summary>
    public required IReadOnlyList<Reason> Trace { get; init; }

    /// <summary>The facts behind the line, complete: removing one of them changes the line, removing any other fact doesn't.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Whether every member is the same.</summary>
    public bool Equals(StatementLine? other) => other is not null
        && Id == other.Id && Component == other.Component && Outcome == other.Outcome && Amount == other.Amount
        && Reason.Equals(other.Reason) && Trace.SequenceEqual(other.Trace) && Evidence.Equals(other.Evidence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Outcome, Amount);
}

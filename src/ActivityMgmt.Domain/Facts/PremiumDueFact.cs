namespace ActivityMgmt.Domain;

/// <summary>A premium the insurer asks for (应收). <see cref="Fact.Date"/> is the due date.</summary>
public sealed record PremiumDueFact : Fact
{
    private readonly Money _amount;

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PremiumDue;

    /// <summary>The policy.</summary>
    public required PolicyId Policy { get; init; }

    /// <summary>The policy year it is for, from 1.</summary>
    public required int PolicyYear { get; init; }

    /// <summary>What is asked for; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public required Money Amount
    {
        get => _amount;
        init => _amount = value.Amount >= 0m ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A premium due is not negative.");
    }

    /// <summary>The last day of grace, included; <see langword="null"/> when the host leaves it to the measure's grace rule.</summary>
    public LocalDate? GraceEndsOn { get; init; }
}

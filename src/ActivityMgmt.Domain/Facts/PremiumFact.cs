namespace ActivityMgmt.Domain;

/// <summary>Which way premium went.</summary>
public enum PremiumKind
{
    /// <summary>The customer paid.</summary>
    Collected,

    /// <summary>The insurer paid it back.</summary>
    Refunded,
}

/// <summary>Premium collected or refunded. <see cref="Fact.Date"/> is the day it was booked.</summary>
public sealed record PremiumFact : Fact
{
    private readonly Money _amount;

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Premium;

    /// <summary>The policy.</summary>
    public required PolicyId Policy { get; init; }

    /// <summary>Collected or refunded.</summary>
    public required PremiumKind Premium { get; init; }

    /// <summary>Which policy year it pays for; 1 is the first.</summary>
    public required int PolicyYear { get; init; }

    /// <summary>What part of the premium it is. <value>Default: the main policy's.</value></summary>
    public PremiumPart Part { get; init; }

    /// <summary>The day it was due; <see langword="null"/> when the source doesn't say.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>How much, not negative in both directions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative: a refund is a fact of its own, not a negative premium.</exception>
    public required Money Amount
    {
        get => _amount;
        init
        {
            // Not ThrowIfNegative: it takes the decimal -0.00 for negative.
            _amount = value.Amount >= 0m
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "A premium is not negative; a refund is a fact of its own.");
        }
    }

    /// <summary>The amount with its direction: positive when collected, negative when refunded.</summary>
    public Money SignedAmount => Premium == PremiumKind.Refunded ? -Amount : Amount;
}

namespace ActivityMgmt.Domain;

/// <summary>A policy's master data. <see cref="Fact.Date"/> is the day of submission (预收).</summary>
public sealed record PolicyFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Policy;

    /// <summary>The policy.</summary>
    public required PolicyId Policy { get; init; }

    /// <summary>The agent who sold it; stays the seller when others service it later. Further sellers are <see cref="PolicyRoleFact"/>s.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The policyholder; <see langword="null"/> when unknown.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The product's code.</summary>
    public required string Product { get; init; }

    /// <summary>For how many years premium is paid, as it was sold; 1 for a single or one-year premium. A later change is told by its <see cref="PolicyEventFact"/>.</summary>
    public required int PaymentYears { get; init; }

    /// <summary>How premium is paid. <value>Default: once a year.</value></summary>
    public PaymentMode PaymentMode { get; init; }

    /// <summary>The main policy that this rider (附加险) belongs to; <see langword="null"/> for a main policy (主险).</summary>
    public PolicyId? RiderOf { get; init; }

    /// <summary>The sales channel's code; <see langword="null"/> when unknown.</summary>
    public string? Channel { get; init; }

    /// <summary>The premium of one policy year, as it was sold. A later change is told by its <see cref="PolicyEventFact"/>; <see cref="PolicyState.AnnualPremium"/> is that of a day.</summary>
    public required Money AnnualPremium { get; init; }

    /// <summary>The day underwriting accepted it (承保); <see langword="null"/> while it is pending.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>The day cover begins (生效); policy years count from here; <see langword="null"/> while it is pending, or where the source tells only the issue: cover then begins with it, and policy years are not known.</summary>
    public LocalDate? EffectiveOn { get; init; }
}

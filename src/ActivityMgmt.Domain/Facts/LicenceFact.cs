using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>A practice certificate (执业证) of an agent. <see cref="Fact.Date"/> is its first day, included; a renewal is a fact of its own.</summary>
public sealed record LicenceFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Licence;

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The certificate's number; <see langword="null"/> when the source has none.</summary>
    public string? Number { get; init; }

    /// <summary>Its last day, included; <see langword="null"/> while no end is known.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>First and last day, both included: <c>2026-01-01/2028-12-31</c>, or <c>2026-01-01/..</c> while no end is known.</summary>
    public string Validity => $"{LocalDatePattern.Iso.Format(Date)}/{(Until is { } until ? LocalDatePattern.Iso.Format(until) : "..")}";

    /// <summary>Whether it is valid on a day.</summary>
    public bool IsValidOn(LocalDate date) => Date <= date && !(Until < date);
}

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

    /// <summary>What it permits to sell, as a code such as <c>life</c>, <c>annuity</c>, <c>investment-linked</c>; <see langword="null"/>: everything. Several scopes are several facts.</summary>
    public string? Scope { get; init; }

    /// <summary>Where it is valid, as a code such as <c>CN-SH</c>; <see langword="null"/>: everywhere the company is.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Its last day, included; <see langword="null"/> while no end is known.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>First and last day, both included: <c>2026-01-01/2028-12-31</c>, or <c>2026-01-01/..</c> while no end is known.</summary>
    public string Validity => $"{LocalDatePattern.Iso.Format(Date)}/{(Until is { } until ? LocalDatePattern.Iso.Format(until) : "..")}";

    /// <summary>Whether it permits selling something: it has no scope, or this one.</summary>
    public bool Permits(string scope) => Scope is null || Scope == scope;

    /// <summary>Whether it is valid somewhere: it has no jurisdiction, or this one, or one that holds it: one of <c>CN</c> is valid in <c>CN-SH</c>, not the other way round.</summary>
    public bool IsValidIn(string jurisdiction)
    {
        ArgumentNullException.ThrowIfNull(jurisdiction);
        return Jurisdiction is null || Jurisdiction == jurisdiction || jurisdiction.StartsWith(Jurisdiction + "-", StringComparison.Ordinal);
    }

    /// <summary>Whether it is valid on a day.</summary>
    public bool IsValidOn(LocalDate date) => Date <= date && !(Until < date);
}

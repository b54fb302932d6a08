namespace ActivityMgmt.Domain;

/// <summary>A revision of a fact never gets other content; a correction is a higher revision.</summary>
/// <param name="Fact">The fact that came again with other content.</param>
public sealed record ARevisionKeepsItsContentRule(FactReference Fact) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("facts.conflict", ("fact", Fact.ToString()));
}

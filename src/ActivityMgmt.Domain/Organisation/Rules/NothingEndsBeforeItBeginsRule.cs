namespace ActivityMgmt.Domain;

/// <summary>A contract, assignment, place, relation or leave ends on its first day or later; one that was called off before it began ends on the day before, and holds no day.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day, before the first one.</param>
public sealed record NothingEndsBeforeItBeginsRule(FactReference Fact, LocalDate First, LocalDate Last) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.ends-before-it-begins",
        ("fact", Fact.ToString()),
        ("first", First),
        ("last", Last));
}

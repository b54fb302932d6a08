namespace ActivityMgmt.Domain;

/// <summary>Something in the organisation that can't be, or shouldn't: the rule that says so, and on which days.</summary>
/// <param name="Severity">Whether it can't be (block) or shouldn't (warn).</param>
/// <param name="Rule">The rule, with the values.</param>
/// <param name="Subject">Whom or what it concerns: with the rule's type, what makes two clashes the same one on other days.</param>
/// <param name="Days">The days.</param>
internal sealed record Clash(Severity Severity, IBusinessRule Rule, string Subject, DateSpan Days);

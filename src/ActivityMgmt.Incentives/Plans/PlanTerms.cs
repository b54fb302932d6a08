namespace ActivityMgmt.Incentives;

/// <summary>What holds for all components of a plan.</summary>
internal sealed record PlanTerms(string Currency, string? Jurisdiction, Rounding Rounding, Expression? Eligible);

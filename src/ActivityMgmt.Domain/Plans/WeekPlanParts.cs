namespace ActivityMgmt.Domain;

/// <summary>Something a week needs besides time: brochures, a room, a colleague.</summary>
/// <param name="Code">What, as a code.</param>
/// <param name="Amount">How many.</param>
public sealed record PlanResource(string Code, decimal Amount);

/// <summary>Money that a week may spend for one purpose, such as a campaign.</summary>
/// <param name="Code">The line's code, which activities name.</param>
/// <param name="Amount">How much may be spent in the week.</param>
public sealed record BudgetLine(string Code, Money Amount)
{
    /// <summary>What all weeks of everybody together may spend on it; <see langword="null"/> when only the week is limited.</summary>
    public CampaignBudget? Campaign { get; init; }
}

/// <summary>Money that a campaign may spend over all weeks of everybody that name its code as budget line.</summary>
/// <param name="Amount">How much may be spent.</param>
/// <param name="Days">First to last day of the campaign, both included; only costs of these days count.</param>
public sealed record CampaignBudget(Money Amount, DateInterval Days);

/// <summary>A customer segment that a week is meant for.</summary>
/// <param name="Segment">The segment's code, as in <see cref="CustomerFact.Segment"/>.</param>
/// <param name="Contacts">How many customers of it are to be met or called.</param>
public sealed record TargetSegment(string Segment, int Contacts);

/// <summary>What a plan takes for granted of its market, so that it can be looked at again when it turns out otherwise.</summary>
/// <param name="Code">What is assumed, as a code such as <c>interest-rate</c>.</param>
/// <param name="Value">The assumed value.</param>
/// <param name="Source">Who says so.</param>
public sealed record MarketAssumption(string Code, Quantity Value, string Source);

/// <summary>Who settled something about a week, when and why.</summary>
/// <param name="State">The state that the week has since.</param>
/// <param name="By">Who.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
public sealed record WeekPlanDecision(WeekPlanState State, ActorId By, LocalDate On, Reason Reason);

/// <summary>An activity that was planned and called off.</summary>
/// <param name="Activity">The activity as it was planned last.</param>
/// <param name="By">Who called it off.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
public sealed record CalledOffActivity(PlannedActivity Activity, ActorId By, LocalDate On, Reason Reason)
{
    /// <summary>Whether the week was agreed then. What was called off while the week was a draft binds nobody and is not counted as planned.</summary>
    public bool WasAgreed { get; init; }
}

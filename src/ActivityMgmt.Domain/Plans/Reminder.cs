namespace ActivityMgmt.Domain;

/// <summary>Something somebody should be reminded of, as data: the host delivers it, in its own words and on its own channel.</summary>
public sealed record Reminder
{
    /// <summary>A stable id: the same reminder found again has the same one, so a host delivers it once.</summary>
    public required string Id { get; init; }

    /// <summary>Who is to be reminded.</summary>
    public required AgentId For { get; init; }

    /// <summary>The day on which it is due; it may have passed.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>What and why: <c>reminder.cadence-step</c>, <c>reminder.next-touch</c>, <c>reminder.work-open</c>, <c>reminder.entry-missing</c>, <c>reminder.decision-due</c> or <c>reminder.decision-overdue</c>, with its values.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The customer it is about; <see langword="null"/> when about none.</summary>
    public CustomerId? Customer { get; init; }
}

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>Facts, deliveries and calls that say only what matters for a test.</summary>
internal static class Some
{
    public static readonly CallContext Call = new(new("branch-1"), CallContext.SystemActor);

    public static readonly CallContext OtherTenant = new(new("branch-2"), CallContext.SystemActor);

    public static ActivityFact Visit(string id, int revision = 1, string outcome = "success", string source = "crm") => new()
    {
        Origin = new(source, id, revision),
        Date = new(2026, 7, 1),
        Agent = new("E1001"),
        Activity = "interview",
        Outcome = outcome,
        StartedAt = Instant.FromUtc(2026, 7, 1, 2, 30),
        Minutes = 5,
    };

    public static FactDelivery Delivery(LocalDate on, params Fact[] facts) => new()
    {
        Name = $"crm-{on.Year:0000}-{on.Month:00}-{on.Day:00}",
        DeliveredOn = on,
        Source = "crm",
        Facts = [.. facts.Select(f => new IncomingFact(f))],
    };

    public static FactDelivery Complete(LocalDate on, params Fact[] facts) => Delivery(on, facts) with { CompleteKinds = [FactKind.Activity] };

    public static PublishedDocument Plan(int version, LocalDate from, LocalDate? to, string text = "{}", string id = "agency-quarter") => new()
    {
        Kind = DocumentKinds.PayPlan,
        Id = id,
        Version = version,
        EffectiveFrom = from,
        EffectiveTo = to,
        Text = text,
    };
}

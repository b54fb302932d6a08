namespace ActivityMgmt.Kpi.Tests;

public class GateTests
{
    private static readonly PolicyFact Policy = Facts.Policy("P1", "2026-06-20", issued: "2026-06-25", effective: "2026-06-26");

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)] // first day counts
    [InlineData("2026-07-31", 1)] // last day counts
    [InlineData("2026-08-01", 0)]
    public void A_policy_counts_on_the_day_its_last_gate_opens(string passed, int expected) => Assert.Equal(expected, Count(
        "\"receipt-returned\", \"callback-passed\"", Facts.Event("P1", "2026-06-28", PolicyEventKind.ReceiptReturned), Facts.Event("P1", passed, PolicyEventKind.CallbackPassed)));

    [Fact]
    public void A_policy_with_a_gate_still_closed_does_not_count() => Assert.Equal(0m, Count(
        "\"receipt-returned\", \"callback-passed\"", Facts.Event("P1", "2026-07-02", PolicyEventKind.ReceiptReturned)));

    [Fact]
    public void A_gate_that_opened_before_the_counting_date_changes_nothing() => Assert.Equal(1m, Kpis.Value(Kpis.Read(
        """ "kind": "count", "facts": "policy", "countedOn": "issued", "gates": ["callback-passed"] """,
        Policy with { IssuedOn = Facts.Day("2026-07-01") },
        Facts.Event("P1", "2026-06-28", PolicyEventKind.CallbackPassed))));

    [Fact]
    public void The_gates_that_opened_are_evidence()
    {
        var (receipt, passed) = (Facts.Event("P1", "2026-07-02", PolicyEventKind.ReceiptReturned), Facts.Event("P1", "2026-07-09", PolicyEventKind.CallbackPassed));

        var reading = Kpis.Read(""" "kind": "count", "facts": "policy", "countedOn": "issued", "gates": ["receipt-returned", "callback-passed"] """, Policy, receipt, passed);

        Assert.Equal([Policy.Reference, receipt.Reference, passed.Reference], Assert.IsType<Reading.Measured>(reading).Evidence.Facts);
    }

    // X1 for premium: the same 1,000 counts when it was collected, or when its policy was issued as well.
    [Theory]
    [InlineData("collected", "2026-06-20", 0)]
    [InlineData("issued", "2026-06-20", 1000)]
    [InlineData("issued", "2026-07-20", 1000)] // premium collected after the issue counts on its own date
    [InlineData("issued", "2026-08-20", 0)]
    public void Premium_counts_on_the_later_of_its_own_date_and_the_declared_one(string countedOn, string collected, int expected) => Assert.Equal(expected, Kpis.Value(Kpis.Read(
        $$""" "kind": "sum", "facts": "premium", "countedOn": "{{countedOn}}", "gates": [], "of": "amount" """,
        Policy with { IssuedOn = Facts.Day("2026-07-05") },
        Facts.Premium("P1", collected))));

    [Fact]
    public void Premium_of_a_policy_nobody_knows_counts_only_where_nothing_is_asked_of_the_policy()
    {
        Assert.Equal(1000m, Branch(""" "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "of": "amount" """));
        Assert.Equal(0m, Branch(""" "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": ["receipt-returned"], "of": "amount" """));
    }

    private static decimal Branch(string members) => Kpis.Value(
        Kpis.Open(Kpis.Document([Kpis.Measure("m", members)]), Facts.Premium("P9", "2026-07-01")).Read(new("m"), Subject.Branch("B1"), Kpis.July));

    private static decimal Count(string gates, params Fact[] events) =>
        Kpis.Value(Kpis.Read($$""" "kind": "count", "facts": "policy", "countedOn": "issued", "gates": [{{gates}}] """, [Policy, .. events]));
}

using ActivityMgmt.Kpi;

namespace ActivityMgmt.Incentives.Tests.Tiers;

/// <summary>What pays on a measure follows the measure: its shares, its counting date and its gates. The readings are those of the KPI engine.</summary>
public class MeasuredPayTests
{
    private static readonly Fact[] Sellers = [Some.AgentFact(), Some.Assignment(), Some.AgentFact("E2"), Some.Assignment("B", "E2")];

    [Theory] // one policy of 10,000 sold 50/50, 10 %
    [InlineData(", \"shares\": true", 500, 500)]
    [InlineData("", 1_000, 0)]
    public void Two_sellers_are_paid_by_their_shares_of_one_policy_when_the_measure_says_so(string shares, decimal first, decimal second)
    {
        var statements = Pay($$""" "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": []{{shares}}, "of": "amount" """, Some.Q3, [.. Some.Sold(), Half(Some.E1), Half("E2")]);

        Assert.Equal([("E1", first), ("E2", second)], statements.Select(s => (s.Agent.Value, s.Total.Amount)));
        Assert.Equal(1_000m, statements.Sum(s => s.Total.Amount)); // the shares sum to one
    }

    [Theory] // X1
    [InlineData("collected", "2026Q4")]
    [InlineData("issued", "2026Q4")]
    [InlineData("effective", "2027Q1")]
    public void It_pays_in_the_quarter_of_the_measure_s_counting_date(string countedOn, string expected)
    {
        Fact[] facts = [Some.Policy(submitted: "2026-10-20", issued: "2026-11-02", effective: "2027-01-01"), Some.Premium(on: "2026-10-20")];
        var measure = $$""" "kind": "sum", "facts": "premium", "countedOn": "{{countedOn}}", "gates": [], "of": "amount" """;

        var paid = ((string[])["2026Q3", "2026Q4", "2027Q1"]).Where(q => Pay(measure, Quarter.Parse(q), facts)[0].Total == Some.Cny(1_000m));

        Assert.Equal([expected], paid);
    }

    [Theory]
    [InlineData("2026-09-30", 1_000)] // last day
    [InlineData("2026-10-01", 0)]
    public void A_gate_of_the_measure_that_opens_after_the_quarter_keeps_the_pay_out_of_it(string receipt, decimal expected) =>
        Assert.Equal(expected, Pay(
            """ "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": ["receipt-returned"], "of": "amount" """,
            Some.Q3,
            [.. Some.Sold(), Some.Event(PolicyEventKind.ReceiptReturned, receipt)])[0].Total.Amount);

    private static IReadOnlyList<Statement> Pay(string measure, Quarter quarter, Fact[] facts)
    {
        var readings = new KpiEngine().Open(FactBook.Of([.. Sellers, .. facts]), Plans.Text(
            $$"""
            { "id": "kpis", "version": 1, "effective": "2020-01-01/..", "currency": "CNY", "funnel": [],
              "measures": [ { "id": "premium", "name": { "en": "premium", "zh": "保费" }, {{measure}} } ] }
            """, DocumentKinds.Kpis), Calendars.Default);
        var plan = PayPlan.Read(Plans.Document("""
            { "id": "bonus", "kind": "tiers", "measure": "premium", "scope": "period-retroactive", "shape": "slab", "bounds": "[a,b)", "gap": "refuse", "corrections": "net-in-current", "bands": [ { "from": 0, "rate": 0.1 } ] }
            """), readings.Measures);
        return new PayCalculation(readings, plan, FiscalCalendars.Gregorian).CalculateAll(quarter);
    }

    private static PolicyRoleFact Half(string agent) => new()
    {
        Origin = new("crm", "seller-" + agent),
        Date = Some.Day("2026-07-01"),
        Policy = new("P1"),
        Role = PolicyRole.Seller,
        Agent = new(agent),
        Share = 0.5m,
    };
}

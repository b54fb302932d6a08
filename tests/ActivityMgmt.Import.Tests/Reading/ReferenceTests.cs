namespace ActivityMgmt.Import.Tests;

public class ReferenceTests
{
    private const string Customers = """
        { "file": "customers.csv", "fact": "customer", "columns": { "customer": "cust", "owner": "owner",
            "segment": { "column": "segment", "codes": { "N": "new" } }, "date": "since" } }
        """;

    private const string Policies = """
        { "file": "policies.csv", "fact": "policy", "columns": { "policy": "pol", "agent": "emp", "customer": "cust", "product": { "constant": "WL20" },
            "paymentYears": { "constant": 20 }, "annualPremium": "premium", "date": "on" } }
        """;

    private const string Premiums = """
        { "file": "premiums.csv", "fact": "premium", "id": ["row"], "columns": { "policy": "pol", "premium": { "constant": "collected" },
            "policyYear": { "constant": "1" }, "amount": "amount", "date": "on" } }
        """;

    private static Export Book(string customers = "C1,E1,N,2026-01-01\n", string policies = "P1,E1,C1,12000.00,2026-02-01\n", string premiums = "R1,P1,12000.00,2026-02-02\n") =>
        Export.WithActivities("")
            .Mapping(Premiums, Policies, Customers, Export.AgentFile)
            .File("customers.csv", "cust,owner,segment,since\n" + customers)
            .File("policies.csv", "pol,emp,cust,premium,on\n" + policies)
            .File("premiums.csv", "row,pol,amount,on\n" + premiums);

    [Fact]
    public void Files_of_one_delivery_may_refer_to_each_other_in_any_order()
    {
        using var book = Book();

        Assert.Empty(book.Read().Rejects);
        Assert.Equal(Money.Of(12000m, "CNY"), Assert.Single(book.Facts().OfType<PremiumFact>()).Amount);
    }

    [Theory]
    [InlineData("C1,E9,N,2026-01-01\n", "P1,E1,,1,2026-02-01\n", "R1,P1,1,2026-02-02\n", "customers.csv", "owner", "unknown-agent")]
    [InlineData("", "P1,E1,C9,1,2026-02-01\n", "", "policies.csv", "cust", "unknown-customer")]
    [InlineData("", "", "R1,P9,1,2026-02-02\n", "premiums.csv", "pol", "unknown-policy")]
    [InlineData("", "P1,E1,,-1,2026-02-01\n", "", "policies.csv", "premium", "negative-amount")]
    [InlineData("", "P1,E1,,1.5.2,2026-02-01\n", "", "policies.csv", "premium", "wrong-number")]
    public void A_reference_to_nothing_is_rejected(string customers, string policies, string premiums, string file, string column, string code)
    {
        using var book = Book(customers, policies, premiums);

        var reject = Assert.Single(book.Read().Rejects);

        Assert.Equal((new SourcePlace(file, 2, column), code), (reject.Place, reject.Code));
    }

    [Fact]
    public void What_the_store_knows_may_be_referred_to()
    {
        using var book = Book("", "P1,E7,C7,1,2026-02-01\n", "R1,P7,1,2026-02-02\n");

        Assert.Equal(3, book.Read().Rejects.Count);
        Assert.Empty(book.Read(new() { Agents = [new("E7")], Customers = [new("C7")], Policies = [new("P7")] }).Rejects);
    }

    [Fact]
    public void An_earlier_delivery_may_be_referred_to_a_later_one_not()
    {
        using var export = Export.WithActivities("")
            .Head("deliveries = \"folders-by-date\"; deliveredOn =")
            .File("2026-07-05/agents.csv", "emp_no,name,join_date\nE1,Li Wei,2024-01-01\n")
            .File("2026-07-12/agents.csv", "emp_no,name,join_date\nE2,Wang Fang,2026-07-06\n")
            .File("2026-07-12/activities.csv", Export.ActivityHeader + "A2,E1,TEL,2026/07/06 08:30,30\n")
            .File("2026-07-05/activities.csv", Export.ActivityHeader + "A1,E2,TEL,2026/07/04 08:30,30\n");

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Equal((new SourcePlace("2026-07-05/activities.csv", 2, "emp_no"), "unknown-agent"), (reject.Place, reject.Code));
        Assert.Equal("agents.csv", reject.Reason["file"].Text);
    }

    [Theory]
    [InlineData("C1,E1,?,2026-01-01\n", "unknown-code")]
    [InlineData("C1,E1,N,2026-01-01,one too many\n", "broken-row")]
    public void What_hangs_on_a_rejected_row_is_rejected_with_it_and_tolerated_with_it(string customers, string code)
    {
        using var tolerant = Book(customers).Head($"tolerate = [\"{code}\"]");
        using var strict = Book(customers);

        var result = tolerant.Read();

        Assert.Equal([code, "rejected-reference", "rejected-reference"], result.Rejects.Select(r => r.Code));
        Assert.Equal(("customers.csv", "2"), (result.Rejects[1].Reason["file"].Text, result.Rejects[1].Reason["line"].Text));
        Assert.True(result.MayBeStored);
        Assert.DoesNotContain(result.Deliveries[0].Facts, f => f.Fact is PremiumFact or PolicyFact or CustomerFact);
        Assert.All(strict.Read().Rejects, r => Assert.False(r.IsTolerated));
    }

    private const string Chains = """
        { "file": "customers.csv", "fact": "customer", "columns": { "customer": "cust", "referredBy": "by", "date": "since" } },
        { "file": "policies.csv", "fact": "policy", "columns": { "policy": "pol", "agent": { "constant": "E1" }, "product": { "constant": "WL20" }, "riderOf": "main",
            "paymentYears": { "constant": 20 }, "annualPremium": { "constant": "100" }, "date": { "constant": "2026-02-01" } } },
        { "file": "events.csv", "fact": "policy-event", "id": ["pol"], "columns": { "policy": "pol", "event": { "constant": "replaced" }, "replacedBy": "new", "date": { "constant": "2026-03-01" } } }
        """;

    private static Export Chain(string customers = "", string policies = "", string events = "") =>
        Export.WithActivities("")
            .Mapping(Chains, Export.AgentFile)
            .File("customers.csv", "cust,by,since\n" + customers)
            .File("policies.csv", "pol,main\n" + policies)
            .File("events.csv", "pol,new\n" + events);

    [Fact]
    public void A_rider_a_referred_customer_and_a_replaced_policy_may_stand_before_what_they_refer_to()
    {
        using var export = Chain("C1,C2,2026-01-01\nC2,C3,2026-01-01\nC3,,2026-01-01\n", "R1,P1\nP1,\nP2,\n", "P1,P2\n");

        Assert.Empty(export.Read().Rejects);
        Assert.Equal(new PolicyId("P1"), export.Facts().OfType<PolicyFact>().Single(p => p.Policy.Value == "R1").RiderOf);
    }

    [Theory]
    [InlineData("C1,C9,2026-01-01\n", "P1,\n", "", "customers.csv", "by", "unknown-customer")]
    [InlineData("", "R1,P9\n", "", "policies.csv", "main", "unknown-policy")]
    [InlineData("", "P1,\n", "P1,P9\n", "events.csv", "new", "unknown-policy")]
    public void A_rider_a_referred_customer_and_a_replaced_policy_of_nothing_are_rejected(string customers, string policies, string events, string file, string column, string code)
    {
        using var export = Chain(customers, policies, events);

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Equal((new SourcePlace(file, 2, column), code), (reject.Place, reject.Code));
    }

    [Fact]
    public void What_hangs_on_a_rejected_row_of_its_own_kind_is_rejected_with_it_and_nothing_else()
    {
        using var export = Chain("C1,C2,2026-01-01\nC2,C3,2026-01-01\nC3,C9,2026-01-01\nC4,,2026-01-01\n").Head("tolerate = [\"unknown-customer\"]");

        var result = export.Read();

        Assert.Equal([(2, "rejected-reference"), (3, "rejected-reference"), (4, "unknown-customer")], result.Rejects.Select(r => (r.Place.Line, r.Code)));
        Assert.Equal("3", result.Rejects[0].Reason["line"].Text);
        Assert.Equal([new CustomerId("C4")], result.Deliveries[0].Facts.Select(f => f.Fact).OfType<CustomerFact>().Select(c => c.Customer));
    }

    [Fact]
    public void Customers_who_referred_each_other_are_known_to_each_other()
    {
        using var export = Chain("C1,C2,2026-01-01\nC2,C1,2026-01-01\nC3,C3,2026-01-01\n");

        Assert.Empty(export.Read().Rejects);
    }

    [Fact]
    public void A_later_delivery_of_a_main_policy_does_not_count_and_the_store_does()
    {
        using var export = Chain("", "R1,P1\n");

        Assert.Single(export.Read().Rejects);
        Assert.Empty(export.Read(new() { Policies = [new("P1")] }).Rejects);
    }
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class HouseholdTests
{
    [Fact]
    public void Holds_its_members_and_each_policy_that_concerns_one_of_them_once()
    {
        var households = Household.In(Book(
            Customer("C1") with { Household = "H1" }, Customer("C2") with { Household = "H1" }, Customer("C3") with { Household = "H2" }, Customer("C4"),
            Policy("P1", "A1", customer: "C1"), Insured("P1", "C2"), Policy("P2", "A1", customer: "C4"), Insured("P2", "C2"), Policy("P3", "A1", customer: "C4")));

        Assert.Equal(["H1", "H2"], households.Select(h => h.Id));
        Assert.Equal([new CustomerId("C1"), new CustomerId("C2")], households[0].Members);
        Assert.Equal([new PolicyId("P1"), new PolicyId("P2")], households[0].Policies);
        Assert.Empty(households[1].Policies);
    }

    private static PolicyRoleFact Insured(string policy, string customer) =>
        new() { Origin = new("crm", $"{policy}-{customer}"), Date = Day("2026-07-15"), Policy = new(policy), Role = PolicyRole.Insured, Customer = new(customer) };
}

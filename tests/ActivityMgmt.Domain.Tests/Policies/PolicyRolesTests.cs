using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class PolicyRolesTests
{
    private static readonly PolicyFact Sold = Policy("P1", "A1", on: "2026-07-15", customer: "C1");

    [Fact]
    public void Without_facts_everything_is_the_selling_agent_s_and_the_policyholder_s()
    {
        var roles = On("2026-08-01");

        Assert.Equal([new AgentInRole(Id("A1"), 1m, null)], roles.Sellers);
        Assert.Equal((Id("A1"), Id("A1"), Id("A1")), (roles.Servicer.Agent, roles.Payee.Agent, roles.PersistencyOwner.Agent));
        Assert.Equal(new CustomerId("C1"), roles.Applicant);
        Assert.Empty(roles.Findings);
    }

    [Theory]
    [InlineData(0.5, 0.5, true)]
    [InlineData(0.5, 0.4, false)]
    [InlineData(0.5, 0.6, false)]
    public void Shares_that_do_not_sum_to_one_are_found(decimal first, decimal second, bool fits)
    {
        var roles = On("2026-08-01", Seller("A1", first), Seller("A2", second));

        Assert.Equal(first + second, roles.Sellers.Sum(s => s.Share));
        Assert.Equal(fits ? [] : ["policy.shares"], roles.Findings.Select(f => f.Reason.Code));
    }

    [Theory]
    [InlineData("2026-09-30", "A1")]
    [InlineData("2026-10-01", "A2")] // the first day of the role counts
    [InlineData("2026-12-31", "A2")] // and the last one
    [InlineData("2027-01-01", "A1")]
    public void A_role_counts_from_its_first_to_its_last_day(string day, string servicer) => Assert.Equal(
        Id(servicer), On(day, Role(PolicyRole.Servicer, "A2", "2026-10-01") with { Until = Day("2026-12-31") }).Servicer.Agent);

    [Fact]
    public void Of_two_who_have_one_role_the_later_one_counts() => Assert.Equal(
        Id("A3"), On("2026-12-01", Role(PolicyRole.Payee, "A3", "2026-11-01"), Role(PolicyRole.Payee, "A2", "2026-10-01")).Payee.Agent);

    [Fact]
    public void An_orphan_policy_s_receiver_services_it_but_does_not_own_its_persistency()
    {
        var roles = On(
            "2026-12-01",
            Role(PolicyRole.Servicer, "A2", "2026-10-01") with { IsByHandover = true },
            Role(PolicyRole.PersistencyOwner, "A2", "2026-10-01") with { IsByHandover = true });

        Assert.Equal((Id("A2"), Id("A1")), (roles.Servicer.Agent, roles.PersistencyOwner.Agent));
    }

    [Fact]
    public void A_role_of_the_wrong_sort_of_holder_is_found() => Assert.Equal(
        "policy.role-without-holder", Assert.Single(On("2026-12-01", Role(PolicyRole.Insured, "A2", "2026-10-01")).Findings).Reason.Code);

    [Theory]
    [InlineData(PolicyRole.Applicant, true)]
    [InlineData(PolicyRole.Insured, true)]
    [InlineData(PolicyRole.Beneficiary, false)]
    public void A_policy_whose_seller_applied_or_is_insured_is_a_self_purchase(PolicyRole role, bool isOne)
    {
        var own = Joined("A1") with { Customer = new CustomerId("C-A1") };

        var found = OwnPurchases.Self(FactBook.Of([Sold, own, As(role, "C-A1")]), Sold);

        Assert.Equal(isOne ? new CustomerId("C-A1") : null, found?.Customer);
    }

    [Fact]
    public void A_policyholder_who_is_the_seller_is_found_with_the_facts_that_say_so()
    {
        var own = Joined("A1") with { Customer = new CustomerId("C1") };

        Assert.Equal([Sold.Reference, own.Reference], OwnPurchases.Self(FactBook.Of([Sold, own]), Sold)!.Facts);
        Assert.Null(OwnPurchases.Self(FactBook.Of([Sold, Joined("A1")]), Sold));
    }

    [Fact]
    public void Any_contract_of_the_seller_tells_the_own_customer_id()
    {
        var first = Joined("A1", "2024-01-01", "2025-12-31") with { Customer = new CustomerId("C1") };
        var second = Joined("A1", "2026-01-01") with { Origin = new("crm", "A1-2") };

        Assert.Equal([Sold.Reference, first.Reference], OwnPurchases.Self(FactBook.Of([Sold, first, second]), Sold)!.Facts);
    }

    [Theory]
    [InlineData("2026-10-15", true)] // exactly three months
    [InlineData("2026-10-16", false)]
    public void Agents_who_buy_from_each_other_within_so_many_months_are_found(string second, bool isOne)
    {
        var found = OwnPurchases.Mutual(
            FactBook.Of(
            [
                Joined("A1") with { Customer = new CustomerId("C-A1") },
                Joined("A2") with { Customer = new CustomerId("C-A2") },
                Policy("P1", "A1", on: "2026-07-15", customer: "C-A2"),
                Policy("P2", "A2", on: second, customer: "C-A1"),
                Policy("P3", "A2", on: second, customer: "C9"),
            ]),
            withinMonths: 3);

        Assert.Equal(isOne ? [new MutualPurchase(new("P1"), new("P2"), Id("A1"), Id("A2"))] : [], found);
    }

    [Fact]
    public void Mutual_purchases_are_every_pair_of_sales_in_both_directions_in_order_of_the_later_one() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 200], (seller, buyer, day) => (seller, buyer, date: Day("2026-01-01").PlusDays(day))).Array[0, 25].Sample(rows =>
        {
            var sales = rows.Select((r, i) => (Policy: $"P{i:00}", r.seller, r.buyer, r.date)).OrderBy(s => s.date).ThenBy(s => s.Policy, StringComparer.Ordinal).ToArray();

            var found = OwnPurchases.Mutual(
                FactBook.Of(
                [
                    .. Enumerable.Range(0, 4).Select(a => Joined($"A{a}") with { Customer = new CustomerId($"C{a}") }),
                    .. sales.Select(s => Policy(s.Policy, $"A{s.seller}", NodaTime.Text.LocalDatePattern.Iso.Format(s.date), $"C{s.buyer}")),
                ]),
                withinMonths: 3);

            var expected =
                from i in Enumerable.Range(0, sales.Length)
                let later = sales[i]
                from earlier in sales.Take(i)
                where earlier.seller == later.buyer && earlier.buyer == later.seller && earlier.seller != earlier.buyer && later.date <= earlier.date.PlusMonths(3)
                select new MutualPurchase(new(earlier.Policy), new(later.Policy), Id($"A{earlier.seller}"), Id($"A{later.seller}"));
            Assert.Equal(expected, found);
        });

    [Theory]
    [InlineData(PaymentMode.Annual, 1)]
    [InlineData(PaymentMode.SemiAnnual, 2)]
    [InlineData(PaymentMode.Quarterly, 4)]
    [InlineData(PaymentMode.Monthly, 12)]
    [InlineData(PaymentMode.Once, 1)]
    public void An_instalment_is_annualised_by_its_mode(PaymentMode mode, int times) =>
        Assert.Equal(Money.Of(500m * times, "CNY"), AnnualisedPremium.Of(Money.Of(500m, "CNY"), mode));

    [Theory]
    [InlineData(PaymentMode.Monthly, 6000)]
    [InlineData(PaymentMode.Once, 600)] // a tenth of a single premium
    public void The_annual_equivalent_takes_a_tenth_of_single_premium(PaymentMode mode, int expected) =>
        Assert.Equal(Quantity.Of(expected, Unit.Money("CNY")), AnnualisedPremium.Equivalent(Sold with { PaymentMode = mode }));

    private static PolicyRoleFact Seller(string agent, decimal share) => Role(PolicyRole.Seller, agent, "2026-07-15") with { Share = share };

    private static PolicyRoleFact Role(PolicyRole role, string agent, string from) =>
        new() { Origin = new("crm", $"{role}-{agent}"), Date = Day(from), Policy = new("P1"), Role = role, Agent = new(agent) };

    private static PolicyRoleFact As(PolicyRole role, string customer) =>
        new() { Origin = new("crm", $"{role}-{customer}"), Date = Day("2026-07-15"), Policy = new("P1"), Role = role, Customer = new(customer) };

    private static PolicyRoles On(string day, params Fact[] facts) => PolicyRoles.On(FactBook.Of([Sold, .. facts]), Sold, Day(day));
}

using CsCheck;
using NodaTime.Text;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>What is looked up by customer, agent and opportunity is what a look at every fact finds.</summary>
public class FactLookupsTests
{
    private static readonly Gen<LocalDate> AnyDay = Gen.Int[0, 30].Select(d => new LocalDate(2026, 7, 1).PlusDays(d));

    private static readonly Gen<Fact> AnyFact = Gen.Select(Gen.Int[0, 5], AnyDay, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 9]).Select((kind, on, some, other, id) => (Fact)(kind switch
    {
        0 => Customer($"C{some}") with
        {
            Origin = new("crm", $"{some}-{id}"), Date = on, Owner = other == 0 ? null : new AgentId($"A{other}"), ReferredBy = id % 3 == 0 ? new CustomerId($"C{other}") : null, Score = id,
            RefusedContactOn = id == 9 ? on : null,
        },
        1 => Policy($"P{id}", $"A{some}") with { Origin = new("crm", $"{id}-{other}"), Date = on, Customer = other == 0 ? null : new CustomerId($"C{other}"), EffectiveOn = on },
        2 => Event($"P{id}", PolicyEventKind.Surrendered, "2026-07-20") with { Date = on },
        3 => new PolicyRoleFact
        {
            Origin = new("crm", $"{id}-{some}-{other}"), Date = on, Policy = new($"P{id}"), Role = other == 3 ? PolicyRole.Payee : PolicyRole.Servicer, Agent = new($"A{some}"),
            Until = other == 2 ? on.PlusDays(5) : null,
        },
        4 => Stage(on, $"O{some}", id % 2 == 0 ? "proposal" : "name", other == 0 ? null : $"C{other}"),
        _ => Did("A1", id % 2 == 0 ? "interview" : "call", id: $"{on}-{some}-{other}-{id}", customer: other == 0 ? null : $"C{other}", outcome: id > 7 ? "missed" : "success") with
        {
            Date = on, Opportunity = some == 0 ? null : new OpportunityId($"O{some}"),
        },
    }));

    private static readonly Gen<(FactBook Book, LocalDate Day)> AnyBook = Gen.Select(AnyFact.List[1, 60], AnyDay, AnyDay).Select((facts, cut, day) =>
        (FactBook.Of([Joined("A0", left: "2026-07-15"), Joined("A1"), .. facts]).UpTo(cut.PlusDays(10)), day));

    [Fact]
    public void A_profile_counts_the_customers_own_policies_talks_and_referrals() => AnyBook.Sample(
        (book, day) => Assert.All(Ids("C").Select(c => new CustomerId(c)).Where(c => book.Customer(c) is not null), customer =>
        {
            var profile = CustomerProfile.Of(book, customer, day)!;

            Assert.Equal(Policies(book).Count(p => p.Customer == customer && PolicyLifeCycle.On(book, p, day).IsInForce), profile.PoliciesInForce);
            Assert.Equal(book.Activities.LastOrDefault(a => a.Customer == customer && a.Date <= day && a.Outcome != "missed")?.Date, profile.LastTouch);
            Assert.Equal(book.Customers.Count(c => c.ReferredBy == customer && c.Date <= day && ReferenceEquals(book.Customer(c.Customer), c)), profile.Referrals);
        }),
        iter: 200);

    [Fact]
    public void A_list_of_prospects_holds_the_agents_customers_without_a_policy() => AnyBook.Sample(
        (book, day) => Assert.All(Ids("A").Select(Id), agent =>
        {
            var naive = from customer in book.Customers
                        where customer.Owner == agent && customer.Date <= day && ReferenceEquals(book.Customer(customer.Customer), customer)
                        where !book.Policies.Any(p => p.Customer == customer.Customer && p.Date <= day)
                        let talked = book.Activities.Any(a => a.Customer == customer.Customer && a.Date <= day && a.Outcome != "missed")
                        orderby customer.Score descending, customer.Customer.Value
                        select (customer.Customer, !talked || customer.RefusedContactOn <= day);

            Assert.Equal(naive, ProspectList.Of(book, agent, day).Entries.Select(e => (e.Customer, e.IsPrivate)));
        }),
        iter: 200);

    [Fact]
    public void Orphans_are_found_among_all_policies_and_go_to_whoever_services_fewest() => AnyBook.Sample(
        (book, day) =>
        {
            var orphans = OrphanPolicies.Of(book, Id("A0"), 30);

            Assert.Equal(
                Policies(book).Where(p => ServicedBy(book, p, Day("2026-07-15")) == Id("A0") && PolicyLifeCycle.On(book, p, Day("2026-07-15")).IsInForce).Select(p => p.Policy).OrderBy(p => p.Value, StringComparer.Ordinal),
                orphans.Select(o => o.Policy));

            OrphanPolicy one = new(new("P-open"), null, Id("A0"), day, day, null, null);
            var taker = Assert.Single(OrphanPolicies.Propose(book, [one], [Id("A1"), Id("A2"), Id("A3")], day, "library")).Agent!.Value;
            Assert.Equal(new[] { "A1", "A2", "A3" }.MinBy(a => Policies(book).Count(p => ServicedBy(book, p, day) == Id(a))), taker.Value);
        },
        iter: 200);

    [Fact]
    public void A_stages_condition_is_met_by_an_activity_for_the_opportunity_or_with_its_customer() => AnyBook.Sample(
        (book, day) =>
        {
            SalesProcess process = new()
            {
                Id = "with-interview",
                Stages =
                [
                    new() { Id = "name", Probability = 0.1m }, new() { Id = "proposal", Probability = 0.5m, Entry = [new StageCondition.HasActivity("interview")] },
                    new() { Id = "policy", Probability = 1m, Outcome = StageOutcome.Won }, new() { Id = "lost", Probability = 0m, Outcome = StageOutcome.Lost },
                ],
            };

            Assert.All(new Opportunities(process).On(book, day), state => Assert.Equal(
                Naive(book, [.. book.Opportunities.Where(o => o.Opportunity == state.Opportunity && o.Date <= day)]),
                state.Findings.Select(f => f.Reason["date"].Text)));
        },
        iter: 200);

    // The days of the entries into "proposal" before which no interview took place.
    private static IEnumerable<string> Naive(FactBook book, OpportunityFact[] entries) => entries
        .Select((entry, i) => (Entry: entry, Customer: entries[..(i + 1)].LastOrDefault(e => e.Customer is not null)?.Customer))
        .Where(e => e.Entry.Stage == "proposal" && !book.Activities.Any(a =>
            a.Activity == "interview" && a.Outcome != "missed" && a.Date <= e.Entry.Date
            && (a.Opportunity == e.Entry.Opportunity || (a.Customer is not null && a.Customer == e.Customer && a.Date >= entries[0].Date))))
        .Select(e => LocalDatePattern.Iso.Format(e.Entry.Date));

    private static IEnumerable<string> Ids(string kind) => Enumerable.Range(0, 4).Select(i => $"{kind}{i}");

    private static IEnumerable<PolicyFact> Policies(FactBook book) => book.Policies.Where(p => ReferenceEquals(book.Policy(p.Policy), p));

    private static AgentId ServicedBy(FactBook book, PolicyFact policy, LocalDate day) => PolicyRoles.On(book, policy, day).Servicer.Agent;

    private static OpportunityFact Stage(LocalDate on, string opportunity, string stage, string? customer) => new()
    {
        Origin = new("crm", $"{opportunity}-{stage}-{on}"), Date = on, Opportunity = new(opportunity), Agent = new("A1"), Stage = stage,
        Customer = customer is null ? null : new CustomerId(customer),
    };
}

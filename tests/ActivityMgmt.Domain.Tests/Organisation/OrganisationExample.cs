using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.OrganisationFacts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationExample
{
    [Fact]
    public void A_promotion_is_worked_out_looked_at_and_recorded()
    {
        var facts = Book(
            Placed("district", null), Placed("unit", "district"), Joined("Wang"), Assigned("Wang", "district", rank: "S2", leads: true),
            Joined("Li"), Assigned("Li", "unit", rank: "S1", leads: true));

        // docs:start promotion
        var policies = new OrganisationPolicies { Ranks = new("A1", "S1", "S2", "S3"), ProbationMonths = new Dictionary<string, int> { ["S2"] = 3 } };
        var promotion = new PersonnelEvent.Promotion { Agent = new("Li"), Date = new(2026, 7, 1), Rank = "S2" };

        var change = PersonnelChange.Of(facts, promotion, policies, new FactOrigin("hr", "decision-17"));
        var broken = OrganisationRules.Default.BrokenBy(facts, change.Facts); // none: may be recorded
        var after = FactBook.Of([.. facts.All, .. change.Facts]).Organisation;

        var breeder = after.UplineOf(new("Li"), LineageRelation.Bred, new LocalDate(2026, 7, 1)); // Wang
        var changes = after.ChangesIn(new(new(2026, 7, 1), new(2026, 9, 30)), policies.Ranks); // Li was promoted
        // docs:end promotion

        Assert.Empty(broken);
        Assert.Equal(Id("Wang"), breeder);
        Assert.Equal([new OrganisationChange.Promoted(Id("Li"), Day("2026-07-01"), "S1", "S2")], changes);
    }
}

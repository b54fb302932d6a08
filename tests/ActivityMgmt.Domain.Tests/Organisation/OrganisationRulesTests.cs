using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.OrganisationFacts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationRulesTests
{
    private static readonly OrganisationRules Rules = OrganisationRules.Default;

    [Theory]
    [InlineData("2026-07-31", false)] // called off: it holds no day
    [InlineData("2026-07-30", true)]
    public void What_ends_on_the_day_before_it_begins_was_called_off(string until, bool isRefused)
    {
        var book = Book(Joined("A1"), Assigned("A1", "T1"));
        var planned = Assigned("A1", "T2", "2026-08-01", until);

        var broken = Rules.BrokenBy(book, planned);

        Assert.Equal(isRefused ? [new NothingEndsBeforeItBeginsRule(planned.Reference, Day("2026-08-01"), Day(until))] : [], broken);
        Assert.Equal(new TeamId("T1"), FactBook.Of([.. book.All, planned]).Organisation.TeamOf(Id("A1"), Day("2026-08-01")));
    }

    [Fact]
    public void After_changes_that_were_not_refused_nothing_clashes_on_any_day() =>
        AnyOrganisationFact.List[1, 40].Sample(
            proposals =>
            {
                var book = Book();
                var (accepted, refused) = (0, 0);
                foreach (var proposal in proposals)
                {
                    try
                    {
                        book = new OrganisationRules { RefuseGaps = false }.Accept(book, proposal);
                        accepted++;
                    }
                    catch (BrokenRuleException)
                    {
                        refused++;
                    }
                }

                Assert.Equal(proposals.Count, accepted + refused);
                Assert.DoesNotContain(OrganisationReview.Review(book), f => f.Severity == Severity.Block);
                for (var day = NewYear; day < NewYear.PlusDays(100); day = day.PlusDays(9))
                {
                    Assert.All(SomeTeams, t => Assert.DoesNotContain(new TeamId(t), Above(book.Organisation, new(t), day)));
                    Assert.All(SomeAgents, a => Assert.InRange(book.Organisation.AssignmentsOf(Id(a)).Count(x => x.IsInForceOn(day)), 0, 1));
                    Assert.All(SomeAgents, a => Assert.InRange(book.Organisation.ContractsOf(Id(a)).Count(x => x.IsUnderContractOn(day)), 0, 1));
                }
            },
            iter: 150);

    [Fact]
    public void What_is_refused_is_what_the_review_would_find() =>
        Gen.Select(AnyOrganisation, AnyOrganisationFact).Sample(
            (facts, proposal) =>
            {
                var fact = proposal with { Origin = new("proposal", "1") };
                var before = OrganisationReview.Review(FactBook.Of(facts)).Select(f => f.Reason).ToHashSet();

                var broken = Rules.BrokenBy(FactBook.Of(facts), fact).Select(r => r.Reason).ToArray();

                var found = OrganisationReview.Review(FactBook.Of([.. facts, fact])).Select(f => f.Reason).ToHashSet();
                Assert.Subset(found, broken.ToHashSet());
                Assert.DoesNotContain(broken, before.Contains);
            },
            iter: 200);

    [Fact]
    public void A_team_that_would_report_to_itself_is_refused_with_the_way_round_and_the_days()
    {
        var book = Book(Placed("T1", null, until: "2026-06-30"), Placed("T2", "T1"), Placed("T3", "T2", until: "2026-09-30"));

        var refused = Assert.Throws<BrokenRuleException>(() => Rules.Accept(book, Placed("T1", "T3", "2026-07-01")));

        Assert.Equal(new ATeamDoesNotReportToItselfRule(new("T1"), "T1 → T3 → T2 → T1", new(Day("2026-07-01"), Day("2026-09-30"))), refused.Rule);
    }

    [Fact]
    public void A_second_team_at_the_same_time_is_refused_with_both_facts()
    {
        var book = Book(Joined("A"), Assigned("A", "T1", "2024-01-01"));

        var refused = Assert.Throws<BrokenRuleException>(() => Rules.Accept(book, Assigned("A", "T2", "2026-07-01")));

        Assert.Equal(
            new AnAgentHasOneTeamAtATimeRule(
                Id("A"), FactReference.Parse("Assignment:crm/A-2024-01-01@1"), FactReference.Parse("Assignment:crm/A-2026-07-01@1"), new(Day("2026-07-01"), null)),
            refused.Rule);
    }

    [Fact]
    public void A_move_is_one_change_of_two_facts()
    {
        var (book, before) = (Book(Joined("A"), Assigned("A", "T1")), Assigned("A", "T1", until: "2026-06-30"));

        var after = Rules.Accept(book, before with { Origin = before.Origin with { Revision = 2 } }, Assigned("A", "T2", "2026-07-01"));

        Assert.Equal(("T1", "T2"), (after.Organisation.TeamOf(Id("A"), Day("2026-06-30"))!.Value.Value, after.Organisation.TeamOf(Id("A"), Day("2026-07-01"))!.Value.Value));
    }

    [Fact]
    public void Nobody_becomes_their_own_upline()
    {
        var book = Book(Joined("A"), Joined("B"), Joined("C"), Recruited("B", "A"), Recruited("C", "B", until: "2026-12-31"));

        var refused = Assert.Throws<BrokenRuleException>(() => Rules.Accept(book, Recruited("A", "C", "2026-07-01")));

        Assert.Equal(new NobodyIsTheirOwnUplineRule(Id("A"), LineageRelation.Recruited, "A → C → B → A", new(Day("2026-07-01"), Day("2026-12-31"))), refused.Rule);
        Assert.Empty(Rules.BrokenBy(book, Bred("A", "C", "2026-07-01"))); // the other lineage is another relation
    }

    [Theory]
    [InlineData(true, "AnAgentUnderContractHasATeamRule")]
    [InlineData(false, null)]
    public void A_gap_is_refused_unless_the_rules_say_otherwise(bool refuseGaps, string? rule) =>
        Assert.Equal(rule, (Rules with { RefuseGaps = refuseGaps }).BrokenBy(Book(), Joined("A")).Select(r => r.GetType().Name).SingleOrDefault());

    [Fact]
    public void An_assignment_outside_the_contract_is_refused_with_the_days_outside()
    {
        var book = Book(Joined("A", "2026-02-01", "2026-06-30"), Assigned("A", "T1", "2026-02-01", "2026-06-30"));

        var broken = Rules.BrokenBy(book, Assigned("A", "T1", "2026-01-15", "2026-01-31"), Assigned("A", "T2", "2026-07-01", "2026-07-31"));

        Assert.Equal(
            [
                new AnAssignmentNeedsAContractRule(Id("A"), new("T1"), new(Day("2026-01-15"), Day("2026-01-31"))),
                new AnAssignmentNeedsAContractRule(Id("A"), new("T2"), new(Day("2026-07-01"), Day("2026-07-31"))),
            ],
            broken);
    }

    [Fact]
    public void What_clashed_before_is_not_held_against_a_change_that_clears_up_a_part_of_it()
    {
        var book = Book(Joined("A"), Assigned("A", "T1", "2026-01-01"), Assigned("A", "T2", "2026-03-01"));
        var shorter = Assigned("A", "T1", "2026-01-01", "2026-03-31") with { Origin = new("crm", "A-2026-01-01", 2) };

        Assert.Empty((Rules with { RefuseGaps = false }).BrokenBy(book, shorter));
        Assert.Single((Rules with { RefuseGaps = false }).BrokenBy(book, Assigned("A", "T3", "2026-02-01", "2026-02-02"))); // new days clash
    }

    private static List<TeamId> Above(Organisation organisation, TeamId team, LocalDate day)
    {
        var above = new List<TeamId>();
        for (var next = organisation.ParentOf(team, day); next is { } t && above.Count < 10; next = organisation.ParentOf(t, day))
        {
            above.Add(t);
        }

        return above;
    }
}

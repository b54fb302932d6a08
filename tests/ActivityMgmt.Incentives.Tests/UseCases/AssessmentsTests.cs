namespace ActivityMgmt.Incentives.Tests.UseCases;

public class AssessmentsTests
{
    private const string Rules = """
        { "id": "rules", "version": 1, "effective": "2026-01-01/..", "ranks": ["A1", "A2"], "endAfterMisses": 2,
          "rules": [ { "rank": "A2", "maintain": { "conditions": [ { "measure": "cases", "lookBack": 3, "atLeast": 3 } ] } } ] }
        """;

    private static readonly CallContext Manager = new(new("t"), new("m.li"));

    private readonly InMemoryFacts _facts = new(Some.Book(Some.Sold()));
    private readonly InMemoryRepository<RankProposal> _proposals = new();

    [Fact]
    public async Task A_decided_proposal_stays_and_a_waiting_one_follows_the_facts()
    {
        var first = Assert.Single(await Assessments().AssessAsync(Manager, Some.Q3).OrThrow());
        Assert.Equal(RankOutcome.Demote, first.Outcome);

        _facts.Book = Some.Book([.. Some.Sold("P1"), .. Some.Sold("P2"), .. Some.Sold("P3")]);
        var second = Assert.Single(await Assessments().AssessAsync(Manager, Some.Q3).OrThrow());
        Assert.Equal(RankOutcome.Maintain, second.Outcome);

        await Assessments().ConfirmAsync(Manager, second.Key, "As the figures say.", new(2026, 10, 5)).OrThrow();
        _facts.Book = Some.Book();
        Assert.Equal((RankOutcome.Maintain, ProposalStatus.Confirmed), Assert.Single(await Assessments().AssessAsync(Manager, Some.Q3).OrThrow()) is var p ? (p.Outcome, p.Status) : default);
    }

    [Fact]
    public async Task What_is_proposed_brought_up_to_date_and_decided_is_told_once()
    {
        await Assessments().AssessAsync(Manager, Some.Q3).OrThrow();
        await Assessments().AssessAsync(Manager, Some.Q3).OrThrow();
        _facts.Book = Some.Book([.. Some.Sold("P1"), .. Some.Sold("P2"), .. Some.Sold("P3")]);
        await Assessments().AssessAsync(Manager, Some.Q3).OrThrow();
        await Assessments().DeclineAsync(Manager, "2026Q3/E1", "Wait for the audit.", new(2026, 10, 5)).OrThrow();
        await Assessments().AssessAsync(Manager, Some.Q3).OrThrow();

        Assert.Equal(
            [
                new RankProposed("2026Q3/E1", Some.Agent, "A2", "A1", true),
                new RankProposed("2026Q3/E1", Some.Agent, "A2", "A2", false),
                new RankDecided("2026Q3/E1", Some.Agent, false, new("m.li")),
            ],
            _proposals.Events);
    }

    [Fact]
    public async Task The_same_decision_again_changes_nothing_and_another_one_is_refused()
    {
        var on = new LocalDate(2026, 10, 5);
        await Assessments().AssessAsync(Manager, Some.Q3).OrThrow();
        var first = await Assessments().ConfirmAsync(Manager, "2026Q3/E1", "As the figures say.", on).OrThrow();
        var (saves, events) = (_proposals.Saves, _proposals.Events.Count);

        var again = await Assessments().ConfirmAsync(Manager, "2026Q3/E1", "As the figures say.", on).OrThrow();
        var declined = await Assessments().DeclineAsync(Manager, "2026Q3/E1", "As the figures say.", on);
        var byAnother = await Assessments().ConfirmAsync(Manager with { Actor = new("m.wu") }, "2026Q3/E1", "As the figures say.", on);

        Assert.Equal((first, saves, events), (again, _proposals.Saves, _proposals.Events.Count));
        Assert.Equal("assessment.rule.decided-once", Assert.IsType<UseCaseResult<RankProposal>.Refused>(declined).Rule.Reason.Code);
        Assert.Equal("assessment.rule.decided-once", Assert.IsType<UseCaseResult<RankProposal>.Refused>(byAnother).Rule.Reason.Code);
    }

    [Fact]
    public async Task Misses_are_carried_into_the_next_quarter()
    {
        await Assessments().AssessAsync(Manager, Some.Q3).OrThrow();

        Assert.Equal(RankOutcome.End, Assert.Single(await Assessments().AssessAsync(Manager, Some.Q3.Next).OrThrow()).Outcome);
    }

    [Theory]
    [InlineData(3, "2026-06-26", "2026-09-25")]
    [InlineData(4, "2026-09-26", "2026-12-31")]
    public async Task A_company_with_work_months_looks_back_over_its_own_months(int number, string first, string last)
    {
        var proposal = Assert.Single(await Assessments(FiscalCalendars.WorkMonths()).AssessAsync(Manager, new(2026, number)).OrThrow());

        Assert.Equal(($"2026Q{number}", Some.Day(last)), (proposal.Partition, proposal.AsOf));
        Assert.Equal(ReasonValue.Period(new(Some.Day(first), Some.Day(last))), proposal.Details.Single(d => d.Code == "assessment.condition-missed")["period"]);
    }

    private Assessments Assessments(IFiscalCalendar? fiscal = null) =>
        new(_proposals.Edge(), _facts, new InMemoryDocuments(Plans.Text("{}", DocumentKinds.Kpis), Plans.Text(Rules, DocumentKinds.Assessment)), new TestEngine(), _proposals, new TestCalendars(fiscal), OrganisationPolicies.Default);
}

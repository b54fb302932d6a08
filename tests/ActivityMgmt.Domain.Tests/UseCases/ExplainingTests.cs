using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ExplainingTests
{
    private static readonly Subject A1 = Subject.Of(new AgentId("A1"));
    private static readonly FactKey Asked = new(FactKind.Policy, "crm", "P1");
    private readonly Branch _branch = new();

    [Fact]
    public async Task What_the_readings_leave_out_is_handed_on()
    {
        var engine = new ExplainedKpis();

        var result = await Explain(engine);

        Assert.Same(engine.Exclusions, Assert.IsType<UseCaseResult<Exclusions>.Done>(result).Value);
        Assert.Equal([(new MeasureId("cases"), A1, Fiscal(Q3), Asked)], engine.Asked);
        Assert.Equal(4, engine.Facts!.Organisation.Agents.Count);
    }

    [Fact]
    public async Task Nothing_is_stored_and_nothing_audited()
    {
        await Explain(new ExplainedKpis());

        Assert.Empty(_branch.Edge.Audit);
        Assert.Empty(_branch.Edge.Events);
    }

    [Fact]
    public async Task Who_may_not_see_the_agents_activities_is_refused()
    {
        _branch.Edge.Access = AccessPolicies.System;
        var engine = new ExplainedKpis();

        Assert.IsType<UseCaseResult<Exclusions>.Refused>(await Explain(engine));
        Assert.Empty(engine.Asked);
    }

    [Theory]
    [InlineData("A1", null, true)]
    [InlineData("A2", null, false)]
    [InlineData("A2", "A1", true)] // shares the sale
    public async Task Somebody_elses_fact_is_not_explained(string seller, string? other, bool isDone)
    {
        _branch.Facts.Add(new PolicyFact
        {
            Origin = new("crm", "P1"), Date = Day("2026-07-02"), Policy = new("P1"), Agent = new(seller), Product = "WL20", PaymentYears = 20, AnnualPremium = Money.Of(1_000m, "CNY"),
        });
        if (other is not null)
        {
            _branch.Facts.Add(new PolicyRoleFact { Origin = new("crm", "R1"), Date = Day("2026-07-02"), Policy = new("P1"), Role = PolicyRole.Seller, Agent = new(other), Share = 0.5m });
        }

        _branch.Edge.Access = new OwnActivities(new("A1"));
        var engine = new ExplainedKpis();

        var result = await Explain(engine);

        Assert.Equal((isDone, isDone ? 1 : 0), (result is UseCaseResult<Exclusions>.Done, engine.Asked.Count));
    }

    [Theory]
    [InlineData("2026-08-20", "L1", true)] // left, or moved, in the middle of the quarter
    [InlineData("2026-08-20", "L2", false)]
    [InlineData("2026-06-30", "L1", false)] // before its first day
    public async Task A_leader_is_answered_for_who_was_in_the_team_on_one_day(string lastDayInT1, string actor, bool isDone)
    {
        _branch.Facts.Add(
            Joined("L1"), Assigned("L1", "T1", leads: true), Joined("L2"), Assigned("L2", "T2", leads: true),
            Joined("A5", left: lastDayInT1), Assigned("A5", "T1", until: lastDayInT1), Policy("P1", "A5", "2026-07-02"));
        _branch.Edge.Access = new AccessOfTheFacts(_branch.Facts);
        var explaining = new Explaining(_branch.Edge.Edge, _branch.Facts, _branch.Documents, new ExplainedKpis(), new StatedCalendars());

        var result = await explaining.WhyNotAsync(Branch.Call with { Actor = new(actor) }, new("cases"), Agent("A5"), Fiscal(Q3), Asked);

        Assert.Equal(isDone ? null : "access.outside-scope", (result as UseCaseResult<Exclusions>.Refused)?.Rule.Reason.Code);
    }

    [Fact]
    public async Task An_engine_that_explains_nothing_is_named() => Assert.Contains(
        nameof(StatedKpis), (await Assert.ThrowsAsync<NotSupportedException>(() => Explain(_branch.Kpis))).Message, StringComparison.Ordinal);

    private Task<UseCaseResult<Exclusions>> Explain(IKpiEngine engine) => new Explaining(_branch.Edge.Edge, _branch.Facts, _branch.Documents, engine, new StatedCalendars())
        .WhyNotAsync(Branch.Call, new("cases"), A1, Fiscal(Q3), Asked, null, CancellationToken.None);

    private static DateInterval Fiscal(Quarter quarter) => FiscalCalendars.Gregorian.IntervalOf(quarter);

    private sealed class OwnActivities(AgentId agent) : IAccessPolicy
    {
        public Task<AccessScope> ScopeOfAsync(CallContext call, LocalDate on, CancellationToken cancellation) => Task.FromResult(AccessScope.Nothing(call) with
        {
            Grants = [new() { Actions = [AccessAction.See], Data = [DataKind.Activities], Stretches = [new(Subject.Of(agent))] }],
        });
    }

    private sealed class ExplainedKpis : IKpiEngine, IExplainedReadings
    {
        public Exclusions Exclusions { get; } = new() { Count = 0, Facts = [] };

        public List<(MeasureId Measure, Subject Subject, DateInterval Period, FactKey? About)> Asked { get; } = [];

        public FactBook? Facts { get; private set; }

        FactBook IReadings.Facts => Facts!;

        public Calendars Calendars => Calendars.Default;

        public IReadOnlyList<MeasureDescription> Measures => [];

        public IReadOnlyList<MeasureId> Funnel => [];

        public IReadings Open(FactBook facts, PublishedDocument kpis, Calendars calendars)
        {
            Facts = facts;
            return this;
        }

        public Reading Read(MeasureId measure, Subject subject, DateInterval period) => new Reading.NoData(Reason.Of("stated.nothing"), Evidence.None);

        public Exclusions WhyNot(MeasureId measure, Subject subject, DateInterval period, FactKey? about = null)
        {
            Asked.Add((measure, subject, period, about));
            return Exclusions;
        }
    }
}

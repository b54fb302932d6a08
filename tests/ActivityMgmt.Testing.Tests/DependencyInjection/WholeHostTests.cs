using ActivityMgmt.Incentives;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

/// <summary>In memory, nothing is missing for a host of all packages.</summary>
public class WholeHostTests
{
    private static readonly CallContext Call = new(new("B01"), CallContext.SystemActor);
    private static readonly CallContext Manager = Call with { Actor = new("manager") };
    private static readonly Quarter Quarter = new(2026, 3);
    private static readonly AgentId Agent = new("E1");

    public static TheoryData<Type> UseCases =>
    [
        typeof(FactRecording), typeof(GoalSetting), typeof(Planning), typeof(WeekPlanning), typeof(PlausibilityReviewing), typeof(Monitoring), typeof(Evaluating), typeof(TeamBoards), typeof(FirstLook),
        typeof(Pay), typeof(Assessments), typeof(Rewards),
    ];

    [Theory]
    [MemberData(nameof(UseCases))]
    public async Task Every_use_case_has_all_it_needs(Type useCase)
    {
        await using var services = Services(AccessPolicies.System);
        using var scope = services.CreateScope();

        Assert.IsType(useCase, scope.ServiceProvider.GetRequiredService(useCase));
    }

    [Fact]
    public async Task A_whole_quarter_runs()
    {
        await using var services = Services(AccessPolicies.CheckedByHost);
        var (day, cancellation) = (new LocalDate(2026, 7, 1), CancellationToken.None);
        foreach (var document in Documents())
        {
            await services.GetRequiredService<IDocumentStore>().PublishAsync(Call, document, cancellation);
        }

        var intake = await services.GetRequiredService<FactRecording>().RecordAsync(Call, Sold(), cancellation).OrThrow();
        await services.GetRequiredService<GoalSetting>().OpenAsync(Call, Quarter, day, null, cancellation).OrThrow();
        await services.GetRequiredService<GoalSetting>().AgreeAsync(Manager, Quarter, day, null, cancellation).OrThrow();
        var plans = await services.GetRequiredService<Planning>().PlanAsync(Call, Quarter, day, null, cancellation).OrThrow();
        var monday = await services.GetRequiredService<Monitoring>().RunDueAsync(Call, Quarter, new(2026, 8, 17), null, cancellation).OrThrow();
        var closing = await services.GetRequiredService<Evaluating>().CloseAsync(Call, Quarter, new(2026, 10, 8), null, cancellation).OrThrow();
        var pay = await services.GetRequiredService<Pay>().CloseAsync(Call, Quarter, cancellation: cancellation).OrThrow();

        Assert.Equal((7, 0), (intake.Added, intake.Conflicts.Count));
        Assert.Equal(["2026Q3/cases/agent:E1", "2026Q3/fyp/agent:E1"], plans.Select(p => p.Key));
        Assert.Equal(
            [("agent:E1", 12_000m), ("branch:B01", 12_000m), ("team:T1", 12_000m)],
            monday.Where(c => c.Measure.Value == "fyp").Select(c => (c.Subject.ToString(), Assert.IsType<Reading.Measured>(c.Actual).Value.ToDecimal())));
        Assert.Equal(Agent, closing.Evaluations.Single().Agent);
        Assert.Equal(Money.Of(3_360m, "CNY"), pay.Statements.Single().Total); // 28 % of 12,000
    }

    [Fact]
    public async Task What_the_quarter_stored_is_found_by_key_by_query_in_the_trail_and_in_the_outbox()
    {
        await using var services = Services(AccessPolicies.System);
        var (day, cancellation) = (new LocalDate(2026, 7, 1), CancellationToken.None);
        foreach (var document in Documents())
        {
            await services.GetRequiredService<IDocumentStore>().PublishAsync(Call, document, cancellation);
        }

        await services.GetRequiredService<FactRecording>().RecordAsync(Call, Sold(), cancellation).OrThrow();
        await services.GetRequiredService<GoalSetting>().OpenAsync(Call, Quarter, day, null, cancellation).OrThrow();
        var refused = await services.GetRequiredService<GoalSetting>().OpenAsync(Call with { Actor = new("nobody") }, Quarter, day, null, cancellation);

        var goals = await services.GetRequiredService<IRepository<Goal>>().ListAsync(Call, "2026Q3", cancellation);
        var everything = AccessScope.Everything(Call);
        var branch = await services.GetRequiredService<IQueries<GoalRecord>>()
            .ListAsync(Call, everything, Specification.Where<GoalRecord>(g => g.SubjectKind == SubjectKind.Branch).OrderBy(g => g.From).ThenBy(g => g.Measure), cancellation);
        var trail = await services.GetRequiredService<IQueries<AuditRecord>>().ListAsync(Call, everything, Specification.All<AuditRecord>(), cancellation);
        Assert.IsType<UseCaseResult<QuarterOpening>.Refused>(refused);
        Assert.Equal(goals.Select(g => g.Value).Where(g => g.Subject.Kind == SubjectKind.Branch).OrderBy(g => g.Period.Start).ThenBy(g => g.Measure.Value).Select(GoalRecord.Of), branch);
        Assert.Equal([("record-facts", AuditOutcome.Done), ("open-quarter", AuditOutcome.Done), ("open-quarter", AuditOutcome.Refused)], trail.Select(a => (a.Action, a.Outcome)));
        Assert.Equal([new FactsRecorded("crm-2026-07-15", "crm", 0, 7, Call.Actor), new QuarterOpened(Quarter, goals.Count)], (await services.GetRequiredService<IOutbox>().ReadAsync(Call, "bus", 10, cancellation)).Select(e => e.Event));
        Assert.Equal(new TeamId("T1"), (await services.GetRequiredService<IOrganisations>().ReadAsync(Call, null, cancellation)).TeamOf(Agent, day));
    }

    private static ServiceProvider Services(IAccessPolicy access) => new ServiceCollection()
        .AddActivityManagement(activity => activity.UseInMemory().UseAccess(access).UseWorkCalendar(WorkCalendars.China).AddKpi().AddIncentives())
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private static FactDelivery Sold() => TestDeliveries.On(
        new(2026, 7, 15),
        TestFacts.Joined("E1", on: new(2024, 3, 1)),
        TestFacts.Licensed("E1", from: new(2024, 3, 1)),
        TestFacts.Assigned("E1", team: "T1", rank: "A2", from: new(2024, 3, 1)),
        TestFacts.Customer("C1", owner: "E1"),
        new PolicyFact
        {
            Origin = new("crm", "P1"), Date = new(2026, 7, 6), Policy = new("P1"), Agent = Agent, Customer = new("C1"), Product = "WL20", PaymentYears = 20,
            AnnualPremium = Money.Of(12_000m, "CNY"), IssuedOn = new LocalDate(2026, 7, 8), EffectiveOn = new LocalDate(2026, 7, 9),
        },
        new PremiumFact { Origin = new("crm", "R1"), Date = new(2026, 7, 8), Policy = new("P1"), Premium = PremiumKind.Collected, PolicyYear = 1, Amount = Money.Of(12_000m, "CNY") },
        new PolicyEventFact { Origin = new("crm", "V1"), Date = new(2026, 7, 15), Policy = new("P1"), Event = PolicyEventKind.CallbackPassed });

    private static IEnumerable<PublishedDocument> Documents() =>
    [
        .. new[] { DocumentKinds.Kpis, DocumentKinds.Scorecard, DocumentKinds.PayPlan, DocumentKinds.Assessment, DocumentKinds.Incentives }.Select(k => Published(k, Embedded(k))),
        Published(
            DocumentKinds.Target,
            """
            {
              "id": "target", "version": 1, "effective": "2026-07-01/2026-09-30", "quarter": "2026Q3", "branch": "B01",
              "goals": [{ "measure": "fyp", "target": 30000, "piece": 100, "historyWeight": 0.7 }, { "measure": "cases", "target": 2, "piece": 1, "historyWeight": 0.6 }],
              "history": { "quarters": 2 },
              "benchmarks": {
                "perLastStep": { "fyp": 15000, "cases": 1 }, "conversions": { "interviews": 0.6, "proposals": 0.55, "cases": 0.33 }, "minimumSample": 10, "capacityPerDay": 4
              },
              "smart": { "tooHardBelow": 0.2, "tooEasyAbove": 0.9 }
            }
            """),
    ];

    private static PublishedDocument Published(string kind, string text) => new() { Kind = kind, Id = kind, Version = 1, EffectiveFrom = new(2026, 1, 1), Text = text };

    private static string Embedded(string kind)
    {
        using var reader = new StreamReader(typeof(WholeHostTests).Assembly.GetManifestResourceStream(kind)!);
        return reader.ReadToEnd();
    }
}

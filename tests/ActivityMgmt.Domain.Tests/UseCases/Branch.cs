using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A branch of two teams with two agents each, its documents and in-memory ports, and the use cases on top.</summary>
internal sealed class Branch
{
    public const string Target = """
        {
          "id": "target", "version": 1, "effective": "2026-07-01/..", "quarter": "2026Q3", "branch": "B1",
          "goals": [ { "measure": "cases", "target": 401, "piece": 1 }, { "measure": "premium", "target": 100000.50, "piece": 100 } ],
          "history": { "quarters": 2 },
          "benchmarks": { "perLastStep": {}, "conversions": { "cases": 0.25 } }
        }
        """;

    public static readonly CallContext Call = new(new("tenant"), new("manager"));
    public static readonly LocalDate Opening = Day("2026-07-01");

    public Branch(params Fact[] more)
    {
        Facts.Add([.. new[] { "A1", "A2", "A3", "A4" }.SelectMany(Agent), .. more]);
        Edge = new(Goals, Plans, Checkpoints, Evaluations);
        Kpis = new(book => Stated(new StatedReadings(book, "calls", "cases") { Calendars = new StatedCalendars(Fiscal).For(Call.Tenant) }.Knows("calls", Unit.Count).Knows("cases", Unit.Count).Knows("premium", Unit.Money("CNY"))));
    }

    public IFiscalCalendar Fiscal { get; init; } = FiscalCalendars.Gregorian;

    public InMemoryEdge Edge { get; }

    public InMemoryFactStore Facts { get; } = new();

    public StatedKpis Kpis { get; }

    public StatedScorecards Scorecards { get; } = new(85m);

    public IForecaster Forecaster { get; init; } = StatedForecaster.Silent;

    public ICauseFinder? Causes { get; set; }

    public Cause Cause { get; set; } = new Cause.NoSingleCause(Reason.Of("stated.nothing"));

    public InMemoryDocumentStore Documents { get; set; } = With(Document(DocumentKinds.Kpis, "{}"), Document(DocumentKinds.Target, Target), Document(DocumentKinds.Scorecard, "{}"));

    public WatchedRepository<Goal> Goals { get; } = new();

    public WatchedRepository<ActivityPlan> Plans { get; } = new();

    public WatchedRepository<Checkpoint> Checkpoints { get; } = new();

    public IQueries<GoalRecord> GoalRecords => new RecordsOf<Goal, GoalRecord>(Goals, GoalRecord.Of);

    public IQueries<CheckpointRecord> CheckpointRecords => new RecordsOf<Checkpoint, CheckpointRecord>(Checkpoints, CheckpointRecord.Of);

    public WatchedRepository<Evaluation> Evaluations { get; } = new();

    public GoalPolicies GoalPolicies { get; set; } = new();

    public GoalSetting GoalSetting => new(Edge.Edge, Facts, Documents, Kpis, Goals, GoalRecords, Checkpoints, new StatedCalendars(Fiscal), StatedForecaster.Silent, GoalPolicies);

    public Planning Planning => new(Edge.Edge, Facts, Documents, Kpis, Goals, Plans, new StatedCalendars(Fiscal));

    public CheckpointPolicies CheckpointPolicies { get; set; } = new();

    public Monitoring Monitoring =>
        new(Edge.Edge, Facts, Documents, Kpis, Goals, GoalRecords, Plans, Checkpoints, CheckpointRecords, new StatedCalendars(Fiscal), Forecaster, Causes ?? new StatedCauses(Cause), CheckpointPolicies);

    public Evaluating Evaluating => new(Edge.Edge, Facts, Documents, Kpis, Scorecards, Goals, Checkpoints, Evaluations, new StatedCalendars(Fiscal), new());

    public static InMemoryDocumentStore With(params PublishedDocument[] documents)
    {
        var store = new InMemoryDocumentStore();
        store.Publish(documents);
        return store;
    }

    public static PublishedDocument Document(string kind, string text) => new() { Kind = kind, Id = kind, Version = 1, EffectiveFrom = Day("2026-07-01"), Text = text };

    public Task<QuarterOpening> OpenAsync() => GoalSetting.OpenAsync(Call, Q3, Opening).OrThrow();

    public async Task OpenAndAgreeAsync()
    {
        await OpenAsync();
        await AgreeAsync();
    }

    public Task<IReadOnlyList<Goal>> AgreeAsync() => GoalSetting.AgreeAsync(Call, Q3, Opening).OrThrow();

    public Goal GoalOf(Subject subject, string measure = "cases", int? month = null) => Goals.All.Single(g => g.Id == Cascade.IdOf(Q3, new(measure), subject, month));

    // A1 and A2 in T1, A3 and A4 in T2; A4's certificate ended the day before the quarter.
    private static Fact[] Agent(string agent) =>
    [
        Joined(agent),
        Assigned(agent, agent is "A1" or "A2" ? "T1" : "T2"),
        Licensed(agent, until: agent == "A4" ? "2026-06-30" : null),
    ];

    // Everybody has done a hundred cases and half of it in premium, whenever one asks.
    private static StatedReadings Stated(StatedReadings readings)
    {
        foreach (var agent in readings.Facts.Organisation.Agents)
        {
            readings.Always("cases", Subject.Of(agent), 100m).Always("premium", Subject.Of(agent), 50m);
        }

        foreach (var group in new[] { Team("T1"), Team("T2"), Subject.Branch("B1") })
        {
            readings.Always("cases", group, 200m).Always("premium", group, 100m);
        }

        return readings.Always("cases", Subject.Everybody, 400m).Always("premium", Subject.Everybody, 200m);
    }
}

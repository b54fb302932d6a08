using ActivityMgmt.Incentives;
using ActivityMgmt.Kpi;
using Microsoft.Extensions.DependencyInjection;

namespace BranchQuarter.Tests;

/// <summary>The sample, run once for all tests that only look at what it left.</summary>
public sealed class SampleRun : IAsyncLifetime, IDisposable
{
    internal static readonly CallContext Call = new(new TenantId("B01"), new ActorId("test"));
    internal static readonly Quarter Q3 = new(2026, 3);

    private readonly TemporaryFolder _folder = new();
    private ServiceProvider? _services;

    internal Run Run { get; private set; } = null!;

    /// <summary>Every row of the database that the run left.</summary>
    internal string Stored { get; private set; } = "";

    /// <summary>All facts as they were stored.</summary>
    internal FactBook Book { get; private set; } = null!;

    internal PublishedDocument Kpis { get; private set; } = null!;

    internal PublishedDocument PayPlanDocument { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Run = await Runs.OfAsync(Runs.Data, _folder["out"]);
        Runs.Copy(Run.Folder, _folder["closed"]);
        Stored = Runs.Dump(Path.Combine(_folder["closed"], "branch-quarter.db"));
        _services = Services(Run.Database);
        Book = await _services.GetRequiredService<IFactStore>().ReadAsync(Call, null, default);
        Kpis = (await Get<IDocumentStore>().FindAsync(Call, DocumentKinds.Kpis, Q3.Interval.Start, default))!;
        PayPlanDocument = (await Get<IDocumentStore>().FindAsync(Call, DocumentKinds.PayPlan, Q3.Interval.Start, default))!;
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _services?.Dispose();
        _folder.Dispose();
    }

    internal T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    internal async Task<IReadOnlyList<T>> StoredAsync<T>(string partition = "2026Q3")
        where T : class, IAggregate =>
        [.. (await Get<IRepository<T>>().ListAsync(Call, partition, default)).Select(s => s.Value)];

    /// <summary>Lays down what the run left, database and outputs, for a test that goes on from there.</summary>
    internal void CopyTo(string folder) => Runs.Copy(_folder["closed"], folder);

    /// <summary>A statement over a book, with the sample's real documents.</summary>
    internal Statement Pay(FactBook book, AgentId agent)
    {
        var readings = new KpiEngine().Open(book, Kpis, Calendars.Default);
        return new PayCalculation(readings, PayPlan.Read(PayPlanDocument, readings.Measures), FiscalCalendars.Gregorian).Calculate(agent, Q3);
    }

    internal static ServiceProvider Services(string database) => new ServiceCollection()
        .AddActivityManagement(activity => activity.UseSqlite($"Data Source={database}").UseWorkCalendar(WorkCalendars.China).UseAccess(AccessPolicies.CheckedByHost)
            .AddKpi().AddIncentives())
        .BuildServiceProvider();
}

[CollectionDefinition("sample")]
public sealed class SharesTheSampleRun : ICollectionFixture<SampleRun>;

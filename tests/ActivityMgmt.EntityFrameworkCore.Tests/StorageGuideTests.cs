using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>The code of docs/how-to/storage.md.</summary>
public class StorageGuideTests
{
    [Fact]
    public async Task The_guide_runs()
    {
        using var database = TemporaryDatabase.Absent();
        var (path, cancellation, actor) = (database.File, CancellationToken.None, new ActorId("night-job"));
        var delivery = Some.Delivery(new(2026, 7, 1), Some.Visit("1"));

        // docs:start host
        var services = new ServiceCollection();
        services.AddActivityManagement(activity => activity.UseSqlite($"Data Source={path}").UseAccess(AccessPolicies.CheckedByHost));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ActivityDatabase>().CreateOrUpgradeAsync(cancellation); // once, at the host's start

        var call = new CallContext(new TenantId("branch-1"), actor);
        var intake = await provider.GetRequiredService<FactRecording>().RecordAsync(call, delivery, cancellation).OrThrow(); // through access, metrics and findings
        var book = await provider.GetRequiredService<IFactStore>().ReadAsync(call, asKnownAt: null, cancellation);           // the port itself: everything, for a job of the host's own
        // docs:end host

        Assert.Equal(1, intake.Added);
        Assert.Single(book.All);

        var goals = database.Repository<Pledge>();
        await goals.SaveAsync(call, [new(new("E1/2026Q3", "2026Q3", Money.Of(1m, "CNY")), 0)], cancellation);

        // docs:start change
        var stored = await goals.FindAsync(call, "E1/2026Q3", cancellation);
        var changed = stored!.Value with { Amount = Money.Of(12_000m, "CNY") };
        await goals.SaveAsync(call, [stored with { Value = changed }], cancellation); // ConflictException: read again and decide again
        // docs:end change

        Assert.Equal(changed, (await goals.FindAsync(call, "E1/2026Q3", cancellation))?.Value);
    }
}

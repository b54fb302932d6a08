using System.Diagnostics;
using Xunit.Abstractions;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>Figures for docs/how-to/storage.md; the limits are wide, because a test machine is shared.</summary>
public class FactStoreSpeedTests(ITestOutputHelper output)
{
    private const int Count = 30_000;

    [Fact]
    public async Task Thirty_thousand_facts_go_in_and_out_quickly()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Facts.AppendAsync(Some.OtherTenant, Delivery(100), CancellationToken.None); // jit
        await database.Facts.ReadAsync(Some.OtherTenant, null, CancellationToken.None);
        var delivery = Delivery(Count);

        var append = await Time(() => database.Facts.AppendAsync(Some.Call, delivery, CancellationToken.None));
        var repeat = await Time(() => database.Facts.AppendAsync(Some.Call, delivery, CancellationToken.None));
        var read = await Time(() => database.Facts.ReadAsync(Some.Call, null, CancellationToken.None));

        output.WriteLine($"append {append.TotalMilliseconds:0} ms, the same again {repeat.TotalMilliseconds:0} ms, read {read.TotalMilliseconds:0} ms");
        Assert.InRange(append.TotalSeconds, 0, 15);
        Assert.InRange(repeat.TotalSeconds, 0, 15);
        Assert.InRange(read.TotalSeconds, 0, 10);
    }

    private static FactDelivery Delivery(int count) => Some.Delivery(
        new(2026, 7, 1),
        [.. Enumerable.Range(0, count).Select(n => Some.Visit($"A{n:000000}") with { Customer = new($"C{n % 4000}"), Channel = "phone" })]) with
    {
        CompleteKinds = [FactKind.Activity],
        Names = [.. Enumerable.Range(0, count / 10).Select(n => new PersonName(FactKind.Customer, $"C{n}", $"客户{n}"))],
    };

    private static async Task<TimeSpan> Time(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }
}

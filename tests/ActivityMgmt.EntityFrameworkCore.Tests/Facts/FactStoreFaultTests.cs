using System.Collections;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class FactStoreFaultTests
{
    private static readonly LocalDate First = new(2026, 7, 1);
    private static readonly LocalDate Second = new(2026, 7, 8);

    [Fact]
    public async Task A_delivery_that_breaks_in_the_middle_leaves_nothing_behind()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Facts.AppendAsync(Some.Call, Some.Delivery(First, Some.Visit("1")), CancellationToken.None);
        var before = database.Dump();
        var breaking = Many(Second, 500, at: 400, () => throw new InvalidDataException("line 401"));

        await Assert.ThrowsAsync<InvalidDataException>(() => database.Facts.AppendAsync(Some.Call, breaking, CancellationToken.None));

        Assert.Equal(before, database.Dump());
        var result = await database.Facts.AppendAsync(Some.Call, Many(Second, 500), CancellationToken.None);
        Assert.Equal((500, 501L), (result.Added, result.Sequence)); // no gap either
    }

    [Fact]
    public async Task A_delivery_that_is_cancelled_in_the_middle_leaves_nothing_behind()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        using var stop = new CancellationTokenSource();
        var before = database.Dump();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => database.Facts.AppendAsync(Some.Call, Many(First, 500, at: 400, stop.Cancel), stop.Token));

        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Facts.AppendAsync(Some.Call, Many(First, 1), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Facts.ReadAsync(Some.Call, null, cancelled));
    }

    [Fact]
    public async Task Two_writers_wait_for_each_other_and_nothing_is_doubled()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        using var other = database.Again();
        var delivery = Many(First, 2000);

        var results = await Task.WhenAll(
            Task.Run(() => database.Facts.AppendAsync(Some.Call, delivery, CancellationToken.None)),
            Task.Run(() => other.Facts.AppendAsync(Some.Call, delivery, CancellationToken.None)));

        Assert.Equal([0, 2000], results.Select(r => r.Added).Order());
        Assert.Equal([0, 2000], results.Select(r => r.Repeated).Order());
        Assert.Equal(2000, (await database.Facts.ReadAsync(Some.Call, null, CancellationToken.None)).All.Count);
    }

    [Fact]
    public async Task A_writer_that_waited_too_long_gets_a_conflict()
    {
        using var database = await TemporaryDatabase.CreateAsync("Default Timeout=1");
        using var holder = database.Connect();
        using var held = holder.BeginTransaction(deferred: false);

        var conflict = await Assert.ThrowsAsync<ConflictException>(
            () => database.Facts.AppendAsync(Some.Call, Many(First, 1), CancellationToken.None));

        Assert.Equal("storage.busy", conflict.Reason.Code);
    }

    [Fact]
    public async Task A_writer_that_waits_can_be_cancelled()
    {
        using var database = await TemporaryDatabase.CreateAsync("Default Timeout=60");
        using var holder = database.Connect();
        using var held = holder.BeginTransaction(deferred: false);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => database.Facts.AppendAsync(Some.Call, Many(First, 1), stop.Token));
    }

    [Fact]
    public async Task Readers_go_on_while_somebody_writes()
    {
        using var database = await TemporaryDatabase.CreateAsync("Default Timeout=1");
        await database.Facts.AppendAsync(Some.Call, Many(First, 1), CancellationToken.None);
        using var holder = database.Connect();
        using var held = holder.BeginTransaction(deferred: false);

        Assert.Single((await database.Facts.ReadAsync(Some.Call, null, CancellationToken.None)).All);
    }

    private static FactDelivery Many(LocalDate on, int count, int at = -1, Action? then = null) => Some.Delivery(on) with
    {
        Facts = new Interrupted([.. Enumerable.Range(0, count).Select(n => new IncomingFact(Some.Visit($"{on.Day}-{n}")))], at, then),
    };

    /// <summary>A list that does something when it has been read so far.</summary>
    private sealed class Interrupted(IncomingFact[] facts, int at, Action? then) : IReadOnlyList<IncomingFact>
    {
        public int Count => facts.Length;

        public IncomingFact this[int index] => facts[index];

        public IEnumerator<IncomingFact> GetEnumerator()
        {
            for (var i = 0; i < facts.Length; i++)
            {
                if (i == at)
                {
                    then!();
                }

                yield return facts[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

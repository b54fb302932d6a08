using ActivityMgmt.Testing;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Filling the in-memory stores of the branch's tests.</summary>
internal static class InMemoryStores
{
    private static readonly LocalDate Beginning = new(2020, 1, 1);

    /// <summary>A delivery with facts, each day one.</summary>
    public static void Add(this InMemoryFactStore store, params Fact[] facts)
    {
        var earlier = store.DeliveriesAsync(Branch.Call, CancellationToken.None).GetAwaiter().GetResult().Count;
        var intake = store.AppendAsync(Branch.Call, TestDeliveries.On(Beginning.PlusDays(earlier), facts), CancellationToken.None).GetAwaiter().GetResult();
        Assert.Empty(intake.Conflicts);
    }

    public static void Publish(this InMemoryDocumentStore store, params PublishedDocument[] documents)
    {
        foreach (var document in documents)
        {
            store.PublishAsync(Branch.Call, document, CancellationToken.None).GetAwaiter().GetResult();
        }
    }
}

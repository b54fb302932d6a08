using ActivityMgmt.Domain;
using ActivityMgmt.Testing;

namespace Consumer;

/// <summary>What a host's tests call, without any test framework: a store of its own, tried with every check.</summary>
internal static class UsesTesting
{
    public static async Task<int> TryAsync(Func<IFactStore> open)
    {
        foreach (var check in FactStoreConformance.Suite.Checks)
        {
            await check.RunAsync(open());
        }

        return FactStoreConformance.Suite.Checks.Count;
    }
}

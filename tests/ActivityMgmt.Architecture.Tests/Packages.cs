namespace ActivityMgmt.Architecture.Tests;

/// <summary>The packages of <c>src</c>, and what each may reference of the others.</summary>
internal static class Packages
{
    /// <summary>Dependencies point one way. A new package gets its row here, after its ADR.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayReference = new Dictionary<string, string[]>
    {
        ["ActivityMgmt.Domain"] = [],
        ["ActivityMgmt.Kpi"] = ["ActivityMgmt.Domain"],
        ["ActivityMgmt.Incentives"] = ["ActivityMgmt.Kpi", "ActivityMgmt.Domain"],
        ["ActivityMgmt.Import"] = ["ActivityMgmt.Domain"],
        ["ActivityMgmt.Testing"] = ["ActivityMgmt.Domain"],
        ["ActivityMgmt.EntityFrameworkCore"] = ["ActivityMgmt.Incentives", "ActivityMgmt.Kpi", "ActivityMgmt.Domain"],
    };

    /// <summary>What the core packages may take from outside the base class library.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> CoreMayUse = new Dictionary<string, string[]>
    {
        ["ActivityMgmt.Domain"] = [.. OfEveryCorePackage],
        ["ActivityMgmt.Kpi"] = [.. OfEveryCorePackage, "Superpower"],
        ["ActivityMgmt.Incentives"] = [.. OfEveryCorePackage],
        // A user's test framework is the user's: this package has none.
        ["ActivityMgmt.Testing"] = [.. OfEveryCorePackage],
    };

    public static IEnumerable<Assembly> All => MayReference.Keys.Select(Load);

    public static IEnumerable<Assembly> Core => CoreMayUse.Keys.Select(Load);

    private static string[] OfEveryCorePackage =>
        ["NodaTime", "Ardalis.GuardClauses", "Microsoft.Extensions.DependencyInjection.Abstractions"];

    // By name, because a package may still be without types.
    public static Assembly Load(string package) => Assembly.Load(package);

    /// <summary>Types that a user of the packages sees; the compiler's own (extension blocks) left out.</summary>
    public static IEnumerable<Type> PublicTypes(IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal));
}

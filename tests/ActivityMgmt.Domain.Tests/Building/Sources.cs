namespace ActivityMgmt.Domain.Tests;

/// <summary>A test that reads the repository's sources; skipped where the tests run away from them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SourceFactAttribute : FactAttribute
{
    public SourceFactAttribute()
    {
        if (Sources.Root is null)
        {
            Skip = "ActivityMgmt.sln is in no folder above the test assembly, so there are no sources to read.";
        }
    }
}

/// <summary>The sources of the package under test.</summary>
internal static class Sources
{
    public static string? Root { get; } = FindRoot();

    public static string Domain => Path.Combine(Root!, "src", "ActivityMgmt.Domain");

    public static IEnumerable<(string File, string Text)> Code() => Directory
        .EnumerateFiles(Domain, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(f => (Path.GetRelativePath(Domain, f), File.ReadAllText(f)));

    private static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ActivityMgmt.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}

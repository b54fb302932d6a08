using System.Text.RegularExpressions;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>Docs stay true: C# in them comes from compiled samples, and links lead somewhere.</summary>
public partial class DocsTests
{
    public static TheoryData<string> Pages => [.. Repository.Tracked.Select(f => f.Path).Where(f => f.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_blocks_come_from_compiled_samples(string page) => Assert.Empty(ForeignCode(Repository.Open(page).Text));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_that_exist(string page) => Assert.Empty(DeadLinks(page, Repository.Open(page).Text));

    [Fact]
    public void Code_without_a_sample_or_unlike_it_is_found()
    {
        Assert.Single(ForeignCode("```csharp\nvar x = 1;\n```\n"));
        Assert.Single(ForeignCode("<!-- sample: samples/ThirtyLines/Program.cs#host -->\n```csharp\nvar x = 1;\n```\n"));
    }

    [Fact]
    public void A_dead_link_is_found() => Assert.Single(DeadLinks("README.md", "[x](docs/nowhere.md)"));

    private static IEnumerable<string> ForeignCode(string text)
    {
        foreach (Match block in CodeBlock().Matches(text))
        {
            var (file, region, code) = (block.Groups["file"].Value, block.Groups["region"].Value, block.Groups["code"].Value);
            if (file.Length == 0)
            {
                yield return $"This block names no sample: {code}";
            }
            else if (Region(Repository.Open(file).Text, region) is var sample && sample != code)
            {
                yield return $"{file}#{region} reads:\n{sample}";
            }
        }
    }

    private static IEnumerable<string> DeadLinks(string page, string text)
    {
        foreach (Match link in Link().Matches(text))
        {
            var target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups["target"].Value);
            if (!Path.Exists(Path.Combine(Repository.Root, target)))
            {
                yield return link.Value;
            }
        }
    }

    private static string Region(string source, string name)
    {
        var lines = source.Split('\n');
        var start = Array.FindIndex(lines, l => l.Trim() == "// docs:start " + name);
        var end = Array.FindIndex(lines, l => l.Trim() == "// docs:end " + name);
        if (start < 0 || end < start)
        {
            return $"(no region '{name}')";
        }

        var region = lines[(start + 1)..end];
        var indent = region.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', region.Select(l => l.Length > indent ? l[indent..] : "")) + "\n";
    }

    [GeneratedRegex("""(?:<!-- sample: (?<file>[^#\s]+)#(?<region>\S+) -->\n)?```csharp\n(?<code>.*?)```""", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("""\]\((?!https?:|#|mailto:)(?<target>[^)#\s]+)(?:#[^)]*)?\)""")]
    private static partial Regex Link();
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>The analyzer refuses banned calls at build time; these tests keep its list and its wiring.</summary>
public class BannedSymbolsTests
{
    private static readonly string[] Promised =
    [
        "P:System.DateTime.Now",
        "P:System.DateTime.UtcNow",
        "P:System.DateTime.Today",
        "P:System.DateTimeOffset.Now",
        "P:System.DateTimeOffset.UtcNow",
        "P:NodaTime.SystemClock.Instance",
        "M:System.Guid.NewGuid",
        "M:System.Math.Round(System.Decimal)",
        "M:System.Math.Round(System.Decimal,System.Int32)",
    ];

    [Fact]
    public void Clocks_fresh_ids_and_unnamed_rounding_are_banned() => Rule.Holds(MissingFrom(Repository.Open("BannedSymbols.txt")));

    [Fact]
    public void A_missing_entry_is_found() =>
        Assert.Equal(
            ["P:System.DateTime.Now is not banned, or without a reason", "M:System.Guid.NewGuid is not banned, or without a reason"],
            MissingFrom(new("BannedSymbols.txt", string.Join('\n', Promised.Skip(1).Select(entry => entry == "M:System.Guid.NewGuid" ? entry : entry + ";why")))));

    [Fact]
    public void Every_package_is_built_with_the_analyzer_and_the_list() =>
        Rule.Holds(Unwired(Repository.Open("Directory.Build.props"), Repository.Open("src/Directory.Build.props")));

    [Fact]
    public void Settings_without_the_analyzer_are_found() =>
        Assert.Equal(
            [
                "a.props does not reference Microsoft.CodeAnalysis.BannedApiAnalyzers",
                "a.props does not hand BannedSymbols.txt to it",
                "b.props does not import the settings above it",
            ],
            Unwired(new("a.props", "<Project />"), new("b.props", "<Project />")));

    [Fact]
    public void Nothing_switches_the_analyzer_off() => Rule.Holds(SwitchedOff(Repository.BuildFiles.Concat(Repository.Sources)));

    [Fact]
    public void Switching_it_off_is_found() =>
        Assert.Equal(
            ["a.csproj", ".editorconfig", "b.csproj", "c.cs"],
            SwitchedOff([
                new("a.csproj", "<NoWarn>$(NoWarn);RS0030</NoWarn>"),
                new(".editorconfig", "dotnet_diagnostic.RS0030.severity = none"),
                new("b.csproj", """<PackageReference Remove="Microsoft.CodeAnalysis.BannedApiAnalyzers" />"""),
                new("c.cs", "#pragma warning disable RS0030"),
                new("d.csproj", """<PackageReference Include="NodaTime" />""")]));

    private static IEnumerable<string> MissingFrom(TextFile list) =>
        from entry in Promised
        where !list.Lines.Any(line => line.StartsWith(entry + ";", StringComparison.Ordinal) && line.Length > entry.Length + 1)
        select $"{entry} is not banned, or without a reason";

    private static IEnumerable<string> Unwired(TextFile shared, TextFile ofPackages)
    {
        var settings = XDocument.Parse(shared.Text);
        if (!Includes(settings, "PackageReference", "Microsoft.CodeAnalysis.BannedApiAnalyzers"))
        {
            yield return $"{shared.Path} does not reference Microsoft.CodeAnalysis.BannedApiAnalyzers";
        }

        if (!Includes(settings, "AdditionalFiles", "BannedSymbols.txt"))
        {
            yield return $"{shared.Path} does not hand BannedSymbols.txt to it";
        }

        if (!XDocument.Parse(ofPackages.Text).Descendants("Import").Any())
        {
            yield return $"{ofPackages.Path} does not import the settings above it";
        }
    }

    private static bool Includes(XDocument settings, string item, string ending) =>
        settings.Descendants(item).Any(e => e.Attribute("Include")?.Value.EndsWith(ending, StringComparison.Ordinal) == true);

    private static IEnumerable<string> SwitchedOff(IEnumerable<TextFile> files) =>
        files
            .Where(file => Regex.IsMatch(file.Text, """RS0030|Remove="[^"]*(BannedApiAnalyzers|BannedSymbols)"""))
            .Select(file => file.Path);
}

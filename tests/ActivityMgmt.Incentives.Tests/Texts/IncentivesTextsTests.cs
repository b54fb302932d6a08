using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActivityMgmt.Incentives.Tests.Texts;

public partial class IncentivesTextsTests
{
    private static readonly Dictionary<string, string> English = Read("IncentivesTexts.resx");
    private static readonly Dictionary<string, string> Chinese = Read("IncentivesTexts.zh-Hans.resx");

    [Fact]
    public void Both_languages_have_the_same_codes() => Assert.Equal(English.Keys.Order(), Chinese.Keys.Order());

    [Fact]
    public void Both_languages_use_the_same_values() =>
        Assert.Empty(English.Where(e => !Values(e.Value).SetEquals(Values(Chinese[e.Key]))).Select(e => e.Key));

    [Fact]
    public void Every_code_in_the_source_has_a_wording()
    {
        var used = Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Codes().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct();

        // A code that ends in a dot, or in a name to which -met and the like are added, stands for several.
        Assert.DoesNotContain(used, c => !English.ContainsKey(c) && !English.Keys.Any(k => k.StartsWith(c.TrimEnd('.') + ".", StringComparison.Ordinal) || k.StartsWith(c + "-", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_wordings_are_found_through_the_source()
    {
        Assert.Equal("held", IncentivesTexts.Source.Find("pay.outcome.held", System.Globalization.CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal("暂缓", IncentivesTexts.Source.Find("pay.outcome.held", System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));
    }

    private static HashSet<string> Values(string text) => [.. Placeholders().Matches(text).Select(m => m.Value)];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Source(), "Texts", file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/ActivityMgmt.Incentives"));

    [GeneratedRegex("\"((?:pay|assessment|honours)\\.[a-zA-Z.-]+)\"")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholders();
}

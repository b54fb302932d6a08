using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActivityMgmt.Import.Tests;

public partial class ImportTextsTests
{
    private static readonly string Source = Repository.Path("src", "ActivityMgmt.Import");
    private static readonly Dictionary<string, string> English = Read("ImportTexts.resx");
    private static readonly Dictionary<string, string> Chinese = Read("ImportTexts.zh-Hans.resx");

    [Fact]
    public void Both_languages_have_the_same_codes() => Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_show_the_same_values() => Assert.All(English, text => Assert.Equal(Placeholders(text.Value), Placeholders(Chinese[text.Key])));

    [Fact]
    public void Every_code_in_the_source_has_a_text_and_every_text_is_used()
    {
        var used = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Codes().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToHashSet();
        used.UnionWith(["import.unknown-agent.stored", "import.unknown-customer.stored", "import.unknown-policy.stored"]); // composed

        Assert.Equal(used.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_message_has_no_value_left_open()
    {
        var texts = new TextCatalogue([ImportTexts.Resources, ResourceTexts.Domain]);
        using var export = Export.WithActivities("A1,,FAX,yesterday,-5\nA2,E9,TEL,2026/07/06 08:30,3000000000\nA3,\"\nA4,E1\n");

        Assert.All(export.Read().Rejects, r => Assert.DoesNotMatch(Placeholder(), texts.Explain(r.Reason, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Source, "Texts", file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static string[] Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"(import\\.[a-z.-]+[a-z])\"")]
    private static partial Regex Codes();
}

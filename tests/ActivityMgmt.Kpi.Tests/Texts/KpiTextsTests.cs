using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActivityMgmt.Kpi.Tests;

public class KpiTextsTests
{
    private static readonly string Source = Path.Combine(Kpis.Root, "src", "ActivityMgmt.Kpi");
    private static readonly Dictionary<string, string> English = Words("KpiTexts.resx");
    private static readonly Dictionary<string, string> Chinese = Words("KpiTexts.zh-Hans.resx");

    [Fact]
    public void Both_languages_have_every_wording_with_the_same_values()
    {
        Assert.Equal(English.Keys.Order(), Chinese.Keys.Order());
        Assert.All(English, w => Assert.Equal(Placeholders(w.Value), Placeholders(Chinese[w.Key])));
    }

    [Fact]
    public void Every_code_in_the_source_has_a_wording_and_every_wording_is_used()
    {
        var used = Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"(kpi\\.[a-z0-9.-]+)\"").Select(m => m.Groups[1].Value))
            .Distinct().Order();

        Assert.Equal(used, English.Keys.Order());
    }

    [Fact]
    public void A_reason_reads_well_in_both_languages()
    {
        var texts = new TextCatalogue([KpiTexts.Source]);
        var reason = Reason.Of("kpi.forecast-history", ("measure", "FYP"), ("months", 2), ("needed", 3));

        Assert.Equal("FYP has 2 past months; a forecast needs 3.", texts.Explain(reason, new("en")));
        Assert.Equal("FYP只有 2 个月的历史；预测需要 3 个月。", texts.Explain(reason, new("zh-CN")));
    }

    private static string[] Placeholders(string text) => [.. Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Distinct().Order()];

    private static Dictionary<string, string> Words(string file) => XDocument.Load(Path.Combine(Source, "Texts", file)).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}

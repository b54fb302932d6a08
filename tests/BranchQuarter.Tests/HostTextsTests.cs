using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BranchQuarter.Tests;

public partial class HostTextsTests
{
    private static readonly string Texts = Path.Combine(RunOptions.SampleFolder, "Texts");
    private static readonly Dictionary<string, string> English = Read("HostTexts.resx");
    private static readonly Dictionary<string, string> Chinese = Read("HostTexts.zh-Hans.resx");

    [Fact]
    public void Both_languages_have_the_same_wordings_with_the_same_values()
    {
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(English, e => Assert.Equal(Values(e.Value), Values(Chinese[e.Key])));
    }

    [Fact]
    public void Every_code_in_the_source_has_a_wording()
    {
        var used = Directory.EnumerateFiles(RunOptions.SampleFolder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct();

        // A code that ends in a dot stands for several.
        Assert.DoesNotContain(used, c => !English.ContainsKey(c) && !(c.EndsWith('.') && English.Keys.Any(k => k.StartsWith(c, StringComparison.Ordinal))));
    }

    /// <summary>What the source puts together: a prefix and a value of the model.</summary>
    [Fact]
    public void Every_code_that_is_put_together_has_a_wording()
    {
        string[] codes =
        [
            "bq.basis.own", "bq.basis.team",
            .. Enum.GetNames<SubjectKind>().Select(k => "bq.level." + k),
            .. new[] { DocumentKinds.Scorecard, DocumentKinds.RulePack, DocumentKinds.PayPlan, DocumentKinds.Assessment, DocumentKinds.Incentives }.Select(d => "bq.stage." + d),
            .. Smart().Select(c => "bq." + c),
        ];

        Assert.Empty(codes.Except(English.Keys));
    }

    // The codes of the findings that the console sums up: those that are more than a remark.
    private static IEnumerable<string> Smart()
    {
        var review = File.ReadAllText(Path.Combine(RunOptions.SampleFolder, "..", "..", "src", "ActivityMgmt.Domain", "Goals", "SmartReview.cs"));
        return Finding().Matches(review).Select(m => m.Groups[1].Value).Distinct();
    }

    private static string Values(string text) => string.Join(',', Value().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Texts, file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [GeneratedRegex("\"(bq\\.[A-Za-z0-9.-]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("Severity\\.(?:Warn|Block)[^;]*?\"(smart\\.[a-z-]+)\"", RegexOptions.Singleline)]
    private static partial Regex Finding();

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Value();
}

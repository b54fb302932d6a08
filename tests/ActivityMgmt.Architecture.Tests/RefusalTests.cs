using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActivityMgmt.Domain;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>Every refusal says what is refused and what to do about it: each rule's reason has a wording and a remedy, both in English and Chinese.</summary>
public class RefusalTests
{
    private static readonly string[] Languages = ["", ".zh-Hans"];

    [Fact]
    public void Every_refusal_has_a_wording_and_a_remedy_in_both_languages() => Rule.Holds(
        Refusals(Repository.Sources, RuleTypes).SelectMany(rule => rule.Codes.Count == 0
            ? [$"{rule.Name} gives no Reason.Of(\"…\") of its own"]
            : rule.Codes.SelectMany(code => Languages.SelectMany(language => Silent(rule.Name, code, Wordings(rule.Package, language), language)))));

    [Fact]
    public void Every_remedy_belongs_to_a_reason_that_the_sources_name() => Rule.Holds(
        from package in Packages.MayReference.Keys
        let code = string.Concat(Repository.Sources.Where(f => f.Path.StartsWith($"src/{package}/", StringComparison.Ordinal)).Select(f => f.Text))
        from language in Languages
        from remedy in Wordings(package, language).Keys.Where(k => k.EndsWith(".remedy", StringComparison.Ordinal))
        where !code.Contains($"\"{remedy[..^".remedy".Length]}\"", StringComparison.Ordinal)
        select $"{package}{language}: {remedy}");

    [Fact]
    public void The_rules_of_both_packages_that_refuse_are_looked_at()
    {
        var looked = Refusals(Repository.Sources, RuleTypes).ToArray();

        Assert.Contains(looked, r => (r.Package, r.Name) == ("ActivityMgmt.Domain", nameof(OnlyAMadeGoalIsShownRule)));
        Assert.Contains(looked, r => (r.Package, r.Name) == ("ActivityMgmt.Incentives", "ProposalIsDecidedOnceRule")); // internal, behind an abstract one
    }

    [Fact]
    public void What_has_no_remedy_or_says_it_twice_is_found()
    {
        Assert.Equal(
            [("P", "ARule", "a.b a.c"), ("P", "BRule", "")],
            Refusals(
                [new("src/P/A.cs", "public sealed record ARule(string X) : IBusinessRule { Reason R => X is null ? Reason.Of(\"a.b\") : Reason.Of(\n\"a.c\", 1); }\nrecord BRule : IBusinessRule;")],
                [("P", "ARule"), ("P", "BRule")]).Select(r => (r.Package, r.Name, string.Join(' ', r.Codes))));
        Assert.Equal(["ARule: a.b has no wording"], Silent("ARule", "a.b", [], ""));
        Assert.Equal(["ARule: a.b has no remedy"], Silent("ARule", "a.b", new() { ["a.b"] = "Not this way." }, ""));
        Assert.Equal(["ARule: a.b.remedy is no sentence"], Silent("ARule", "a.b", new() { ["a.b"] = "Not this way.", ["a.b.remedy"] = " " }, ""));
        Assert.Equal(["ARule: a.b is no sentence"], Silent("ARule", "a.b", new() { ["a.b"] = "Not this way", ["a.b.remedy"] = "Go round." }, ""));
        Assert.Equal(["ARule: a.b.remedy only says it again.zh-Hans"], Silent("ARule", "a.b", new() { ["a.b"] = "不可。", ["a.b.remedy"] = "不可。" }, ".zh-Hans"));
        Assert.Empty(Silent("ARule", "a.b", new() { ["a.b"] = "不可。", ["a.b.remedy"] = "请绕行。" }, ".zh-Hans"));
    }

    private static IEnumerable<(string Package, string Name)> RuleTypes =>
        from package in Packages.MayReference.Keys
        from type in Packages.Load(package).GetTypes()
        where type is { IsAbstract: false, IsInterface: false } && typeof(IBusinessRule).IsAssignableFrom(type)
        select (package, type.Name);

    // The codes are those of the reasons between a rule's declaration and the next type's.
    private static IEnumerable<(string Package, string Name, IReadOnlyList<string> Codes)> Refusals(IEnumerable<TextFile> sources, IEnumerable<(string Package, string Name)> rules)
    {
        var files = sources.ToArray();
        foreach (var (package, name) in rules)
        {
            var text = files.Where(f => f.Path.StartsWith($"src/{package}/", StringComparison.Ordinal))
                .Select(f => Regex.Match(f.Text, $@"\b(?:record|class) {name}\b.*?(?=\b(?:record|class) [A-Z]|\z)", RegexOptions.Singleline))
                .First(m => m.Success).Value;
            yield return (package, name, [.. Regex.Matches(text, @"Reason\.Of\(\s*""([^""]+)""").Select(m => m.Groups[1].Value)]);
        }
    }

    private static IEnumerable<string> Silent(string rule, string code, Dictionary<string, string> wordings, string language)
    {
        var end = language.Length == 0 ? '.' : '。';
        var (wording, remedy) = (wordings.GetValueOrDefault(code), wordings.GetValueOrDefault(code + ".remedy"));
        return
        [
            .. wording is null ? [$"{rule}: {code} has no wording{language}"] : wording.EndsWith(end) ? [] : new[] { $"{rule}: {code} is no sentence{language}" },
            .. (wording, remedy) switch
            {
                (null, _) => [],
                (_, null) => [$"{rule}: {code} has no remedy{language}"],
                _ when !remedy.EndsWith(end) => [$"{rule}: {code}.remedy is no sentence{language}"],
                _ when wording.Contains(remedy, StringComparison.Ordinal) => new[] { $"{rule}: {code}.remedy only says it again{language}" },
                _ => [],
            },
        ];
    }

    private static Dictionary<string, string> Wordings(string package, string language)
    {
        var file = Path.Combine(Repository.Root, "src", package, "Texts", $"{package["ActivityMgmt.".Length..]}Texts{language}.resx");
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value)
            : [];
    }
}

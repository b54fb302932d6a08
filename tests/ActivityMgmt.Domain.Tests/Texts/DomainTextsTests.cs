using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActivityMgmt.Domain.Tests;

public class DomainTextsTests
{
    private static readonly Regex Code = new("^(document|target|goal|smart|plan|proposal|follow-up|checkpoint|evaluation|next-goal|compliance|action|status|policy|calendar|work-calendar|query|access|audit|facts|use-case|lineage|organisation|personnel|recruiting|contact|consent|sales-process|opportunity|milestone)(\\.[A-Za-z0-9-]+)+$");
    private static readonly Regex Literal = new("(?<!\\$)\"([^\"\\\\{}\r\n]*)\"");

    [SourceFact]
    public void English_and_chinese_have_the_same_codes_but_for_the_currency_that_only_chinese_names()
    {
        var (english, chinese) = (Wordings("DomainTexts.resx"), Wordings("DomainTexts.zh-Hans.resx"));

        Assert.Equal(["unit.CNY"], chinese.Keys.Except(english.Keys));
        Assert.Empty(english.Keys.Except(chinese.Keys));
    }

    [SourceFact]
    public void English_and_chinese_use_the_same_values()
    {
        var (english, chinese) = (Wordings("DomainTexts.resx"), Wordings("DomainTexts.zh-Hans.resx"));

        var differing = english.Keys.Where(code => !Placeholders(english[code]).SetEquals(Placeholders(chinese[code]))).ToArray();

        Assert.Empty(differing);
    }

    [SourceFact]
    public void Every_code_that_the_sources_name_has_a_wording()
    {
        var known = Wordings("DomainTexts.resx");
        var used = Sources.Code()
            .SelectMany(source => Literal.Matches(source.Text).Select(m => m.Groups[1].Value))
            .Where(literal => Code.IsMatch(literal))
            .ToHashSet();

        Assert.True(used.Count > 60, $"only {used.Count} codes were found, so the search itself is broken");
        var unknown = used.Where(code => !known.ContainsKey(code)).ToArray();
        Assert.Empty(unknown);
    }

    [SourceFact]
    public void Every_value_that_a_wording_shows_is_given_where_the_reason_is_made()
    {
        var known = Wordings("DomainTexts.resx");
        var missing = new List<string>();
        var looked = 0;
        foreach (var (file, text) in Sources.Code())
        {
            foreach (var call in ReasonsIn(text))
            {
                var given = Regex.Matches(call, "\\(\\s*\"([A-Za-z]+)\",").Select(m => m.Groups[1].Value).ToHashSet();
                foreach (var code in Literal.Matches(call).Select(m => m.Groups[1].Value).Where(l => Code.IsMatch(l) && known.ContainsKey(l)))
                {
                    looked++;
                    missing.AddRange(Placeholders(known[code] + known.GetValueOrDefault(code + ".remedy")).Except(given).Select(value => $"{file}: {code} shows {value}"));
                }
            }
        }

        Assert.True(looked > 60, $"only {looked} reasons were found, so the search itself is broken");
        Assert.Empty(missing);
    }

    [SourceFact]
    public void Every_state_status_action_and_outcome_has_a_name()
    {
        var known = Wordings("DomainTexts.resx");
        string[] terms =
        [
            .. Enum.GetNames<GoalState>().Select(n => "goal.state." + n),
            .. Enum.GetNames<GoalStatus>().Select(n => "status." + n),
            .. Enum.GetNames<CheckpointAction>().Select(n => "action." + n),
            .. Enum.GetNames<EvaluationState>().Select(n => "evaluation.state." + n),
            .. Enum.GetNames<AccessAction>().Select(n => "access.action." + n),
            .. Enum.GetNames<DataKind>().Select(n => "access.data." + n),
            .. Enum.GetNames<ConsentStatus>().Select(n => "consent." + n),
            .. Enum.GetNames<CoverState>().Select(n => "policy.cover." + n),
            .. Enum.GetNames<PolicyEventKind>().Select(n => "policy.event." + n),
            .. Enum.GetNames<PolicyRole>().Select(n => "policy.role." + n),
            .. Enum.GetNames<ComplianceOutcome>().Select(n => "compliance.outcome." + n),
            .. Enum.GetNames<LineageRelation>().Select(n => "lineage." + n),
            .. Enum.GetNames<RecruitStage>().Select(n => "recruiting.stage." + n),
        ];

        var nameless = terms.Where(t => !known.ContainsKey(t)).ToArray();

        Assert.Empty(nameless);
    }

    private static Dictionary<string, string> Wordings(string file) => XDocument.Load(Path.Combine(Sources.Domain, "Texts", file)).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static HashSet<string> Placeholders(string wording) => [.. Regex.Matches(wording, "\\{([A-Za-z]+)\\}").Select(m => m.Groups[1].Value)];

    // The argument list of every Reason.Of(…) and of what stands for it, whatever its length.
    private static IEnumerable<string> ReasonsIn(string text) => ReasonsIn(text, "Reason.Of(").Concat(ReasonsIn(text, "Because("));

    private static IEnumerable<string> ReasonsIn(string text, string start)
    {
        for (var at = text.IndexOf(start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(start, at + 1, StringComparison.Ordinal))
        {
            var depth = 1;
            var end = at + start.Length;
            for (; depth > 0; end++)
            {
                depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            }

            yield return text[(at + start.Length)..end];
        }
    }
}

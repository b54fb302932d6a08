using System.Globalization;
using System.Text;

namespace ActivityMgmt.Incentives;

/// <summary>A shadow report as a page for people, in Markdown.</summary>
public static class ShadowMarkdown
{
    /// <summary>Writes a report in the language of a culture: totals, then what is unexplained, explained and equal.</summary>
    /// <param name="report">The report.</param>
    /// <param name="texts">The wordings.</param>
    /// <param name="names">Names of agents by id; an agent who isn't in it is shown by id.</param>
    /// <param name="culture">The reader's culture.</param>
    public static string Write(ShadowReport report, ITexts texts, IReadOnlyDictionary<string, string> names, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(names);
        var page = new StringBuilder();
        string Word(string code) => texts.Word(code, culture);
        string Shown(Money? amount) => amount is { } a ? texts.Format(Quantity.Of(a), culture) : "–";
        string Named(AgentId agent) => names.TryGetValue(agent.Value, out var name) ? $"{name} ({agent})" : agent.Value;

        page.Append("# ").Append(texts.Explain(Reason.Of("shadow.heading.report", ("period", report.Period.ToString())), culture)).Append("\n\n");
        page.Append(texts.Explain(Reason.Of("shadow.heading.totals", ("ours", report.Ours), ("theirs", report.Theirs), ("difference", report.Difference)), culture)).Append("\n\n");
        foreach (var match in (ShadowMatch[])[ShadowMatch.Unexplained, ShadowMatch.Explained, ShadowMatch.Equal])
        {
            var items = report.Of(match).ToArray();
            page.Append(CultureInfo.InvariantCulture, $"## {Word($"shadow.match.{match}")} ({items.Length})\n\n");
            if (items.Length == 0)
            {
                continue;
            }

            page.Append(CultureInfo.InvariantCulture, $"| {Word("shadow.heading.agent")} | {Word("pay.heading.component")} | {Word("shadow.heading.ours")} | {Word("shadow.heading.theirs")} | {Word("shadow.heading.difference")} | {Word("pay.heading.reason")} |\n|---|---|---:|---:|---:|---|\n");
            foreach (var item in items)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {Cell(Named(item.Agent))} | {item.Component} | {Shown(item.Ours)} | {Shown(item.Theirs)} | {Shown(item.Difference)} | {Cell(texts.Explain(item.Reason, culture))} |\n");
            }

            page.Append('\n');
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;

namespace ActivityMgmt.Incentives;

/// <summary>A statement as a page for people, in Markdown.</summary>
public static class StatementMarkdown
{
    /// <summary>Writes a statement in the language of a culture.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="texts">The wordings; names of measures come from a <see cref="MeasureTexts"/> among its sources.</param>
    /// <param name="names">Names of agents by id; an agent who isn't in it is shown by id.</param>
    /// <param name="culture">The reader's culture.</param>
    public static string Write(Statement statement, ITexts texts, IReadOnlyDictionary<string, string> names, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(names);
        return new Page(statement, texts, names, culture).Write();
    }

    private sealed class Page(Statement statement, ITexts texts, IReadOnlyDictionary<string, string> names, CultureInfo culture)
    {
        private readonly StringBuilder _page = new();

        public string Write()
        {
            Header();
            Table("pay.heading.lines", [.. statement.Lines.Where(l => l.Outcome != LineOutcome.Held)]);
            Table("pay.heading.held", [.. statement.Lines.Where(l => l.Outcome == LineOutcome.Held)]);
            Details();
            return _page.ToString();
        }

        private void Header()
        {
            var agent = names.TryGetValue(statement.Agent.Value, out var name) ? $"{name} ({statement.Agent})" : statement.Agent.Value;
            Line(Reason.Of("pay.heading.statement", ("agent", agent), ("period", statement.Period.ToString())), "# ");
            Line(Reason.Of("pay.heading.plan", ("plan", statement.Plan.Id), ("version", statement.Plan.Version), ("hash", statement.Plan.Hash[..Math.Min(12, statement.Plan.Hash.Length)])), "");
            Line(Reason.Of("pay.heading.total", ("total", statement.Total)), "**", "**");
            if (statement.Lines.Any(l => l.Outcome == LineOutcome.Held))
            {
                Line(Reason.Of("pay.heading.held-total", ("total", statement.HeldTotal)), "");
            }
        }

        private void Table(string heading, IReadOnlyList<StatementLine> lines)
        {
            if (lines.Count == 0)
            {
                return;
            }

            _page.Append("## ").Append(Word(heading)).Append("\n\n");
            _page.Append(CultureInfo.InvariantCulture, $"| {Word("pay.heading.number")} | {Word("pay.heading.component")} | {Word("pay.heading.outcome")} | {Word("pay.heading.amount")} | {Word("pay.heading.reason")} |\n|---:|---|---|---:|---|\n");
            foreach (var line in lines)
            {
                var reasons = line.Outcome == LineOutcome.Held ? line.Trace.Where(r => r.Code.StartsWith("pay.held.", StringComparison.Ordinal)) : [line.Reason];
                _page.Append(CultureInfo.InvariantCulture, $"| {NumberOf(line)} | {Cell(Component(line))} | {Word("pay.outcome." + StatementJson.Outcomes[(int)line.Outcome])} | {Shown(line.Amount)} | {Cell(string.Join(" ", reasons.Select(Explain)))} |\n");
            }

            _page.Append('\n');
        }

        private void Details()
        {
            _page.Append("## ").Append(Word("pay.heading.details")).Append("\n\n");
            foreach (var line in statement.Lines)
            {
                _page.Append(CultureInfo.InvariantCulture, $"### {NumberOf(line)}. {Component(line)}: {Shown(line.Amount)}\n\n`{line.Id}`\n\n");
                foreach (var step in line.Trace)
                {
                    _page.Append("- ").Append(Explain(step)).Append('\n');
                }

                _page.Append("- **").Append(Explain(line.Reason)).Append("**\n\n");
                if (line.Evidence.Facts.Count > 0)
                {
                    _page.Append(Word("pay.heading.facts")).Append(' ').AppendJoin(", ", line.Evidence.Facts.Select(f => $"`{f}`")).Append("\n\n");
                }
            }
        }

        private int NumberOf(StatementLine line) => statement.Lines.ToList().IndexOf(line) + 1;

        // A plan names its components; a host that wants words for them adds a source that knows component.<id>.
        private string Component(StatementLine line) => Word("component." + line.Component) is var word && word.StartsWith("component.", StringComparison.Ordinal) ? line.Component : word;

        private string Shown(Money? amount) => amount is { } a ? texts.Format(Quantity.Of(a), culture) : "–";

        private void Line(Reason reason, string before, string after = "") => _page.Append(before).Append(Explain(reason)).Append(after).Append("\n\n");

        private string Explain(Reason reason) => texts.Explain(reason, culture);

        private string Word(string code) => texts.Word(code, culture);

        private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace BranchQuarter;

/// <summary>What the run says to the person at the terminal: progress bars there, plain lines when the output is piped.</summary>
internal sealed class Screen(ITexts texts, CultureInfo culture, TextWriter output, bool isTerminal)
{
    public CultureInfo Culture => culture;

    public ITexts Texts => texts;

    public string Word(string code) => texts.Word(code, culture);

    public string Say(string code, params (string Name, ReasonValue Value)[] values) => texts.Explain(Reason.Of(code, values), culture);

    public string Say(Reason reason) => texts.Explain(reason, culture);

    /// <summary>The wording of an enumeration's value: its name in kebab case behind a prefix.</summary>
    public static ReasonValue Code(string prefix, Enum value) => ReasonValue.Term(prefix + JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    public string Word(string prefix, Enum value) => Word(Code(prefix, value).Text);

    public string Show(Quantity quantity) => texts.Format(quantity, culture);

    public void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
        output.WriteLine(new string('─', text.Sum(c => c > 0x2E80 ? 2 : 1)));
    }

    public void Line(string text) => output.WriteLine(text);

    public void Line(string code, params (string Name, ReasonValue Value)[] values) => output.WriteLine("  " + Say(code, values));

    /// <summary>Runs a stage; <paramref name="work"/> tells how far it is, from 0 to 1.</summary>
    public async Task<T> RunAsync<T>(string code, Func<IProgress<double>, Task<T>> work)
    {
        if (!isTerminal)
        {
            output.WriteLine("… " + Word(code));
            return await work(new Progress<double>()).ConfigureAwait(false);
        }

        return await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(Word(code)));
                var result = await work(new Bar(task)).ConfigureAwait(false);
                task.Value = task.MaxValue;
                return result;
            }).ConfigureAwait(false);
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value * task.MaxValue;
    }
}

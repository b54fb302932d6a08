using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>The wordings of several sources as one; the first source that knows a code wins, and what to do about it comes from the same source.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class TextCatalogue : ITexts
{
    private const string Remedy = ".remedy";

    private readonly ITextSource[] _sources;

    /// <summary>Joins sources. A host that wants its own wording puts its source first.</summary>
    public TextCatalogue(IEnumerable<ITextSource> sources) => _sources = [.. sources];

    /// <inheritdoc/>
    public string Word(string code, CultureInfo culture) => Find(code, culture) ?? code;

    /// <inheritdoc/>
    public string Explain(Reason reason, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(culture);
        if (SourceOf(reason.Code, culture) is not { } source)
        {
            return reason.ToString();
        }

        var what = Filled(source.Find(reason.Code, culture)!, reason, culture);
        return source.Find(reason.Code + Remedy, culture) is { } remedy
            ? what + (IsChinese(culture) ? "" : " ") + Filled(remedy, reason, culture)
            : what;
    }

    private string Filled(string wording, Reason reason, CultureInfo culture)
    {
        var template = Fitting(wording, reason);
        var text = new StringBuilder(template.Length + 32);
        var from = 0;
        while (from < template.Length)
        {
            var open = template.IndexOf('{', from);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                return text.Append(template, from, template.Length - from).ToString();
            }

            text.Append(template, from, open - from).Append(Shown(reason, template[(open + 1)..close], culture));
            from = close + 1;
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public string Format(Quantity quantity, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var value = quantity.ToDecimal();
        return quantity.Unit.Code switch
        {
            "ratio" => Rounded(value * 100m, 1).ToString("#,##0.#", culture) + (IsChinese(culture) ? "%" : " %"),
            "count" => Rounded(value, 2).ToString("#,##0.##", culture),
            "score" => Rounded(value, 1).ToString("#,##0.0", culture),
            _ when quantity.Unit.IsMoney => Rounded(value, 2).ToString("#,##0.00", culture) + " " + Word("unit." + quantity.Unit.Code, culture, quantity.Unit.Code),
            _ => Rounded(value, 1).ToString("#,##0.#", culture) + " " + Word("unit." + quantity.Unit.Code, culture, quantity.Unit.Code),
        };
    }

    // Without the parts between [[ and ]] for which a value is missing, and without the brackets of the others.
    private static string Fitting(string wording, Reason reason)
    {
        for (var open = wording.IndexOf("[[", StringComparison.Ordinal); open >= 0; open = wording.IndexOf("[[", open, StringComparison.Ordinal))
        {
            var close = wording.IndexOf("]]", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            var part = wording[(open + 2)..close];
            var isGiven = part.Split('{').Skip(1).All(p => reason.Values.Any(v => p.StartsWith(v.Key + "}", StringComparison.Ordinal)));
            wording = wording[..open] + (isGiven ? part : "") + wording[(close + 2)..];
        }

        return wording;
    }

    private ITextSource? SourceOf(string code, CultureInfo culture) => Array.Find(_sources, s => s.Find(code, culture) is not null);

    private string? Find(string code, CultureInfo culture) => SourceOf(code, culture)?.Find(code, culture);

    private string Word(string code, CultureInfo culture, string otherwise) => Find(code, culture) ?? otherwise;

    private string Shown(Reason reason, string name, CultureInfo culture)
    {
        foreach (var (key, value) in reason.Values)
        {
            if (key == name)
            {
                return Shown(value, culture);
            }
        }

        return "{" + name + "}";
    }

    private string Shown(ReasonValue value, CultureInfo culture) => value.Kind switch
    {
        ReasonValueKind.Number => decimal.Parse(value.Text, CultureInfo.InvariantCulture).ToString("#,##0.######", culture),
        ReasonValueKind.Quantity => Format(Quantity.Parse(value.Text), culture),
        ReasonValueKind.Date => Day(value.Text, culture),
        ReasonValueKind.Period => Day(value.Text[..10], culture) + (IsChinese(culture) ? "至" : " to ") + Day(value.Text[11..], culture),
        ReasonValueKind.Term => Word(value.Text, culture, value.Text),
        _ => value.Text,
    };

    private static string Day(string iso, CultureInfo culture)
    {
        var date = LocalDatePattern.Iso.Parse(iso).Value;
        return IsChinese(culture)
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日")
            : iso;
    }

    private static decimal Rounded(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    private static bool IsChinese(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh";
}

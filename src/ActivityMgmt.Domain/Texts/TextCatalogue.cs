using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>The wordings of several sources as one; the first source that knows a code wins.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class TextCatalogue : ITexts
{
    private readonly ITextSource[] _sources;

    /// <summary>Joins sources. A host that wants its own wording puts its source first.</summary>
    public TextCatalogue(IEnumerable<ITextSource> sources) => _sources = [.. sources];

    /// <inheritdoc/>
    public string Word(string code, CultureInfo culture) => Find(code, culture) ?? code;

    /// <inheritdoc/>
    public string Explain(Reason reason, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (Find(reason.Code, culture) is not { } template)
        {
            return reason.ToString();
        }

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

    private string? Find(string code, CultureInfo culture)
    {
        foreach (var source in _sources)
        {
            if (source.Find(code, culture) is { } text)
            {
                return text;
            }
        }

        return null;
    }

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

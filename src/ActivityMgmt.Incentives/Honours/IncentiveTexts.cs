using System.Globalization;

namespace ActivityMgmt.Incentives;

/// <summary>The names of titles and offers as wordings.</summary>
internal sealed class IncentiveTexts(IncentiveRules rules) : ITextSource
{
    /// <inheritdoc/>
    public string? Find(string code, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var name = rules.Titles.FirstOrDefault(t => "title." + t.Id == code)?.Name ?? rules.Support.FirstOrDefault(s => "support." + s.Id == code)?.Name;
        return name is null ? null : culture.TwoLetterISOLanguageName == "zh" ? name.Chinese : name.English;
    }
}

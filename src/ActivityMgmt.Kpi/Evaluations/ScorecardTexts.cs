using System.Globalization;

namespace ActivityMgmt.Kpi;

/// <summary>The names that a scorecard document gives its parts, as a source of wordings; the code of a part is <c>scorecard.</c> and its id.</summary>
public sealed class ScorecardTexts : ITextSource
{
    private readonly Dictionary<string, (string En, string Zh)> _names = new(StringComparer.Ordinal);

    /// <summary>Reads the names from a document.</summary>
    /// <exception cref="DocumentException">The text is not JSON, or its header or a name is wrong.</exception>
    public ScorecardTexts(PublishedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var root = ScorecardDocument.Parse(document);
        foreach (var part in root["parts"].Items)
        {
            _names["scorecard." + part["id"].Text()] = (part["name"]["en"].Text(), part["name"]["zh"].Text());
        }

        root.ThrowIfProblems();
    }

    /// <inheritdoc/>
    public string? Find(string code, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return !_names.TryGetValue(code, out var name) ? null : culture.TwoLetterISOLanguageName == "zh" ? name.Zh : name.En;
    }
}

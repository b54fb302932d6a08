using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>The names that a KPI document gives its measures, as a source of wordings.</summary>
public sealed class MeasureTexts : ITextSource
{
    private readonly Dictionary<string, MeasureDescription> _measures;

    /// <summary>Reads the names of measures.</summary>
    public MeasureTexts(IEnumerable<MeasureDescription> measures) => _measures = measures.ToDictionary(m => m.Id.Value);

    /// <inheritdoc/>
    public string? Find(string code, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _measures.TryGetValue(code, out var measure)
            ? culture.TwoLetterISOLanguageName == "zh" ? measure.NameZh : measure.NameEn
            : null;
    }
}

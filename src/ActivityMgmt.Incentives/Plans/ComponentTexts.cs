using System.Globalization;

namespace ActivityMgmt.Incentives;

/// <summary>The names of a plan's components as wordings.</summary>
internal sealed class ComponentTexts(IReadOnlyList<PayComponent> components) : ITextSource
{
    public const string Prefix = "component.";

    /// <inheritdoc/>
    public string? Find(string code, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return code.StartsWith(Prefix, StringComparison.Ordinal) && components.FirstOrDefault(c => c.Id == code[Prefix.Length..]) is { } component
            ? culture.TwoLetterISOLanguageName == "zh" ? component.Name.Chinese : component.Name.English
            : null;
    }
}

/// <summary>A component's name for people.</summary>
internal sealed record ComponentName(string English, string Chinese);

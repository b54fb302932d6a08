using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>Where the wording for codes comes from; each package brings one, a host may add its own.</summary>
public interface ITextSource
{
    /// <summary>The wording of a code in a language, with <c>{name}</c> where a value goes; <see langword="null"/> when the source doesn't know the code.</summary>
    /// <remarks>What stands between <c>[[</c> and <c>]]</c> is left out when the reason doesn't give each of the values in it. What to do about it, if there is anything, has a wording of its own under the code with <c>.remedy</c> behind it. Each refusal of these packages has one.</remarks>
    string? Find(string code, CultureInfo culture);
}

/// <summary>Makes text for people out of codes and values, in English or Chinese.</summary>
public interface ITexts
{
    /// <summary>The sentence for a reason, its values formatted for the culture, and after it what to do about it, where its wording says so. A code that no source knows is shown as the code with its values.</summary>
    string Explain(Reason reason, CultureInfo culture);

    /// <summary>The wording of a code without values: names of terms, headings, units. The code itself when no source knows it.</summary>
    string Word(string code, CultureInfo culture);

    /// <summary>A quantity for a reader: <c>12,000.00 CNY</c>, <c>74.9 %</c>, <c>12</c>. Display is rounded to the unit's usual decimals, half away from zero.</summary>
    string Format(Quantity quantity, CultureInfo culture);
}

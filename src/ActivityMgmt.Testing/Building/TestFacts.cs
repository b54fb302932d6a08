using NodaTime.Text;

namespace ActivityMgmt.Testing;

/// <summary>Facts with sensible defaults, so that a test says only what matters for its case. Use <c>with</c> for anything else.</summary>
/// <remarks>
/// Ids are plain text here, and a fact's own id is made from what is given, so that the same call gives the same fact again.
/// <value>Default: source <c>crm</c>, revision 1, 15 July 2026 for what happens, 1 January 2024 for what begins, currency CNY, Shanghai time.</value>
/// </remarks>
public static partial class TestFacts
{
    private static readonly LocalDate Beginning = new(2024, 1, 1);
    private static readonly LocalDate Day = new(2026, 7, 15);
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The same fact as another revision; change its content with <c>with</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="revision">From 1.</param>
    public static T InRevision<T>(this T fact, int revision)
        where T : Fact
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact with { Origin = fact.Origin with { Revision = revision } };
    }

    /// <summary>The same fact from another source system.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="source">The source; holds no slash.</param>
    public static T From<T>(this T fact, string source)
        where T : Fact
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact with { Origin = fact.Origin with { Source = source } };
    }

    private static FactOrigin Origin(string id) => new("crm", id);

    private static Money Yuan(decimal amount) => Money.Of(amount, "CNY");

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}

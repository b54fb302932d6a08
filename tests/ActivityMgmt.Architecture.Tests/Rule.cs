namespace ActivityMgmt.Architecture.Tests;

/// <summary>A rule is a function that lists its offenders, one readable line each.</summary>
internal static class Rule
{
    /// <summary>Fails with the whole list (Assert.Empty would show the first five).</summary>
    public static void Holds(IEnumerable<string> offenders)
    {
        var list = offenders.Order(StringComparer.Ordinal).ToList();
        if (list.Count > 0)
        {
            Assert.Fail($"{list.Count} offender(s):\n  {string.Join("\n  ", list)}");
        }
    }
}

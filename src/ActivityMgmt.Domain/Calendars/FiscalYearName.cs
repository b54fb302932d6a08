namespace ActivityMgmt.Domain;

/// <summary>After which civil year a fiscal year is named that lies in two of them.</summary>
public enum FiscalYearName
{
    /// <summary>The civil year in which it begins: April 2026 to March 2027 is 2026 (usual in Japan and India).</summary>
    YearItBegins,

    /// <summary>The civil year in which it ends: October 2026 to September 2027 is 2027 (usual in the United States).</summary>
    YearItEnds,
}

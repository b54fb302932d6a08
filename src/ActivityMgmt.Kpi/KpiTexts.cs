namespace ActivityMgmt.Kpi;

/// <summary>The wordings of this package in English and Chinese.</summary>
public static class KpiTexts
{
    /// <summary>The source; <c>AddKpi</c> adds it.</summary>
    public static ITextSource Source { get; } = new ResourceTexts("ActivityMgmt.Kpi.Texts.KpiTexts", typeof(KpiTexts).Assembly);
}

namespace ActivityMgmt.Incentives;

/// <summary>The wordings of this package in English and Chinese.</summary>
public static class IncentivesTexts
{
    /// <summary>The source, for a <see cref="TextCatalogue"/> that is put together by hand.</summary>
    public static ITextSource Source { get; } = new ResourceTexts("ActivityMgmt.Incentives.Texts.IncentivesTexts", typeof(IncentivesTexts).Assembly);
}

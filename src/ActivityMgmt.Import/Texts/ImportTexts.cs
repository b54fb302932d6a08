namespace ActivityMgmt.Import;

/// <summary>The wordings of this package, English and Chinese.</summary>
public static class ImportTexts
{
    /// <summary>Wordings of reject reasons and of problems in mapping documents; their codes begin with <c>import.</c>.</summary>
    public static ITextSource Resources { get; } = new ResourceTexts("ActivityMgmt.Import.Texts.ImportTexts", typeof(ImportTexts).Assembly);
}

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The wordings of this package.</summary>
internal static class StorageTexts
{
    public static ITextSource Source { get; } =
        new ResourceTexts("ActivityMgmt.EntityFrameworkCore.Texts.EntityFrameworkCoreTexts", typeof(StorageTexts).Assembly);
}

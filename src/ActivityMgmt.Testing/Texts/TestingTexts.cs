namespace ActivityMgmt.Testing;

/// <summary>The wordings of this package: its own reasons, and those that every storage has, in the same codes.</summary>
internal static class TestingTexts
{
    public static ITextSource Source { get; } =
        new ResourceTexts("ActivityMgmt.Testing.Texts.TestingTexts", typeof(TestingTexts).Assembly);
}

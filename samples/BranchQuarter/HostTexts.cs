namespace BranchQuarter;

/// <summary>The wordings of this host.</summary>
internal static class HostTexts
{
    public static ITextSource Source { get; } = new ResourceTexts("BranchQuarter.Texts.HostTexts", typeof(HostTexts).Assembly);
}

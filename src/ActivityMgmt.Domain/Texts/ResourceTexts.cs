using System.Globalization;
using System.Reflection;
using System.Resources;

namespace ActivityMgmt.Domain;

/// <summary>Wordings from an assembly's <c>.resx</c> resources: neutral English, Chinese in <c>zh-Hans</c>.</summary>
public sealed class ResourceTexts : ITextSource
{
    private readonly ResourceManager _resources;

    /// <summary>Reads the resources with a base name, such as <c>ActivityMgmt.Domain.Texts.DomainTexts</c>, from an assembly.</summary>
    public ResourceTexts(string baseName, Assembly assembly) => _resources = new ResourceManager(baseName, assembly);

    /// <summary>The wordings of this package.</summary>
    public static ITextSource Domain { get; } = new ResourceTexts("ActivityMgmt.Domain.Texts.DomainTexts", typeof(ResourceTexts).Assembly);

    /// <inheritdoc/>
    public string? Find(string code, CultureInfo culture) => _resources.GetString(code, culture);
}

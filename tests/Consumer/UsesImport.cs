using System.Globalization;
using ActivityMgmt.Domain;
using ActivityMgmt.Import;

namespace Consumer;

/// <summary>The smallest host doesn't import files; this compiles what an importing one calls.</summary>
internal static class UsesImport
{
    public static int Import(string folder, ITexts texts)
    {
        var result = CrmFolder.Read(folder, MappingDocument.Load("mapping.json"), KnownReferences.None);
        RejectsFile.Write("rejects.csv", result.Rejects, texts, CultureInfo.GetCultureInfo("zh-CN"));
        return result.MayBeStored ? 0 : 1;
    }
}

using ActivityMgmt.Import;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the import of CRM exports to a host.</summary>
public static class ActivityManagementImportExtensions
{
    /// <summary>Adds the wordings of the import's messages, so that the host's <see cref="ITexts"/> explains rejects. Reading itself needs no services: see <see cref="CrmFolder"/>.</summary>
    public static IActivityManagementBuilder AddImport(this IActivityManagementBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddTexts(ImportTexts.Resources);
    }
}

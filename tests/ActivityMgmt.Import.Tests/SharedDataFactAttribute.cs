namespace ActivityMgmt.Import.Tests;

/// <summary>A test on the public CRM data set, which is not part of the repository; skipped where it isn't found.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (PipelineFolder is null)
        {
            Skip = "The public data set crm-sales-pipeline was not found; set ACTIVITYMGMT_SHARED to the folder that holds data/crm-sales-pipeline.";
        }
    }

    public static string? PipelineFolder { get; } = Candidates().FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("ACTIVITYMGMT_SHARED") is { Length: > 0 } shared)
        {
            yield return Path.Combine(shared, "data", "crm-sales-pipeline");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data", "crm-sales-pipeline");
        }
    }
}

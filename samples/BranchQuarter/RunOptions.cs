using System.Globalization;

namespace BranchQuarter;

/// <summary>What the command line asks for.</summary>
internal sealed record RunOptions
{
    /// <summary>The folder with the CRM's files, or with a profile whose files lie in its folder <c>exports</c>.</summary>
    public required string Data { get; init; }

    /// <summary>The folder with profile, mapping, documents and decisions; null: found by itself.</summary>
    public string? Profile { get; init; }

    /// <summary>Where the outputs go.</summary>
    public required string Out { get; init; }

    /// <summary>The SQLite file.</summary>
    public required string Database { get; init; }

    /// <summary>The reader's language.</summary>
    public required CultureInfo Culture { get; init; }

    /// <summary>The folder with the profile, and the folder with the CRM's files.</summary>
    /// <remarks>A folder without a profile of its own is tried against the profile for the public pipeline data.</remarks>
    public (string Profile, string Exports) Folders()
    {
        if (!Directory.Exists(Data))
        {
            throw new InputException(Reason.Of("bq.missing-folder", ("folder", Data)));
        }

        var profile = Profile ?? (File.Exists(Path.Combine(Data, "profile.json")) ? Data : Path.Combine(SampleFolder, "pipeline"));
        var exports = Path.Combine(Data, "exports");
        return (profile, Directory.Exists(exports) ? exports : Data);
    }

    /// <summary>The sample's own folder: beside the sources when run from a checkout.</summary>
    public static string SampleFolder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "BranchQuarter.csproj")))
                {
                    return folder.FullName;
                }

                var nested = Path.Combine(folder.FullName, "samples", "BranchQuarter");
                if (File.Exists(Path.Combine(nested, "BranchQuarter.csproj")))
                {
                    return nested;
                }
            }

            return Directory.GetCurrentDirectory();
        }
    }
}

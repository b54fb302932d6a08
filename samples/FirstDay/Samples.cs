namespace FirstDay;

/// <summary>Finds the repository's samples from the built program upwards.</summary>
internal static class Samples
{
    public static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "samples");
            if (Directory.Exists(Path.Combine(samples, "FirstDay", "data")))
            {
                return samples;
            }
        }

        throw new DirectoryNotFoundException("Run the sample from a clone of the repository: samples/FirstDay/data is not above the program.");
    }
}

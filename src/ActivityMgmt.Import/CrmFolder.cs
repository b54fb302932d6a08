namespace ActivityMgmt.Import;

/// <summary>Reads a folder of CSV files that a CRM exported.</summary>
public static class CrmFolder
{
    /// <summary>Reads everything and checks it, before anything is stored. Touches no database and writes nothing.</summary>
    /// <remarks>
    /// What is wrong with the files is part of the result, not an exception. Each file is held in memory while its delivery is read.
    /// Facts stored twice, or in a changed form under the same revision, are the store's business.
    /// </remarks>
    /// <param name="folder">The folder: one delivery, or folders of deliveries named by date, as the mapping says.</param>
    /// <param name="mapping">What the files mean.</param>
    /// <param name="known">What the store knows already, so that facts may refer to it.</param>
    /// <param name="progress">Hears of every file before it is read.</param>
    /// <param name="cancellation">Stops the reading between rows.</param>
    /// <exception cref="ArgumentException">The mapping describes one delivery and has no date for it.</exception>
    /// <exception cref="IOException">A file is there but can't be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ImportResult Read(
        string folder,
        MappingDocument mapping,
        KnownReferences known,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(known);
        var map = mapping.Mapping;
        if (!map.HasFoldersByDate && map.DeliveredOn is null)
        {
            throw new ArgumentException($"Mapping '{map.Id}' has no \"deliveredOn\"; add it, or call {nameof(MappingDocument.WithDeliveredOn)}.", nameof(mapping));
        }

        var rejects = new Rejects(map.Tolerated);
        var reader = new DeliveryReader(map, known, rejects);
        var folders = DeliveryFolder.In(folder, map, rejects);
        var total = folders.Sum(f => map.Files.Select(m => m.File).Distinct().Count(m => File.Exists(f.FilePath(m))));
        var done = 0;
        var deliveries = folders.Select(f => reader.Read(f, file => progress?.Report(new(file, done++, total)), cancellation)).ToArray();
        if (folders.Count > 0)
        {
            ReportMissing(map, reader, rejects);
        }

        return new(deliveries, rejects.Sorted(), reader.Totals, Absent(map, reader));
    }

    private static void ReportMissing(Mapping mapping, DeliveryReader reader, Rejects rejects)
    {
        var mapped = mapping.Files.Where(f => f.IsRequired).Select(f => f.File);
        var joined = mapping.Files.Where(f => reader.FilesFound.Contains(f.File)).SelectMany(f => f.Lookups).Select(l => l.File);
        foreach (var file in mapped.Concat(joined).Distinct().Where(f => !reader.FilesFound.Contains(f)))
        {
            rejects.Add(new(file, 1), Rejections.MissingFile(file));
        }
    }

    private static IReadOnlyList<AbsentFile> Absent(Mapping mapping, DeliveryReader reader) =>
    [
        .. mapping.Files
            .Where(f => !f.IsRequired && !reader.FilesFound.Contains(f.File))
            .GroupBy(f => f.File, (file, entries) => new AbsentFile(file, [.. entries.Select(e => e.Shape.Kind).Distinct().Order()])),
    ];
}

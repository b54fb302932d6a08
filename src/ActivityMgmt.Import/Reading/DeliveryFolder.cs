using NodaTime.Text;

namespace ActivityMgmt.Import;

/// <summary>A folder that holds one delivery.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Prefix">What stands before a file's name to make it relative to the folder that the caller named.</param>
/// <param name="DeliveredOn">When it was delivered.</param>
internal sealed record DeliveryFolder(string Path, string Prefix, LocalDate DeliveredOn)
{
    public string Name => LocalDatePattern.Iso.Format(DeliveredOn);

    /// <summary>The deliveries in a folder, by date.</summary>
    public static IReadOnlyList<DeliveryFolder> In(string folder, Mapping mapping, Rejects rejects)
    {
        if (!Directory.Exists(folder))
        {
            rejects.Add(new(".", 1), Rejections.MissingFolder(folder));
            return [];
        }

        if (!mapping.HasFoldersByDate)
        {
            return [new(folder, "", mapping.DeliveredOn!.Value)];
        }

        var found = new List<DeliveryFolder>();
        foreach (var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = System.IO.Path.GetFileName(path);
            if (LocalDatePattern.Iso.Parse(name).TryGetValue(default, out var date))
            {
                found.Add(new(path, name + "/", date));
            }
            else if (!name.StartsWith('.'))
            {
                rejects.Add(new(name, 1), Rejections.WrongFolderName(name));
            }
        }

        if (found.Count == 0)
        {
            rejects.Add(new(".", 1), Rejections.NoDeliveries(folder));
        }

        return [.. found.OrderBy(f => f.DeliveredOn)];
    }

    public string FilePath(string file) => System.IO.Path.Combine(Path, file);
}

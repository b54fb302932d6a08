namespace ActivityMgmt.Import;

/// <summary>The columns joined from other files. A later delivery's rows replace an earlier one's.</summary>
internal sealed class LookupTables
{
    private readonly Dictionary<(string File, string Key, string Take), Dictionary<string, string?>> _tables = [];

    /// <summary>Adds a delivery's rows: key and value. A key that stands there twice with different values has none.</summary>
    public void Add(ValueSource.Lookup lookup, IEnumerable<(string Key, string Value)> rows)
    {
        var read = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (key, value) in rows)
        {
            read[key] = read.TryGetValue(key, out var known) && known != value ? null : value;
        }

        var at = (lookup.File, lookup.Key, lookup.Take);
        if (!_tables.TryGetValue(at, out var table))
        {
            _tables[at] = table = new(StringComparer.Ordinal);
        }

        foreach (var (key, value) in read)
        {
            table[key] = value;
        }
    }

    /// <summary>The value for a key; <see langword="null"/> when there is none, or more than one.</summary>
    public string? Find(ValueSource.Lookup lookup, string key) =>
        _tables.TryGetValue((lookup.File, lookup.Key, lookup.Take), out var table) ? table.GetValueOrDefault(key) : null;
}

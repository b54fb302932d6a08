namespace ActivityMgmt.Import;

/// <summary>Reads the deliveries one after the other; what one defines, the later ones may refer to.</summary>
internal sealed class DeliveryReader(Mapping mapping, KnownReferences known, Rejects rejects)
{
    private readonly ReferenceCheck _references = new(mapping, known, rejects);
    private readonly LookupTables _lookups = new();
    private readonly HashSet<string> _filesFound = new(StringComparer.Ordinal);

    /// <summary>The files that were in at least one delivery.</summary>
    public IReadOnlySet<string> FilesFound => _filesFound;

    public List<FileTotals> Totals { get; } = [];

    public FactDelivery Read(DeliveryFolder folder, Action<string> starting, CancellationToken cancellation)
    {
        ReadLookups(folder);
        var candidates = new List<Candidate>();
        var passes = new List<FilePass>();
        foreach (var entries in mapping.Files.GroupBy(f => f.File))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = folder.FilePath(entries.Key);
            if (!File.Exists(path))
            {
                continue;
            }

            starting(folder.Prefix + entries.Key);
            _filesFound.Add(entries.Key);
            var pass = new FilePass(folder.Prefix + entries.Key, mapping, rejects);
            pass.Read(CsvTable.Open(path, mapping.Encoding, mapping.Delimiter), [.. entries], _lookups, candidates, cancellation);
            passes.Add(pass);
        }

        var accepted = _references.Check(candidates);
        Count(passes, candidates, accepted);
        return new()
        {
            Name = folder.Name,
            DeliveredOn = folder.DeliveredOn,
            Source = mapping.Source,
            Facts = [.. accepted.Select(c => c.Incoming)],
            Names = Names(accepted),
            CompleteKinds = Complete(folder, passes),
        };
    }

    private void ReadLookups(DeliveryFolder folder)
    {
        foreach (var lookup in mapping.Files.SelectMany(f => f.Lookups).DistinctBy(l => (l.File, l.Key, l.Take)))
        {
            var path = folder.FilePath(lookup.File);
            if (!File.Exists(path))
            {
                continue;
            }

            _filesFound.Add(lookup.File);
            var table = CsvTable.Open(path, mapping.Encoding, mapping.Delimiter);
            var pass = new FilePass(folder.Prefix + lookup.File, mapping, rejects);
            if (pass.HasColumns(table, [new(lookup.Key), new(lookup.Take)]))
            {
                var isMapped = mapping.Files.Any(f => f.File == lookup.File);
                _lookups.Add(lookup, pass.Joined(table, lookup, reports: !isMapped));
            }
        }
    }

    private void Count(List<FilePass> passes, List<Candidate> candidates, List<Candidate> accepted)
    {
        var facts = accepted.CountBy(c => c.Incoming.Place!.File).ToDictionary();
        var passed = accepted.ToHashSet<Candidate>(ReferenceEqualityComparer.Instance);
        foreach (var candidate in candidates.Where(c => !passed.Contains(c)))
        {
            passes.First(p => p.File == candidate.Incoming.Place!.File).Reject(candidate.Incoming.Place!.Line);
        }

        Totals.AddRange(passes.Select(p => new FileTotals(p.File, p.RowsRead, facts.GetValueOrDefault(p.File), p.RowsRejected, p.RowsSkipped)));
    }

    private static IReadOnlyList<PersonName> Names(List<Candidate> accepted) =>
    [
        .. accepted.SelectMany(c => c.Names)
            .GroupBy(n => (n.Person.Kind, n.Person.Id))
            .Select(g => g.OrderByDescending(n => n.Revision).ThenBy(n => n.Person.Name, StringComparer.Ordinal).First().Person)
            .OrderBy(p => p.Kind)
            .ThenBy(p => p.Id, StringComparer.Ordinal),
    ];

    // A file that is absent, or lost a row to a problem, is not known to be complete: nothing is removed on its word.
    private IReadOnlyList<FactKind> Complete(DeliveryFolder folder, List<FilePass> passes) =>
    [
        .. mapping.Files
            .GroupBy(f => f.Shape.Kind)
            .Where(kind => kind.All(f => f.IsComplete && passes.Any(p => p.File == folder.Prefix + f.File && p.IsWhole)))
            .Select(kind => kind.Key),
    ];
}

using System.Text;

namespace ActivityMgmt.Import;

/// <summary>Reads the head of a mapping document; its files are read by <see cref="FileMappingReader"/>.</summary>
internal sealed class MappingReader(DocumentNode root)
{
    public Mapping Read()
    {
        root.AllowOnly(
            "id", "version", "source", "currency", "timeZone", "localTimes", "deliveries", "deliveredOn", "dateFormats", "numbers",
            "encoding", "delimiter", "salt", "tolerate", "files");
        var version = root["version"].Whole();
        if (version < 1 && root["version"].Kind == DocumentNodeKind.Number)
        {
            root["version"].Report(Reason.Of("import.mapping.version"));
        }

        var byDate = root["deliveries"].OneOf("folders-by-date", "one") == "folders-by-date";
        if (byDate && !root["deliveredOn"].IsNothing)
        {
            root["deliveredOn"].Report(Reason.Of("import.mapping.delivered-on"));
        }

        var rules = new ReadingRules
        {
            Dates = Formats.Read(root["dateFormats"]) ?? new([DateFormat.Of("uuuu-MM-dd")]),
            Numbers = Formats.ReadNumbers(root["numbers"]) ?? NumberFormat.Plain,
            Zone = Zone(),
            RefusesUnclearTimes = !root["localTimes"].IsNothing && root["localTimes"].OneOf("lenient", "strict") == "strict",
        };
        var currency = Currency();
        var salt = root["salt"].Text("")!;
        return new()
        {
            Id = Filled(root["id"]),
            Version = version,
            Source = Source(),
            Currency = currency,
            Zone = rules.Zone,
            HasFoldersByDate = byDate,
            DeliveredOn = root["deliveredOn"].IsNothing ? null : root["deliveredOn"].Date(),
            Encoding = TextEncoding(),
            Delimiter = Delimiter(),
            Salt = salt,
            Tolerated = root["tolerate"].Items.Select(i => i.OneOf([.. RejectCodes.Tolerable])).ToHashSet(),
            Files = Files(rules, currency, salt),
        };
    }

    private List<FileMapping> Files(ReadingRules rules, string? currency, string salt)
    {
        var nodes = root["files"].Items;
        if (nodes.Count == 0 && root["files"].Kind is DocumentNodeKind.List or DocumentNodeKind.Nothing)
        {
            root["files"].Report(Reason.Of("import.mapping.no-files"));
        }

        var files = new List<FileMapping>();
        foreach (var node in nodes)
        {
            if (new FileMappingReader(node, rules, currency, salt).Read() is not { } file)
            {
                continue;
            }

            if (files.Any(f => f.Shape == file.Shape && f.IsComplete != file.IsComplete))
            {
                node["complete"].Report(Reason.Of("import.mapping.mixed-complete", ("fact", file.Shape.Name)));
            }

            files.Add(file);
        }

        return files;
    }

    private DateTimeZone Zone()
    {
        var id = root["timeZone"].Text();
        if (id.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone)
        {
            return zone;
        }

        if (root["timeZone"].Kind == DocumentNodeKind.Text)
        {
            root["timeZone"].Unknown("import.mapping.zone", id, DateTimeZoneProviders.Tzdb.Ids);
        }

        return DateTimeZone.Utc;
    }

    private string? Currency()
    {
        var currency = root["currency"].Text(null);
        if (currency is not null && root["currency"].Kind == DocumentNodeKind.Text && !CurrencyType.IsCurrency(currency))
        {
            root["currency"].Report(Reason.Of("import.mapping.currency", ("value", currency)));
            return "XXX";
        }

        return currency;
    }

    private string Source()
    {
        var source = Filled(root["source"]);
        if (source.Contains('/', StringComparison.Ordinal))
        {
            root["source"].Report(Reason.Of("import.mapping.source", ("value", source)));
        }

        return source;
    }

    private Encoding TextEncoding() => root["encoding"].IsNothing
        ? Encoding.UTF8
        : root["encoding"].OneOf("utf-8", "gb18030", "utf-16") switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!,
            "utf-16" => Encoding.Unicode,
            _ => Encoding.UTF8,
        };

    private string Delimiter()
    {
        var delimiter = root["delimiter"].Text(",")!;
        if (delimiter.Length == 1 && delimiter[0] is not ('"' or '\r' or '\n' or ' '))
        {
            return delimiter;
        }

        if (root["delimiter"].Kind == DocumentNodeKind.Text)
        {
            root["delimiter"].Report(Reason.Of("import.mapping.delimiter", ("value", delimiter)));
        }

        return ",";
    }

    private static string Filled(DocumentNode node)
    {
        var text = node.Text();
        if (node.Kind == DocumentNodeKind.Text && string.IsNullOrWhiteSpace(text))
        {
            node.Report(Reason.Of("import.mapping.empty"));
        }

        return text;
    }
}

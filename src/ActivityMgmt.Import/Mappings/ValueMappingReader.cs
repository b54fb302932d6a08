using System.Globalization;

namespace ActivityMgmt.Import;

/// <summary>Reads where a value comes from: a column's name, or an object with <c>column</c>, <c>constant</c>, <c>columns</c> or <c>lookup</c>.</summary>
internal sealed class ValueMappingReader(string salt)
{
    private static readonly string[] Sources = ["column", "constant", "columns", "lookup"];

    private static readonly string[] Members =
    [
        .. Sources, "required", "separator", "key", "by", "take", "codes", "otherwise", "keepUnlisted", "whenEmpty", "pseudonym",
    ];

    /// <summary>Reads a value.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="isPart">Whether it is only a part of another value, which has no format of its own.</param>
    public ValueMapping Read(DocumentNode node, bool isPart = false)
    {
        if (node.Kind != DocumentNodeKind.Members)
        {
            return new(new ValueSource.Column(new(Column(node))));
        }

        node.AllowOnly(isPart ? Members : [.. Members, "format", "numbers"]);
        if (Sources.Count(s => !node[s].IsNothing) != 1)
        {
            node.Report(Reason.Of("import.mapping.one-source"));
            return new(new ValueSource.Constant(""));
        }

        Belongs(node, "lookup", "key", "by", "take");
        Belongs(node, "columns", "separator");
        Belongs(node, "column", "required");
        var value = new ValueMapping(Source(node))
        {
            WhenEmpty = node["whenEmpty"].IsNothing ? null : Canonical(node["whenEmpty"]),
            Codes = Codes(node["codes"]),
            Otherwise = node["otherwise"].IsNothing ? null : Canonical(node["otherwise"]),
            KeepsUnlisted = node["keepUnlisted"].Flag(false),
            IsPseudonym = node["pseudonym"].Flag(false),
        };
        Check(node, value);
        return value;
    }

    /// <summary>A list of values as one text.</summary>
    public ValueMapping Joined(DocumentNode list, string separator)
    {
        if (list.Kind == DocumentNodeKind.List && list.Items.Count == 0)
        {
            list.Report(Reason.Of("import.mapping.empty"));
        }

        return new(new ValueSource.Joined([.. list.Items.Select(i => Read(i, isPart: true))], separator));
    }

    private ValueSource Source(DocumentNode node)
    {
        if (!node["constant"].IsNothing)
        {
            return new ValueSource.Constant(Canonical(node["constant"]));
        }

        if (!node["columns"].IsNothing)
        {
            return Joined(node["columns"], node["separator"].Text(" ")!).Source;
        }

        return node["lookup"].IsNothing
            ? new ValueSource.Column(new(Column(node["column"]), node["required"].Flag(true)))
            : new ValueSource.Lookup(FileMappingReader.FileName(node["lookup"]), Column(node["key"]), Column(node["take"]), Read(node["by"], isPart: true));
    }

    private void Check(DocumentNode node, ValueMapping value)
    {
        if (value.Codes is null && ((value.Otherwise is not null && value.Source is not ValueSource.Lookup) || value.KeepsUnlisted))
        {
            node.Report(Reason.Of("import.mapping.otherwise-without-codes"));
        }

        if (value.Otherwise is not null && value.KeepsUnlisted)
        {
            node["keepUnlisted"].Report(Reason.Of("import.mapping.otherwise-or-keep"));
        }

        if (value.IsPseudonym && value.Codes is not null)
        {
            node["pseudonym"].Report(Reason.Of("import.mapping.pseudonym-with-codes"));
        }

        if (value.IsPseudonym && salt.Length == 0)
        {
            node["pseudonym"].Report(Reason.Of("import.mapping.no-salt"));
        }
    }

    private static Dictionary<string, string>? Codes(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return null;
        }

        if (node.Kind != DocumentNodeKind.Members || node.Names.Count == 0)
        {
            node.Report(Reason.Of("import.mapping.codes"));
            return null;
        }

        return node.Names.ToDictionary(n => n, n => Canonical(node[n]), StringComparer.Ordinal);
    }

    private static void Belongs(DocumentNode node, string source, params string[] members)
    {
        foreach (var member in members)
        {
            if (node[source].IsNothing && !node[member].IsNothing)
            {
                node[member].Report(Reason.Of("import.mapping.belongs", ("member", member), ("source", source)));
            }
        }
    }

    private static string Canonical(DocumentNode node) => node.Kind switch
    {
        DocumentNodeKind.Flag => node.Flag(false) ? "true" : "false",
        DocumentNodeKind.Number => node.Number().ToString(CultureInfo.InvariantCulture),
        _ => node.Text().Trim(),
    };

    private static string Column(DocumentNode node)
    {
        var name = node.Text().Trim();
        if (name.Length == 0 && node.Kind == DocumentNodeKind.Text)
        {
            node.Report(Reason.Of("import.mapping.empty"));
        }

        return name;
    }
}

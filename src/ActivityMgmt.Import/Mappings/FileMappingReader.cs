namespace ActivityMgmt.Import;

/// <summary>Reads one entry of a mapping document's <c>files</c>.</summary>
internal sealed class FileMappingReader(DocumentNode node, ReadingRules rules, string? currency, string salt)
{
    /// <summary>The entry; <see langword="null"/> when it is so wrong that nothing follows from it.</summary>
    public FileMapping? Read()
    {
        node.AllowOnly("file", "fact", "required", "complete", "id", "revision", "sequence", "columns", "where");
        if (node.Kind != DocumentNodeKind.Members)
        {
            return null;
        }

        var file = FileName(node["file"]);
        var name = node["fact"].OneOf([.. FactShape.All.Select(s => s.Name)]);
        if (node["fact"].Kind != DocumentNodeKind.Text || FactShape.All.FirstOrDefault(s => s.Name == node["fact"].Text()) is not { } shape)
        {
            return null;
        }

        var columns = node["columns"];
        columns.AllowOnly([.. shape.Fields.Select(f => f.Name)]);
        var fields = new List<FieldMapping>();
        foreach (var field in shape.Fields.Where(f => !columns[f.Name].IsNothing))
        {
            fields.Add(Field(field, columns[field.Name]));
        }

        foreach (var field in shape.Fields.Where(f => f.IsRequired && columns[f.Name].IsNothing))
        {
            columns.Report(Reason.Of("import.mapping.field-not-mapped", ("field", field.Name), ("fact", name)));
        }

        if (currency is null && shape.HasMoney && columns["currency"].IsNothing && fields.Any(f => f.Field.Type == DecimalType.NotNegative))
        {
            node["columns"].Report(Reason.Of("import.mapping.no-currency"));
        }

        if (Id(shape, fields) is not { } id)
        {
            return null;
        }

        var mapping = new FileMapping
        {
            File = file,
            Shape = shape,
            IsRequired = node["required"].Flag(true),
            IsComplete = node["complete"].Flag(false),
            Id = id,
            Revision = node["revision"].IsNothing ? null : Field(new("revision", WholeType.FromOne), node["revision"]),
            Sequence = node["sequence"].IsNothing ? null : Field(new("sequence", WholeType.Sequence), node["sequence"]),
            Fields = fields,
            Where = Where(),
        };
        RefuseNamesInFacts(mapping);
        return mapping;
    }

    /// <summary>A relative file name inside the folder, with forward slashes.</summary>
    public static string FileName(DocumentNode node)
    {
        var name = node.Text();
        if (node.Kind == DocumentNodeKind.Text
            && (name.Length == 0 || name.Contains('\\', StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Split('/').Any(p => p is "" or "." or "..")))
        {
            node.Report(Reason.Of("import.mapping.file-name", ("value", name)));
        }

        return name;
    }

    private FieldMapping Field(FactField field, DocumentNode value)
    {
        var reader = new ValueMappingReader(salt);
        var mapped = reader.Read(value);
        var own = rules with
        {
            Dates = Formats.Read(value["format"]) ?? rules.Dates,
            Numbers = Formats.ReadNumbers(value["numbers"]) ?? rules.Numbers,
        };
        if (field.Type == MomentType.InZone && mapped.Source is not ValueSource.Constant)
        {
            own = own with { Dates = own.Dates.WithTime };
            if (own.Dates.Formats.Count == 0)
            {
                value.Report(Reason.Of("import.mapping.format-without-time", ("field", field.Name)));
            }
        }

        var mapping = new FieldMapping(field, mapped, own);
        CheckOwnTexts(mapping, value);
        return mapping;
    }

    private static void CheckOwnTexts(FieldMapping mapping, DocumentNode value)
    {
        var type = mapping.Field.Type;
        foreach (var text in mapping.Value.CanonicalTexts)
        {
            if (type.Codes is { } codes && !codes.Contains(text))
            {
                value.Unknown("document.unknown-value", text, codes);
            }
            else if (type.Codes is null && type.Read(text, mapping.CanonicalRules, mapping.Field.Name, out _) is not null)
            {
                value.Report(Reason.Of("import.mapping.wrong-constant", ("value", text), ("expected", ReasonValue.Term(type.Expected))));
            }
        }
    }

    private FieldMapping? Id(FactShape shape, List<FieldMapping> fields)
    {
        var id = node["id"];
        if (id.IsNothing)
        {
            if (fields.FirstOrDefault(f => f.Field.Name == shape.Defines) is { } definer)
            {
                return definer;
            }

            id.Report(Reason.Of("import.mapping.no-id", ("fact", shape.Name)));
            return null;
        }

        var reader = new ValueMappingReader(salt);
        var value = id.Kind == DocumentNodeKind.List ? reader.Joined(id, "/") : reader.Read(id);
        return new(FactField.Text("id"), value, rules);
    }

    private List<RowFilter> Where()
    {
        var where = node["where"];
        var filters = new List<RowFilter>();
        foreach (var filter in where.Kind == DocumentNodeKind.Members ? [where] : where.Items)
        {
            filter.AllowOnly("column", "equals", "not");
            if (filter["equals"].IsNothing == filter["not"].IsNothing)
            {
                filter.Report(Reason.Of("import.mapping.where"));
                continue;
            }

            var equal = !filter["equals"].IsNothing;
            var texts = equal ? filter["equals"] : filter["not"];
            filters.Add(new(
                filter["column"].Text(),
                (texts.Kind == DocumentNodeKind.Text ? [texts] : texts.Items).Select(t => t.Text().Trim()).ToHashSet(),
                equal));
        }

        return filters;
    }

    private void RefuseNamesInFacts(FileMapping mapping)
    {
        var values = mapping.Everything.SelectMany(f => f.Value.WithParts.Select(v => (f.Field, Value: v))).Distinct().ToArray();
        var names = values
            .Where(v => v.Value.IsPseudonym || v.Field.Name == "name")
            .SelectMany(v => v.Value.Source.Columns)
            .Select(c => c.Name)
            .ToHashSet();
        foreach (var (field, value) in values)
        {
            if (field.Name != "name" && !value.IsPseudonym && value.Source is ValueSource.Column column && names.Contains(column.Name.Name))
            {
                (field.Name == "id" ? node["id"] : node["columns"][field.Name]).Report(Reason.Of("import.mapping.name-in-fact", ("column", column.Name.Name)));
            }
        }
    }
}

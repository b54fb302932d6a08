namespace ActivityMgmt.Import;

/// <summary>A name that a row gives to an id, and the row's revision: of several, the highest revision's counts.</summary>
internal sealed record NamedPerson(PersonName Person, int Revision);

/// <summary>A fact made from a row, before its references are known to exist.</summary>
internal sealed record Candidate(FileMapping Mapping, IncomingFact Incoming, RawRow Raw, IReadOnlyList<NamedPerson> Names, IReadOnlyList<UsedReference> References);

/// <summary>A reference that a fact makes to master data.</summary>
internal readonly record struct UsedReference(FactKind Kind, string Id, string Column);

/// <summary>Reads the rows of one file by one mapping entry.</summary>
internal sealed class RowReader(FileMapping mapping, ValueEvaluation evaluation, string file, string source, string? currency)
{
    private readonly FieldMapping[] _fields = [.. mapping.Everything];
    private readonly RowValues _values = new(currency);

    public FileMapping Mapping => mapping;

    /// <summary>Whether the entry takes the row.</summary>
    public bool Takes(IReadOnlyList<string> fields)
    {
        foreach (var filter in mapping.Where)
        {
            if (filter.Texts.Contains(evaluation.Column(filter.Column, fields)) != filter.Equal)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The row as a fact; <see langword="null"/> when it has problems, which are added to the list with their column.</summary>
    public Candidate? Read(CsvRow row, List<(string Column, Reason Reason)> problems)
    {
        _values.Clear();
        var before = problems.Count;
        var names = new List<NamedPerson>();
        var references = new List<UsedReference>();
        foreach (var field in _fields)
        {
            var problem = evaluation.Evaluate(field.Value, row.Fields, out var text) ?? Set(field, text);
            if (problem is not null)
            {
                problems.Add((field.Column, problem));
            }
            else if (text.Text.Length > 0)
            {
                Note(field, text, names, references);
            }
        }

        if (problems.Count == before && mapping.Shape.Contradiction(_values, ColumnOf) is var (wrong, reason))
        {
            problems.Add((ColumnOf(wrong), reason));
        }

        if (problems.Count > before)
        {
            return null;
        }

        var revision = _values.WholeOrNone("revision") ?? 1;
        // Without an id of its own, a row of master data is named by what it defines.
        var id = _values.TextOrNone("id") ?? _values.Text(mapping.Shape.Defines!);
        var fact = mapping.Shape.Make(_values, new(source, id, revision, _values.LongOrNone("sequence") ?? 0));
        if (_values.TextOrNone("name") is { } name)
        {
            names.Add(new(new(mapping.Shape.Kind, _values.Text(mapping.Shape.Defines!), name), revision));
        }

        return new(mapping, new(fact, new(file, row.Line)), row.Raw, names, references);
    }

    /// <summary>The id of the agent, customer or policy that a rejected row would have defined; <see langword="null"/> when it can't be told.</summary>
    public string? Defined(IReadOnlyList<string> fields) =>
        mapping.Definer is { } definer && evaluation.Evaluate(definer.Value, fields, out var text) is null && text.Text.Length > 0 ? text.Text : null;

    private string ColumnOf(string field) => mapping.Fields.FirstOrDefault(f => f.Field.Name == field)?.Column ?? field;

    private Reason? Set(FieldMapping field, EvaluatedText text)
    {
        if (text.Text.Length == 0)
        {
            return field.Field.IsRequired && field.Field.Name is not ("revision" or "sequence") ? Rejections.Empty(field.Column) : null;
        }

        var problem = field.Field.Type.Read(text.Text, text.IsCanonical ? field.CanonicalRules : field.Rules, field.Column, out var value);
        if (problem is null)
        {
            _values.Set(field.Field.Name, value!);
        }

        return problem;
    }

    private void Note(FieldMapping field, EvaluatedText text, List<NamedPerson> names, List<UsedReference> references)
    {
        if (field.Field.Refers is { } kind)
        {
            references.Add(new(kind, text.Text, field.Column));
        }

        var person = field.Field.Refers ?? (field.Field.Name == mapping.Shape.Defines ? mapping.Shape.Kind : null as FactKind?);
        if (text.Name is { } name && person is FactKind.Agent or FactKind.Customer)
        {
            names.Add(new(new(person.Value, text.Text, name), 0));
        }
    }
}

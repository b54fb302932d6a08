namespace ActivityMgmt.Kpi;

/// <summary>A measure as the document writes it, with what every kind needs to be compiled.</summary>
internal sealed class MeasureForm(string id, DocumentNode node, string currency, MeasureCompiler compiler)
{
    private static readonly string[] Common = ["id", "name", "description", "unit", "better", "kind"];

    public DocumentNode Node => node;

    public string Currency => currency;

    public Measure? Compile()
    {
        var kind = MeasureKinds.All[node["kind"].OneOf([.. MeasureKinds.All.Keys])];
        node.AllowOnly([.. Common, .. kind.Members]);
        return kind.Compile(this);
    }

    /// <summary>The description with a unit that follows from the kind; a declared unit must be that, or one of the others allowed.</summary>
    /// <param name="natural">The unit that follows; null when only the document can say.</param>
    /// <param name="isAdditive">Whether days add up.</param>
    /// <param name="alsoAllowed">Other units that say the same.</param>
    public MeasureDescription Describe(Unit? natural, bool isAdditive, params Unit[] alsoAllowed)
    {
        var better = node["better"];
        return new()
        {
            Id = new(id),
            Unit = UnitOf(natural, alsoAllowed),
            Direction = better.IsNothing || better.OneOf("higher", "lower") == "higher" ? Direction.HigherIsBetter : Direction.LowerIsBetter,
            IsAdditive = isAdditive,
            NameEn = Name("en"),
            NameZh = Name("zh"),
        };
    }

    /// <summary>The facts with the measure's condition; only those that have a value in the field, when there is one.</summary>
    public FactFilter Filter(FactField? of) => new(Facts, Counting.Read(node, Facts), Where(Fields), of, Fields);

    /// <summary>The condition over fields; null when there is none.</summary>
    public Expression? Where(IReadOnlyDictionary<string, FactField> fields) => node["where"].IsNothing
        ? null
        : Expression.Read(node["where"], new ExpressionSchema(fields.Values.Select(f => f.Name)), ExpressionType.Flag);

    /// <summary>A selection of facts within the measure, which has no more than that.</summary>
    public MeasureForm Selection(string member)
    {
        if (!node[member].IsNothing)
        {
            node[member].AllowOnly("facts", "where", "countedOn", "gates");
        }

        return new(id, node[member], currency, compiler);
    }

    /// <summary>The field that <c>of</c> names; null when a problem was reported.</summary>
    public FactField? Field() => Field(node["of"]);

    /// <summary>The field of the selected facts that a text of the document names; null when a problem was reported.</summary>
    public FactField? Field(DocumentNode of)
    {
        var name = of.Text();
        if (Fields.TryGetValue(name, out var known))
        {
            return known;
        }

        if (of.Kind == DocumentNodeKind.Text)
        {
            of.Unknown("kpi.unknown-field", name, Fields.Keys);
        }

        return null;
    }

    /// <summary>A whole number from a least one on; the least one when a problem was reported.</summary>
    public int Whole(string member, int least)
    {
        var number = node[member].Whole();
        if (number < least && node[member].Kind == DocumentNodeKind.Number)
        {
            node[member].Report(Reason.Of(least == 0 ? "kpi.not-negative" : "kpi.at-least-1", ("value", number)));
        }

        return Math.Max(number, least);
    }

    /// <summary>The numeric field that <c>of</c> names; null when a problem was reported.</summary>
    public FactField? NumberField()
    {
        var named = Field();
        if (named is null || named.Name.Type == ExpressionType.Number)
        {
            return named;
        }

        node["of"].Unknown("kpi.field-is-no-number", named.Name.Name, Fields.Values.Where(f => f.Name.Type == ExpressionType.Number).Select(f => f.Name.Name));
        return null;
    }

    /// <summary>The measure that a member names; null when a problem was reported.</summary>
    public Measure? Part(string member)
    {
        var name = node[member].Text();
        return node[member].Kind == DocumentNodeKind.Text ? compiler.Find(name, node[member]) : null;
    }

    /// <summary>Every measure as a name for expressions, compiled when it is asked for.</summary>
    public ExpressionSchema Measures(DocumentNode asking) => new(
        name => compiler.Ids.Contains(name) && compiler.Find(name, asking)?.Description is { } d
            ? new() { Name = name, Type = ExpressionType.Number, Unit = d.Unit }
            : compiler.Ids.Contains(name) ? new() { Name = name, Type = ExpressionType.Number } : null,
        () => compiler.Ids);

    /// <summary>The measures that a formula names; those with problems, which were reported, are left out.</summary>
    public IReadOnlyDictionary<string, Measure> PartsOf(Expression formula) => formula.Names
        .Select(name => (name, Measure: compiler.Find(name, node)))
        .Where(part => part.Measure is not null)
        .ToDictionary(part => part.name, part => part.Measure!, StringComparer.Ordinal);

    public bool IsAdditive(string measure) => compiler.Find(measure, node)?.Description.IsAdditive == true;

    private FactKind Facts => FactFields.Kinds[node["facts"].OneOf([.. FactFields.Kinds.Keys])];

    private IReadOnlyDictionary<string, FactField> Fields => field ??= FactFields.Of(Facts, currency);

    private Unit UnitOf(Unit? natural, Unit[] alsoAllowed)
    {
        var unit = node["unit"];
        if (unit.IsNothing)
        {
            return natural ?? Unit.Count;
        }

        if (!TryParse(unit.Text(), out var declared))
        {
            if (unit.Kind == DocumentNodeKind.Text)
            {
                unit.Unknown("kpi.unknown-unit", unit.Text(), ["count", "ratio", "hours", "minutes", "days", "score", currency]);
            }

            return natural ?? Unit.Count;
        }

        if (natural is { } follows && declared != follows && !alsoAllowed.Contains(declared))
        {
            unit.Report(Reason.Of("kpi.unit-differs", ("declared", declared.Code), ("follows", follows.Code)));
        }

        return declared;
    }

    private string Name(string language)
    {
        var name = node["name"];
        if (!name.IsNothing)
        {
            name.AllowOnly("en", "zh");
        }

        return name[language].Text();
    }

    private static bool TryParse(string code, out Unit unit)
    {
        try
        {
            unit = Unit.Parse(code);
            return true;
        }
        catch (FormatException)
        {
            unit = default;
            return false;
        }
    }
}

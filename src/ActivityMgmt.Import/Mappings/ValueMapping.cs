namespace ActivityMgmt.Import;

/// <summary>A value of a row: where it comes from, and what is done to its text before it is read.</summary>
/// <remarks>In this order: take the text without surrounding blanks, fill it in when empty, translate codes, replace a name by a pseudonym.</remarks>
internal sealed record ValueMapping(ValueSource Source)
{
    /// <summary>What counts when the text is empty, written canonically; <see langword="null"/> when it stays empty.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>The export's codes and what they stand for, written canonically; <see langword="null"/> when nothing is translated.</summary>
    public IReadOnlyDictionary<string, string>? Codes { get; init; }

    /// <summary>What an unlisted code, or a key without a match in a joined file, stands for; <see langword="null"/> when it is rejected or kept.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Whether an unlisted code is taken as it is.</summary>
    public bool KeepsUnlisted { get; init; }

    /// <summary>Whether the text is a person's name, which must not get into facts.</summary>
    public bool IsPseudonym { get; init; }

    /// <summary>The canonical texts that the document gives for this value.</summary>
    public IEnumerable<string> CanonicalTexts
    {
        get
        {
            IEnumerable<string?> own = [WhenEmpty, Otherwise, Source is ValueSource.Constant constant ? constant.Text : null];
            return own.OfType<string>().Concat(Codes?.Values ?? []).Where(t => t.Length > 0);
        }
    }

    /// <summary>This value and those it is made of.</summary>
    public IEnumerable<ValueMapping> WithParts => Source switch
    {
        ValueSource.Joined joined => joined.Parts.SelectMany(p => p.WithParts).Prepend(this),
        ValueSource.Lookup lookup => lookup.By.WithParts.Prepend(this),
        _ => [this],
    };
}

/// <summary>A fact's field and the value that fills it.</summary>
internal sealed record FieldMapping(FactField Field, ValueMapping Value, ReadingRules Rules)
{
    /// <summary>How the document's own texts for this field are written.</summary>
    public ReadingRules CanonicalRules { get; } = Field.Type is MomentType
        ? Rules.Canonical with { Dates = Rules.Canonical.Dates.WithTime }
        : Rules.Canonical;

    /// <summary>What messages call the place of the value.</summary>
    public string Column { get; } = Value.Source.Shown is { Length: > 0 } shown ? shown : Field.Name;
}

/// <summary>Chooses rows by the text of one column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Texts">The texts, compared ordinally; the empty text stands for an empty field.</param>
/// <param name="Equal">Whether a row with one of the texts is taken, or every other row.</param>
internal sealed record RowFilter(string Column, IReadOnlySet<string> Texts, bool Equal);

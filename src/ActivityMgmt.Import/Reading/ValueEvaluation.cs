using System.Security.Cryptography;
using System.Text;

namespace ActivityMgmt.Import;

/// <summary>A value's text, ready to be read as its field's type.</summary>
/// <param name="Text">The text; empty when nothing is known.</param>
/// <param name="IsCanonical">Whether it was written in the mapping document, not in the export's formats.</param>
/// <param name="Name">The person's name that the text is a pseudonym for.</param>
internal readonly record struct EvaluatedText(string Text, bool IsCanonical = false, string? Name = null);

/// <summary>Takes the texts of a row's values.</summary>
internal sealed class ValueEvaluation(CsvTable table, LookupTables lookups, string salt)
{
    /// <summary>The text of a value, or why there is none.</summary>
    public Reason? Evaluate(ValueMapping value, IReadOnlyList<string> fields, out EvaluatedText text)
    {
        var problem = Take(value.Source, fields, out text);
        if (problem is not null)
        {
            text = new(value.Otherwise ?? "", IsCanonical: true);
            return value.Source is ValueSource.Lookup && value.Otherwise is not null ? null : problem;
        }

        if (text.Text.Length == 0 && value.WhenEmpty is { } filled)
        {
            text = new(filled, IsCanonical: true);
        }
        else if (text.Text.Length > 0 && value.Codes is { } codes)
        {
            if (codes.TryGetValue(text.Text, out var code) || (code = value.Otherwise) is not null)
            {
                text = new(code, IsCanonical: true);
            }
            else if (!value.KeepsUnlisted)
            {
                return Rejections.UnknownCode(text.Text, value.Source.Shown, codes.Keys);
            }
        }

        if (value.IsPseudonym && text.Text.Length > 0)
        {
            text = new(Pseudonym(text.Text), Name: text.Text);
        }

        return null;
    }

    /// <summary>The text of a column, without surrounding blanks; empty when the row or the header doesn't have it.</summary>
    public string Column(string column, IReadOnlyList<string> fields) =>
        table.Position(column) is var at && at >= 0 && at < fields.Count ? fields[at].Trim() : "";

    private Reason? Take(ValueSource source, IReadOnlyList<string> fields, out EvaluatedText text)
    {
        text = default;
        switch (source)
        {
            case ValueSource.Column column:
                text = new(Column(column.Name.Name, fields));
                return null;
            case ValueSource.Constant constant:
                text = new(constant.Text, IsCanonical: true);
                return null;
            case ValueSource.Joined joined:
                return Join(joined, fields, out text);
            case ValueSource.Lookup lookup:
                text = new("");
                if (Evaluate(lookup.By, fields, out var key) is { } problem)
                {
                    return problem;
                }

                if (key.Text.Length == 0)
                {
                    return null;
                }

                if (lookups.Find(lookup, key.Text) is not { } found)
                {
                    return Rejections.UnknownKey(lookup.Shown, lookup.Key, lookup.File);
                }

                text = new(found);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException(source.GetType().Name);
        }
    }

    private Reason? Join(ValueSource.Joined joined, IReadOnlyList<string> fields, out EvaluatedText text)
    {
        text = new("");
        var parts = new string[joined.Parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            if (Evaluate(joined.Parts[i], fields, out var part) is { } problem)
            {
                return problem;
            }

            if (part.Text.Length == 0)
            {
                return null;
            }

            parts[i] = part.Text;
        }

        text = new(string.Join(joined.Separator, parts));
        return null;
    }

    // 12 hex digits: among a million names, two share a pseudonym with a chance of one in five hundred.
    private string Pseudonym(string name) =>
        "a-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + name)).AsSpan(0, 6));
}

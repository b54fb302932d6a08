namespace ActivityMgmt.Import;

/// <summary>What sort of value a fact's field holds, and how it is read from text.</summary>
internal abstract class FieldType
{
    /// <summary>Reads a text that is not empty. The problem, ready for a message, when it can't be read.</summary>
    public abstract Reason? Read(string text, ReadingRules rules, string column, out object? value);

    /// <summary>The only values allowed; <see langword="null"/> when any is.</summary>
    public virtual IReadOnlyList<string>? Codes => null;

    /// <summary>The code of the term that describes a canonical value, for messages about constants.</summary>
    public abstract string Expected { get; }
}

/// <summary>Text taken as it is.</summary>
internal sealed class TextType : FieldType
{
    public static TextType Any { get; } = new();

    public override string Expected => "document.kind.text";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = text;
        return null;
    }
}

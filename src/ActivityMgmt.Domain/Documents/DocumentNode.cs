using System.Globalization;
using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>What a <see cref="DocumentNode"/> holds.</summary>
public enum DocumentNodeKind
{
    /// <summary>Named members.</summary>
    Members,

    /// <summary>A list.</summary>
    List,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>JSON's <c>null</c>, or a member that is not there.</summary>
    Nothing,
}

/// <summary>A JSON value that knows where it stands, so that whoever reads a document can say what is wrong at which line and column.</summary>
/// <remarks>
/// Reading goes on after a problem: each accessor reports it to the document's shared list and returns a harmless stand-in, and
/// <see cref="ThrowIfProblems"/> at the end refuses the document with everything found. Not safe for concurrent use.
/// </remarks>
public sealed class DocumentNode
{
    private readonly List<DocumentProblem> _problems;
    private readonly object? _value;

    internal DocumentNode(DocumentNodeKind kind, object? value, DocumentPlace place, List<DocumentProblem> problems)
    {
        Kind = kind;
        _value = value;
        Place = place;
        _problems = problems;
    }

    /// <summary>Parses a JSON text. Comments and trailing commas are allowed; a member named <c>$schema</c> is left out.</summary>
    /// <exception cref="DocumentException">The text is not JSON, or names a member twice.</exception>
    public static DocumentNode Parse(string text, string file) => DocumentReader.Read(text, file);

    /// <summary>What the value is.</summary>
    public DocumentNodeKind Kind { get; }

    /// <summary>Where it stands.</summary>
    public DocumentPlace Place { get; }

    /// <summary>Whether there is no value: <c>null</c> or a missing member.</summary>
    public bool IsNothing => Kind == DocumentNodeKind.Nothing;

    /// <summary>The member with a name; a node of kind <see cref="DocumentNodeKind.Nothing"/> at this place when there is none.</summary>
    public DocumentNode this[string name] => Kind == DocumentNodeKind.Members && Members.TryGetValue(name, out var member)
        ? member
        : new(DocumentNodeKind.Nothing, null, Place with { Path = $"{Place.Path}.{name}" }, _problems);

    /// <summary>The names of the members, in the order of the document.</summary>
    public IReadOnlyList<string> Names => Kind == DocumentNodeKind.Members ? [.. Members.Keys] : [];

    /// <summary>The items of a list; reports a problem and is empty when the value is no list. A missing list is empty without a problem.</summary>
    public IReadOnlyList<DocumentNode> Items
    {
        get
        {
            if (Kind == DocumentNodeKind.List)
            {
                return (IReadOnlyList<DocumentNode>)_value!;
            }

            if (!IsNothing)
            {
                Expected("list");
            }

            return [];
        }
    }

    /// <summary>The text; reports a problem and is empty when there is none.</summary>
    public string Text() => Kind == DocumentNodeKind.Text ? (string)_value! : Expected("text", "");

    /// <summary>The text, or what counts when there is none; reports a problem when the value is something else.</summary>
    public string? Text(string? otherwise) => IsNothing ? otherwise : Text();

    /// <summary>The text as a name, which is not empty; reports a problem and is <c>?</c> when there is none.</summary>
    public string Name()
    {
        var text = Text();
        if (Kind == DocumentNodeKind.Text && text.Length == 0)
        {
            Report(Reason.Of("document.empty-name"));
        }

        return text.Length == 0 ? "?" : text;
    }

    /// <summary>The exact number; reports a problem and is 0 when there is none.</summary>
    public decimal Number() => Kind == DocumentNodeKind.Number ? (decimal)_value! : Expected("number", 0m);

    /// <summary>The exact number, or what counts when there is none; reports a problem when the value is something else.</summary>
    public decimal Number(decimal otherwise) => IsNothing ? otherwise : Number();

    /// <summary>The whole number; reports a problem and is 0 when there is none or it has decimals.</summary>
    public int Whole() => Kind == DocumentNodeKind.Number && (decimal)_value! is var n && n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue
        ? (int)n
        : Expected("whole-number", 0);

    /// <summary>The whole number, which is not negative; reports a problem when it is, or is none.</summary>
    internal int NotNegative()
    {
        var value = Whole();
        if (value < 0)
        {
            Report(Reason.Of("document.negative", ("value", value)));
        }

        return Math.Max(value, 0);
    }

    /// <summary>True or false, or what counts when there is neither; reports a problem when the value is something else.</summary>
    public bool Flag(bool otherwise) => IsNothing ? otherwise : Kind == DocumentNodeKind.Flag ? (bool)_value! : Expected("flag", otherwise);

    /// <summary>The ISO date; reports a problem and is 0001-01-01 when there is none.</summary>
    public LocalDate Date() => Kind == DocumentNodeKind.Text && LocalDatePattern.Iso.Parse((string)_value!).TryGetValue(default, out var date)
        ? date
        : Expected("date", new LocalDate(1, 1, 1));

    /// <summary>The text as one of the allowed codes; reports a problem with the nearest code, if one is near, and is the first, when it is none of them.</summary>
    public string OneOf(params string[] allowed)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        if (Kind == DocumentNodeKind.Text && allowed.Contains((string)_value!))
        {
            return (string)_value!;
        }

        if (Kind != DocumentNodeKind.Text)
        {
            return Expected("text", allowed[0]);
        }

        Unknown("document.unknown-value", (string)_value!, allowed);
        return allowed[0];
    }

    /// <summary>Reports every member whose name is not in the list, with the nearest allowed name, if one is near, and a value that is no object.</summary>
    public void AllowOnly(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (Kind != DocumentNodeKind.Members)
        {
            Expected("object");
            return;
        }

        foreach (var (name, member) in Members)
        {
            if (!names.Contains(name))
            {
                member.Unknown("document.unknown-member", name, names);
            }
        }
    }

    /// <summary>Reports that a name is none of those known, with the nearest one as the remedy where one is near, and the known ones.</summary>
    /// <param name="code">The reason's code; its text may use what <see cref="NearestName.ReasonFor"/> gives.</param>
    /// <param name="value">The name that was found.</param>
    /// <param name="known">The names that would have been right.</param>
    public void Unknown(string code, string value, IEnumerable<string> known) => Report(NearestName.ReasonFor(code, value, known));

    /// <summary>Reports a problem at this place.</summary>
    public void Report(Reason reason) => _problems.Add(new(Place, reason));

    /// <summary>Reports a problem inside a text value, at one of its characters.</summary>
    /// <param name="reason">What is wrong.</param>
    /// <param name="offset">The character within the text, from 0. A JSON escape such as <c>\"</c> before it counts as one character.</param>
    public void Report(Reason reason, int offset) =>
        _problems.Add(new(Kind == DocumentNodeKind.Text ? Place with { Column = Place.Column + 1 + offset } : Place, reason));

    /// <summary>Refuses the document when anything in it was reported.</summary>
    /// <exception cref="DocumentException">At least one problem was reported.</exception>
    public void ThrowIfProblems()
    {
        if (_problems.Count > 0)
        {
            throw new DocumentException([.. _problems.Distinct().OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column)]);
        }
    }

    private IReadOnlyDictionary<string, DocumentNode> Members => (IReadOnlyDictionary<string, DocumentNode>)_value!;

    private void Expected(string what) => Report(IsNothing
        ? Reason.Of("document.missing", ("expected", ReasonValue.Term("document.kind." + what)))
        : Reason.Of("document.wrong-kind", ("expected", ReasonValue.Term("document.kind." + what)), ("found", Shown)));

    private T Expected<T>(string what, T standIn)
    {
        Expected(what);
        return standIn;
    }

    private string Shown => Kind switch
    {
        DocumentNodeKind.Text => $"\"{_value}\"",
        DocumentNodeKind.Number => ((decimal)_value!).ToString(CultureInfo.InvariantCulture),
        DocumentNodeKind.Flag => (bool)_value! ? "true" : "false",
        DocumentNodeKind.List => "[…]",
        DocumentNodeKind.Members => "{…}",
        _ => "null",
    };
}

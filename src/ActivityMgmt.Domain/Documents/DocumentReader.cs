using System.Text;
using System.Text.Json;

namespace ActivityMgmt.Domain;

/// <summary>Builds <see cref="DocumentNode"/>s, which keep line and column, over the framework's JSON tokenizer, which keeps only byte offsets.</summary>
internal static class DocumentReader
{
    public static DocumentNode Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(file);
        var bytes = Encoding.UTF8.GetBytes(text.StartsWith('\uFEFF') ? text[1..] : text);
        var problems = new List<DocumentProblem>();
        var lines = new Lines(bytes, file);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var root = Value(ref reader, "$", lines, problems);
            reader.Read(); // Throws when anything but comments follows.
            root.ThrowIfProblems();
            return root;
        }
        catch (JsonException) when (reader.TokenType == JsonTokenType.None && reader.BytesConsumed == bytes.Length)
        {
            throw new DocumentException([new(lines.At(0, "$"), Reason.Of("document.empty"))]);
        }
        catch (JsonException e)
        {
            var column = Encoding.UTF8.GetCharCount(lines.Line((int)(e.LineNumber ?? 0)), 0, (int)(e.BytePositionInLine ?? 0)) + 1;
            throw new DocumentException(
                [new(new(file, "$", (int)(e.LineNumber ?? 0) + 1, column), Reason.Of("document.not-json", ("message", FirstSentence(e.Message))))]);
        }
    }

    private static DocumentNode Value(ref Utf8JsonReader reader, string path, Lines lines, List<DocumentProblem> problems)
    {
        var place = lines.At(reader.TokenStartIndex, path);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = Text(ref reader, path, lines);
                    var at = lines.At(reader.TokenStartIndex, $"{path}.{name}");
                    reader.Read();
                    var member = Value(ref reader, $"{path}.{name}", lines, problems);
                    if (name == "$schema")
                    {
                        continue;
                    }

                    if (!members.TryAdd(name, member))
                    {
                        problems.Add(new(at, Reason.Of("document.member-twice", ("name", name))));
                    }
                }

                return new(DocumentNodeKind.Members, members, place, problems);
            case JsonTokenType.StartArray:
                var items = new List<DocumentNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, $"{path}[{items.Count}]", lines, problems));
                }

                return new(DocumentNodeKind.List, items, place, problems);
            case JsonTokenType.String:
                return new(DocumentNodeKind.Text, Text(ref reader, path, lines), place, problems);
            case JsonTokenType.Number:
                if (!reader.TryGetDecimal(out var number))
                {
                    problems.Add(new(place, Reason.Of("document.number-too-large")));
                }

                return new(DocumentNodeKind.Number, number, place, problems);
            case JsonTokenType.True or JsonTokenType.False:
                return new(DocumentNodeKind.Flag, reader.TokenType == JsonTokenType.True, place, problems);
            default:
                return new(DocumentNodeKind.Nothing, null, place, problems);
        }
    }

    private static string Text(ref Utf8JsonReader reader, string path, Lines lines)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair passes the tokenizer and fails only here.
            throw new DocumentException([new(lines.At(reader.TokenStartIndex, path), Reason.Of("document.not-json", ("message", FirstSentence(e.Message))))]);
        }
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message.TrimEnd('.') : message[..end];
    }

    private sealed class Lines
    {
        private readonly byte[] _bytes;
        private readonly string _file;
        private readonly List<int> _starts = [0];

        public Lines(byte[] bytes, string file)
        {
            (_bytes, _file) = (bytes, file);
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] == (byte)'\n')
                {
                    _starts.Add(i + 1);
                }
            }
        }

        public byte[] Line(int index) => _bytes[_starts[Math.Min(index, _starts.Count - 1)]..];

        public DocumentPlace At(long offset, string path)
        {
            var found = _starts.BinarySearch((int)offset);
            var line = found >= 0 ? found : ~found - 1;
            return new(_file, path, line + 1, Encoding.UTF8.GetCharCount(_bytes, _starts[line], (int)offset - _starts[line]) + 1);
        }
    }
}

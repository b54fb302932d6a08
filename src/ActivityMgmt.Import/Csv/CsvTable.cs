using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ActivityMgmt.Import;

/// <summary>A CSV file with a header (RFC 4180), read strictly and row by row.</summary>
/// <remarks>
/// Blank lines are no rows. A quote in the wrong place breaks only the line on which its row began: reading resumes on the next line, so that an
/// unclosed quote doesn't swallow the rest of the file.
/// </remarks>
internal sealed class CsvTable
{
    /// <summary>A longer field is an error, not a remark: usually a quote that was never closed.</summary>
    public const int LongestField = 100_000;

    private readonly string _text;
    private readonly Encoding _encoding;
    private readonly string _delimiter;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    private CsvTable(string text, Encoding encoding, string delimiter)
    {
        (_text, _encoding, _delimiter) = (text, encoding, delimiter);
        Header = [];
        foreach (var row in Records())
        {
            Header = [.. row.Fields.Select(f => f.Trim())];
            HeaderLine = row.Line;
            break;
        }

        for (var i = Header.Count - 1; i >= 0; i--)
        {
            _positions[Header[i]] = i;
        }
    }

    /// <summary>The names in the header; empty when the file has no row at all.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The line of the header.</summary>
    public int HeaderLine { get; } = 1;

    /// <exception cref="IOException">The file can't be read.</exception>
    public static CsvTable Open(string path, Encoding encoding, string delimiter) => new(TextFile.Read(path, encoding), encoding, delimiter);

    /// <summary>A table over a text, for tests.</summary>
    public static CsvTable Of(string text) => new(text, Encoding.UTF8, ",");

    /// <summary>The position of a column; -1 when the header doesn't have it.</summary>
    public int Position(string column) => _positions.GetValueOrDefault(column, -1);

    /// <summary>The rows after the header, in order.</summary>
    public IEnumerable<CsvRow> Rows() => Records().Skip(1).Select(r => r.Problem is null && r.Fields.Count != Header.Count
        ? r with { Problem = Rejections.WrongFieldCount(r.Fields.Count, Header.Count) }
        : r);

    private IEnumerable<CsvRow> Records()
    {
        var (from, line) = (0, 1);
        while (from < _text.Length)
        {
            var resumeAt = _text.Length;
            foreach (var (fields, end, isQuoteWrong) in Parsed(from))
            {
                var start = from;
                while (start < end && _text[start] is '\r' or '\n')
                {
                    start++;
                }

                line += TextFile.LineEnds(_text, from, start);
                var nextLine = TextFile.NextLine(_text, start);
                if (isQuoteWrong && nextLine < end)
                {
                    yield return new(fields, line, new(_text, start, nextLine), Rejections.BrokenQuotes());
                    (resumeAt, line) = (nextLine, line + 1);
                    break;
                }

                yield return new(fields, line, new(_text, start, end), isQuoteWrong ? Rejections.BrokenQuotes() : Problem(fields));
                line += TextFile.LineEnds(_text, start, end);
                from = end;
            }

            from = resumeAt;
        }
    }

    private IEnumerable<(string[] Fields, int End, bool IsQuoteWrong)> Parsed(int from)
    {
        var isQuoteWrong = false;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = _delimiter,
            IgnoreBlankLines = true,
            BadDataFound = _ => isQuoteWrong = true,
        };
        using var reader = new TextPartReader(_text, from);
        using var parser = new CsvParser(reader, settings);
        while (parser.Read())
        {
            isQuoteWrong = false;
            var fields = parser.Record ?? [];
            yield return (fields, from + (int)parser.CharCount, isQuoteWrong);
        }
    }

    private Reason? Problem(string[] fields)
    {
        foreach (var field in fields)
        {
            if (field.Length > LongestField)
            {
                return Rejections.TooLong(LongestField);
            }

            if (field.Contains(TextFile.Unreadable, StringComparison.Ordinal))
            {
                return Rejections.NotText(_encoding.WebName);
            }
        }

        return null;
    }
}

using System.Text;

namespace ActivityMgmt.Import;

/// <summary>Reads a whole text file and marks what isn't text in its encoding.</summary>
internal static class TextFile
{
    /// <summary>Stands where bytes could not be read. A noncharacter: no CRM writes it.</summary>
    public const char Unreadable = '\uFFFF';

    /// <summary>The text without a byte order mark.</summary>
    public static string Read(string path, Encoding encoding)
    {
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback(Unreadable.ToString());
        var text = marking.GetString(File.ReadAllBytes(path));
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    /// <summary>How many lines end between two places; a line ends with CR LF, LF or CR.</summary>
    public static int LineEnds(string text, int from, int to)
    {
        var lines = 0;
        for (var i = from; i < to; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                lines++;
            }
        }

        return lines;
    }

    /// <summary>Where the line after the one at a place begins; the end of the text when there is none.</summary>
    public static int NextLine(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return text.Length;
        }

        var after = from + end + 1;
        return text[after - 1] == '\r' && after < text.Length && text[after] == '\n' ? after + 1 : after;
    }
}

namespace ActivityMgmt.Import;

/// <summary>A row of a CSV file: its fields, where it began, and what is wrong with it as a row.</summary>
internal sealed record CsvRow(IReadOnlyList<string> Fields, int Line, RawRow Raw, Reason? Problem);

/// <summary>The text of a row inside its file's text, cut out only when somebody asks.</summary>
internal readonly record struct RawRow(string Text, int Start, int End)
{
    // Enough to find the row again; an unclosed quote can make a row of megabytes.
    private const int Most = 10_000;

    public string Cut()
    {
        var row = Text.AsSpan()[Start..End].TrimEnd("\r\n");
        return (row.Length <= Most ? row.ToString() : string.Concat(row[..Most], "…")).Replace(TextFile.Unreadable, '\uFFFD');
    }
}

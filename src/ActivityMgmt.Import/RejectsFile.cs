using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ActivityMgmt.Import;

/// <summary>Writes what was rejected as a CSV file that the owner of the export can work through.</summary>
public static class RejectsFile
{
    /// <summary>Writes <c>file, line, column, reason, message</c> for each reject, replacing an earlier file as a whole.</summary>
    /// <remarks>
    /// RFC 4180 with a header, UTF-8 with byte order mark so that spreadsheets show Chinese. A text that a spreadsheet would run as a formula
    /// (it begins with <c>= + - @</c>, tab or carriage return) gets an apostrophe in front. The rows' own text is left out: it is personal data.
    /// Written beside the target and moved over it, so that a reader never sees half a file.
    /// </remarks>
    /// <param name="path">The file to write; its folder must exist.</param>
    /// <param name="rejects">What was rejected; an empty list writes the header alone.</param>
    /// <param name="texts">Makes the messages; must know <see cref="ImportTexts.Resources"/>.</param>
    /// <param name="culture">The reader's language.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Write(string path, IReadOnlyList<RejectedRow> rejects, ITexts texts, CultureInfo culture)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(rejects);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(culture);
        var unfinished = path + ".tmp";
        using (var writer = new CsvWriter(new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Settings))
        {
            Row(writer, "file", "line", "column", "reason", "message");
            foreach (var reject in rejects)
            {
                Row(
                    writer,
                    reject.Place.File,
                    reject.Place.Line.ToString(CultureInfo.InvariantCulture),
                    reject.Place.Column ?? "",
                    reject.Code,
                    texts.Explain(reject.Reason, culture));
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static CsvConfiguration Settings => new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    private static void Row(CsvWriter writer, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            writer.WriteField(field);
        }

        writer.NextRecord();
    }
}

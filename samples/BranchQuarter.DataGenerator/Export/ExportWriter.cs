using System.Text;
using NodaTime;
using NodaTime.Text;

namespace BranchQuarter.DataGenerator;

/// <summary>Numbers the rows and writes one folder for each delivery; the folder is emptied before, when it holds nothing but deliveries.</summary>
internal sealed class ExportWriter(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(Export export)
    {
        Empty();

        foreach (IGrouping<(LocalDate Batch, ExportFile File), (ExportRow Row, int Number)> file in Numbered(export).GroupBy(r => (r.Row.Batch, r.Row.File)))
        {
            (LocalDate batch, ExportFile target) = file.Key;
            string path = Path.Combine(folder, Text.Of(batch));
            Directory.CreateDirectory(path);
            IEnumerable<string> lines = file.Select(r => $"{r.Row.Content},{Text.Of(r.Number)}")
                .Prepend(target.Header)
                .Concat(export.BrokenLines.Where(b => b.Batch == batch && b.File == target).Select(b => b.Line));
            File.WriteAllText(Path.Combine(path, target.Name), string.Concat(lines.Select(line => line + "\n")), Utf8);
        }
    }

    // A mistyped folder must not cost somebody their files.
    private void Empty()
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        string? stranger = Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => !LocalDatePattern.Iso.Parse(Path.GetFileName(entry)).Success);
        if (stranger is not null)
        {
            throw new InvalidOperationException($"{folder} is no export: it holds {Path.GetFileName(stranger)}. Nothing was deleted.");
        }

        Directory.Delete(folder, recursive: true);
    }

    // A repeated row keeps its number; a row with other content gets its own.
    private static IEnumerable<(ExportRow Row, int Number)> Numbered(Export export)
    {
        Dictionary<(ExportFile, string), int> numbers = [];
        foreach (ExportRow row in export.Rows
            .OrderBy(r => r.Batch).ThenBy(r => r.On).ThenBy(r => r.Place)
            .ThenBy(r => ExportFile.All.ToList().IndexOf(r.File)).ThenBy(r => r.Id, StringComparer.Ordinal).ThenBy(r => r.Version))
        {
            if (!numbers.TryGetValue((row.File, row.Content), out int number))
            {
                number = 100_001 + numbers.Count;
                numbers.Add((row.File, row.Content), number);
            }

            yield return (row, number);
        }
    }
}

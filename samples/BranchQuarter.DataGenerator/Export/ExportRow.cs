using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>A row of the export, with what decides where it stands: delivery, day and place within the day.</summary>
internal sealed record ExportRow
{
    public ExportRow(ExportFile file, LocalDate on, params string[] values)
    {
        if (values.Length != file.ColumnCount)
        {
            throw new ArgumentException($"{file.Name} takes {file.ColumnCount} values, not {values.Length}.", nameof(values));
        }

        File = file;
        On = on;
        Batch = Batches.For(on);
        Values = values;
    }

    public ExportFile File { get; }

    /// <summary>The first column, which identifies the row together with <see cref="Version"/>.</summary>
    public string Id => Values[0];

    public int Version { get; init; } = 1;

    public LocalDate On { get; init; }

    /// <summary>Orders rows of one day: the minute for what has a time, a counter for what has not.</summary>
    public int Place { get; init; }

    public LocalDate Batch { get; init; }

    private string[] Values { get; init; }

    public string this[string column] => Values[File.IndexOf(column)];

    /// <summary>Everything but the running number, which the writer adds.</summary>
    public string Content => string.Join(',', Values.Select(Text.CsvField).Append(Text.Of(Version)));

    public ExportRow With(params (string Column, string Value)[] changes)
    {
        string[] values = [.. Values];
        foreach ((string column, string value) in changes)
        {
            values[File.IndexOf(column)] = value;
        }

        return this with { Values = values };
    }

    /// <summary>The next revision, known from a later delivery on.</summary>
    public ExportRow Revised(LocalDate batch, params (string Column, string Value)[] changes) =>
        With(changes) with { Version = Version + 1, Batch = batch, On = SampleDates.Later(On, batch.PlusDays(-2)) };
}

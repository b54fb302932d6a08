using System.Globalization;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>One step of the schema: what leads from the version before to this one.</summary>
/// <param name="Version">The schema's version after the step.</param>
/// <param name="Sql">The statements.</param>
internal sealed record SchemaScript(int Version, string Sql)
{
    /// <summary>Every step, in order; the files of this folder, whose names begin with the version.</summary>
    public static IReadOnlyList<SchemaScript> All { get; } = Load();

    private static SchemaScript[] Load()
    {
        var assembly = typeof(SchemaScript).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new SchemaScript(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), Text(name))),
        ];

        string Text(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}

using System.Globalization;

namespace ActivityMgmt.Import.Tests;

/// <summary>The guide's code, compiled: what a host does to import a folder.</summary>
internal static class GuideExample
{
    public static async Task<int> ImportAsync(IFactStore facts, FactRecording recording, CallContext call, ITexts texts, CultureInfo culture, CancellationToken cancellation)
    {
        // docs:start import
        var mapping = MappingDocument.Load("mapping.json");     // DocumentException: every mistake with line, column and JSON path
        var known = KnownReferences.From(await facts.ReadAsync(call, asKnownAt: null, cancellation));
        var result = CrmFolder.Read("exports/", mapping, known, progress: null, cancellation);

        RejectsFile.Write("rejects.csv", result.Rejects, texts, culture);
        if (!result.MayBeStored)
        {
            return 1;                                           // nothing was stored; rejects.csv says what to correct
        }

        foreach (var delivery in result.Deliveries)             // in order of their dates; a clash with before is among the findings
        {
            await recording.RecordAsync(call, delivery, cancellation).OrThrow();
        }
        // docs:end import

        return 0;
    }
}

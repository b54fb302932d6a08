using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>A line with too few fields, and one whose quote never closes; both end their file, so that nothing else is swallowed.</summary>
internal static class BrokenLines
{
    public static void Plant(Export export, DefectLog log)
    {
        Add(ExportFile.Activities, new LocalDate(2026, 8, 2), Defects.TooFewFields, $"{Defects.TooFewFields},E1016,C1016-25-01,TEL", "too few fields, last line");
        Add(
            ExportFile.Training,
            new LocalDate(2026, 8, 23),
            Defects.UnclosedQuote,
            $"{Defects.UnclosedQuote},E1022,\"保险法与销售行为管理,LAW,4,Y,2026-08-20,1,199999",
            "unclosed quote, last line");

        void Add(ExportFile file, LocalDate batch, string id, string line, string what)
        {
            export.Add(new BrokenLine(file, batch, line));
            log.Add(11, what, id, batch, file);
        }
    }
}

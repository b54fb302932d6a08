using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The same id and version with other content: once in the same file, once in the next delivery.</summary>
internal static class Conflicts
{
    public static void Plant(Export export, Lottery lottery, DefectLog log)
    {
        IReadOnlyList<ExportRow> rows = lottery.Draw(
            "conflict", 2, new LocalDate(2026, 7, 6), new LocalDate(2026, 9, 6), r => r["type"] == "FACE" && r["result"] == "OK");
        Contradict(rows[0], rows[0].Batch, "conflict with a row of the same file");
        Contradict(rows[1], Batches.After(rows[1].Batch, 1), "conflict with a row of the delivery before");

        void Contradict(ExportRow row, LocalDate batch, string what)
        {
            ExportRow other = row.With(("result", "CXL"), ("minutes", "0")) with { Batch = batch };
            export.Add(other);
            log.Add(3, what, other);
        }
    }
}

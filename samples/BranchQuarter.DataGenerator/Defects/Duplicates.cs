using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The same row again, to the last character: in the same file, in a later delivery, or both.</summary>
internal static class Duplicates
{
    public static void Plant(Export export, Lottery lottery, DefectLog log)
    {
        ExportRow[] rows =
        [
            .. lottery.Draw("duplicate", 10, SampleDates.QuarterStart, new LocalDate(2026, 9, 13)),
            export.Find(ExportFile.Premiums, Defects.RepeatedPremium),
            export.Find(ExportFile.PolicyEvents, Defects.RepeatedCallback),
        ];
        for (int i = 0; i < rows.Length; i++)
        {
            if (i % 3 != 0)
            {
                export.Add(rows[i]);
                log.Add(1, "duplicate in the same file", rows[i]);
            }

            if (i % 3 != 1)
            {
                ExportRow again = rows[i] with { Batch = Batches.After(rows[i].Batch, 1 + (i % 2)) };
                export.Add(again);
                log.Add(1, "duplicate in a later delivery", again);
            }
        }
    }
}

using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Activities that arrive one to three deliveries after their own.</summary>
internal static class LateRows
{
    public static void Plant(Export export, Lottery lottery, DefectLog log)
    {
        foreach (ExportRow row in lottery.Draw("late", 27, SampleDates.QuarterStart, new LocalDate(2026, 9, 20)))
        {
            Delay(row, Dice.For($"late/{row.Id}").Between(1, 3));
        }

        foreach (ExportRow row in lottery.Draw("very-late", 2, new LocalDate(2026, 9, 21), new LocalDate(2026, 9, 24)))
        {
            Delay(row, 2);
        }

        void Delay(ExportRow row, int deliveries)
        {
            ExportRow late = row with { Batch = Batches.After(row.Batch, deliveries) };
            export.Replace(row, late);
            log.Add(2, "late activity", late);
        }
    }
}

using System.Globalization;
using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Activities whose second version, in a later delivery, has another result or other minutes.</summary>
internal static class ActivityCorrections
{
    private static readonly LocalDate Last = new(2026, 9, 13);

    public static void Plant(Export export, Lottery lottery, DefectLog log)
    {
        foreach (ExportRow row in lottery.Draw("minutes", 8, SampleDates.QuarterStart, Last, r => r["result"] == "OK" && r["type"] is "FACE" or "PROP" or "NEED"))
        {
            int minutes = int.Parse(row["minutes"], CultureInfo.InvariantCulture);
            Correct(row, "corrected activity: minutes", ("minutes", Text.Of(minutes + (Dice.Lot(row.Id) % 2 == 0 ? 20 : -15))));
        }

        foreach (ExportRow row in lottery.Draw("no-show", 5, SampleDates.QuarterStart, Last, r => r["type"] == "FACE" && r["result"] == "ABS"))
        {
            Correct(row, "corrected activity: result ABS to CXL", ("result", "CXL"));
        }

        foreach (ExportRow row in lottery.Draw("no-service", 4, SampleDates.QuarterStart, Last, r => r["type"] == "SERV" && r["result"] == "OK"))
        {
            Correct(row, "corrected activity: result OK to NO", ("result", "NO"));
        }

        void Correct(ExportRow row, string what, (string, string) change)
        {
            ExportRow second = row.Revised(Batches.After(row.Batch, 1 + Dice.For($"correct/{row.Id}").Below(2)), change);
            export.Add(second);
            log.Add(2, what, second);
        }
    }
}

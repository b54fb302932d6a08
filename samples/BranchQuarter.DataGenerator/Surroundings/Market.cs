using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>New-business premium of the local market for each month, published on the tenth of the following month.</summary>
internal static class Market
{
    private const int Base2025 = 80_000_000;

    // January to December in per mille of the average month.
    private static readonly int[] Season = [1480, 780, 1120, 900, 910, 1050, 890, 900, 1070, 880, 920, 1100];

    public static IEnumerable<ExportRow> Rows()
    {
        for (LocalDate month = new(2025, 1, 1); month <= SampleDates.QuarterEnd; month = month.PlusMonths(1))
        {
            LocalDate end = month.PlusMonths(1).PlusDays(-1);
            LocalDate published = SampleDates.Earlier(end.PlusDays(10), SampleDates.LastDelivery);
            Dice dice = Dice.For($"market/{Text.ShortMonth(month)}");
            long growth = month.Year == 2025 ? 1000 : 1060;
            long value = Base2025 / 1_000_000L * Season[month.Month - 1] * growth / 1000 * dice.Between(985, 1015) + (dice.Below(100) * 1000L);
            yield return new ExportRow(
                ExportFile.Market, published, $"MK-BINJIANG-{Text.ShortMonth(month)}", "BINJIANG", "NBP", Text.Of(end), Text.Of((decimal)value));
        }
    }
}

namespace BranchQuarter.DataGenerator;

/// <summary>A product the branch sells.</summary>
/// <param name="Code">As in the export.</param>
/// <param name="PayYears">Yearly premiums to pay; one for the yearly medical.</param>
/// <param name="Median">Annual premium in CNY in the middle of the customers.</param>
/// <param name="Weight">Share among the sales, relative.</param>
internal sealed record Product(string Code, int PayYears, int Median, int Weight)
{
    private const int LowestPremium = 2_000;
    private const int HighestPremium = 60_000;

    public static readonly Product Medical = new("MED1", 1, 600, 13);

    public static readonly IReadOnlyList<Product> All =
        [new("WL20", 20, 14_500, 24), new("WL10", 10, 17_500, 20), new("CI20", 20, 10_500, 27), new("AN05", 5, 22_000, 16), Medical];

    // A log-normal's quantiles at 0, 5, … 100 % (sigma 0.6) in per mille of the median: a table, because Math.Exp may differ between platforms.
    private static readonly int[] Quantiles =
        [250, 373, 463, 537, 603, 667, 730, 794, 859, 927, 1000, 1079, 1164, 1260, 1370, 1499, 1657, 1862, 2158, 2683, 4000];

    public bool IsLongTerm => PayYears > 1;

    public static Product Roll(Dice dice) => dice.Weighted([.. All.Select(p => (p, p.Weight))]);

    /// <summary>An annual premium, a multiple of 10 CNY.</summary>
    public int RollPremium(Dice dice, int perMille)
    {
        if (!IsLongTerm)
        {
            return dice.Between(30, 120) * 10;
        }

        int position = dice.Below((Quantiles.Length - 1) * 1000);
        int low = Quantiles[position / 1000];
        int high = Quantiles[(position / 1000) + 1];
        int multiple = low + ((high - low) * (position % 1000) / 1000);
        long premium = (long)Median * multiple * perMille / 1_000_000;
        return (int)Math.Clamp(premium, LowestPremium, HighestPremium) / 10 * 10;
    }
}

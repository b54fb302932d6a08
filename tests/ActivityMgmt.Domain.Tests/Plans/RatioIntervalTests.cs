using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class RatioIntervalTests
{
    // Wilson, z = 1.281552, p = 0.3, n = 40: centre 0.30789, half 0.09135 (by hand: 1.642376/40 = 0.041059; (0.3 + 0.0205297) / 1.041059 = 0.307888;
    // 1.281552 / 1.041059 × √(0.21/40 + 1.642376/6400) = 1.231008 × √0.00550662 = 0.091349).
    [Fact]
    public void Thirty_percent_of_forty_lies_between_22_and_40_percent() =>
        Assert.Equal(
            new RatioInterval(Quantity.Of(0.2165m, Unit.Ratio), Quantity.Of(0.3992m, Unit.Ratio), 0.8m),
            RatioInterval.Of(Quantity.Ratio(12m, 40m), 40));

    [Theory]
    [InlineData(0, 10, "0", "0.1411")]
    [InlineData(10, 10, "0.8589", "1")]
    public void Never_leaves_0_to_1(int part, int whole, string low, string high)
    {
        var interval = RatioInterval.Of(Quantity.Ratio(part, whole), whole)!;

        Assert.Equal((low, high), (Text(interval.Low), Text(interval.High)));
    }

    [Fact]
    public void Is_absent_for_what_is_no_share()
    {
        Assert.Null(RatioInterval.Of(Quantity.Ratio(3m, 2m), 2));
        Assert.Null(RatioInterval.Of(Quantity.Ratio(0m, 1m), 0));
    }

    [Fact]
    public void Holds_its_share_and_narrows_with_more_of_the_same() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[0, 500]).Where((n, k) => k <= n).Sample((n, k) =>
        {
            var share = Quantity.Ratio(k, n);
            var (once, tenTimes) = (RatioInterval.Of(share, n)!, RatioInterval.Of(share, n * 10)!);

            Assert.True(once.Low.ToDecimal() - 0.0001m <= share.ToDecimal() && share.ToDecimal() <= once.High.ToDecimal() + 0.0001m);
            Assert.True((tenTimes.High - tenTimes.Low).ToDecimal() <= (once.High - once.Low).ToDecimal());
        });

    private static string Text(Quantity quantity) => quantity.ToDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class ForecastTests
{
    // Upper tail of the standard normal distribution, from a printed table.
    [Theory]
    [InlineData("0", "0.5")]
    [InlineData("0.5", "0.309")]
    [InlineData("1", "0.159")]
    [InlineData("1.28", "0.1")]
    [InlineData("1.645", "0.05")]
    [InlineData("1.96", "0.025")]
    [InlineData("2.58", "0.005")]
    [InlineData("3.5", "0")]
    [InlineData("-1", "0.841")]
    [InlineData("-1.96", "0.975")]
    [InlineData("-40", "1")]
    [InlineData("40", "0")]
    public void The_chance_is_the_tail_of_the_normal_distribution(string deviations, string chance) =>
        Assert.Equal(Number(chance), StatedForecaster.Made(100m, 10m).ChanceOfAtLeast(Quantity.Count(100m + (10m * Number(deviations)))));

    [Theory]
    [InlineData("99.99", 1)]
    [InlineData("100", 1)] // at least
    [InlineData("100.01", 0)]
    public void Without_deviation_it_is_certain_or_impossible(string value, int chance) =>
        Assert.Equal(chance, StatedForecaster.Made(100m, 0m).ChanceOfAtLeast(Quantity.Count(Number(value))));

    [Fact]
    public void More_is_never_more_likely_and_every_chance_is_a_share() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 200], Gen.Int[-500, 2000], Gen.Int[0, 500]).Sample((expected, deviation, value, more) =>
        {
            var forecast = StatedForecaster.Made(expected, deviation);
            var (less, greater) = (forecast.ChanceOfAtLeast(Quantity.Count(value)), forecast.ChanceOfAtLeast(Quantity.Count(value + more)));
            return greater <= less && less is >= 0m and <= 1m;
        });

    [Fact]
    public void A_value_in_another_unit_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => StatedForecaster.Made(100m, 10m).ChanceOfAtLeast(Quantity.Of(Money.Of(1m, "CNY"))));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

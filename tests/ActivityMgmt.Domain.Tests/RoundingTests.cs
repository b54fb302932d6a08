using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class RoundingTests
{
    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, "2.5", "3")]
    [InlineData(RoundingMode.HalfAwayFromZero, "-2.5", "-3")]
    [InlineData(RoundingMode.HalfAwayFromZero, "2.4999", "2")]
    [InlineData(RoundingMode.HalfEven, "2.5", "2")]
    [InlineData(RoundingMode.HalfEven, "3.5", "4")]
    [InlineData(RoundingMode.HalfEven, "-2.5", "-2")]
    [InlineData(RoundingMode.HalfEven, "2.5001", "3")]
    [InlineData(RoundingMode.TowardsZero, "2.9", "2")]
    [InlineData(RoundingMode.TowardsZero, "-2.9", "-2")]
    [InlineData(RoundingMode.Down, "2.9", "2")]
    [InlineData(RoundingMode.Down, "-2.1", "-3")]
    [InlineData(RoundingMode.Up, "2.1", "3")]
    [InlineData(RoundingMode.Up, "-2.9", "-2")]
    [InlineData(RoundingMode.Up, "2", "2")]
    public void Drops_the_rest_as_its_mode_says(RoundingMode mode, string value, string expected) =>
        Assert.Equal(Number(expected), new Rounding(1m, mode).Apply(Number(value)));

    [Theory]
    [InlineData("0.01", "0.125", "0.13")]
    [InlineData("0.05", "0.124", "0.10")]
    [InlineData("100", "149.99", "100")]
    [InlineData("100", "150", "200")]
    [InlineData("0.25", "-0.375", "-0.5")]
    public void Rounds_to_its_step(string step, string value, string expected) =>
        Assert.Equal(Number(expected), new Rounding(Number(step), RoundingMode.HalfAwayFromZero).Apply(Number(value)));

    [Fact]
    public void The_result_is_a_multiple_of_the_step_less_than_one_step_away_and_stays_when_rounded_again() =>
        Gen.Select(Gens.Amount, Gen.OneOfConst(0.01m, 0.05m, 1m, 100m), Gen.OneOfConst(Enum.GetValues<RoundingMode>())).Sample((value, step, mode) =>
        {
            var rounding = new Rounding(step, mode);
            var rounded = rounding.Apply(value);
            return rounded % step == 0m && Math.Abs(rounded - value) < step && rounding.Apply(rounded) == rounded;
        });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_a_step_that_is_not_positive(int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rounding(step, RoundingMode.Up));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

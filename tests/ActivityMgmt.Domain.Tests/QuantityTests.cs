using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class QuantityTests
{
    private static readonly Gen<Quantity> AnyRatio = Gen.Select(
        Gen.Int[-10_000, 10_000], Gen.Int[1, 500], Gen.OneOfConst(1m, 10m, 100m), (above, below, step) => Quantity.Ratio(above / step, below));

    [Theory]
    [InlineData(1, 4, 2, 8)]
    [InlineData(1, 3, 2, 6)]
    [InlineData(-1, 3, 1, -3)]
    [InlineData(0, 7, 0, 3)]
    [InlineData(6, 3, 2, 1)]
    [InlineData(1, 30, 2, 60)]
    public void Equal_fractions_are_equal_compare_equal_and_hash_alike(int a, int b, int c, int d)
    {
        var (left, right) = (Quantity.Ratio(a, b), Quantity.Ratio(c, d));

        Assert.True(left == right);
        Assert.Equal(0, left.CompareTo(right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.Equal(left.ToString(), right.ToString());
    }

    [Fact]
    public void Equality_order_and_hash_agree_for_any_two_ratios() =>
        Gen.Select(AnyRatio, AnyRatio).Sample((a, b) =>
            (a == b) == (a.CompareTo(b) == 0)
            && (a.CompareTo(b) < 0) == (b.CompareTo(a) > 0)
            && (a != b || a.GetHashCode() == b.GetHashCode()));

    [Fact]
    public void A_terminating_fraction_is_the_decimal_it_terminates_in()
    {
        Assert.Equal(Quantity.Of(0.25m, Unit.Ratio), Quantity.Ratio(1m, 4m));
        Assert.Equal("0.25 ratio", Quantity.Ratio(2m, 8m).ToString());
        Assert.Equal("2/3 ratio", Quantity.Ratio(0.4m, 0.6m).ToString());
    }

    [Fact]
    public void Trailing_zeros_change_neither_equality_nor_hash_nor_text()
    {
        var (longer, shorter) = (Quantity.Count(1.50m), Quantity.Count(1.5m));

        Assert.Equal(longer, shorter);
        Assert.Equal(longer.GetHashCode(), shorter.GetHashCode());
        Assert.Equal("1.5 count", longer.ToString());
        Assert.Equal("100 count", Quantity.Count(100.00m).ToString());
    }

    [Fact]
    public void Default_is_zero_pieces()
    {
        Assert.Equal(Quantity.Count(0m), default);
        Assert.Equal(Quantity.Count(0m).GetHashCode(), default(Quantity).GetHashCode());
        Assert.True(default(Quantity) < Quantity.Count(1m));
        Assert.Equal(Quantity.Count(3m), default(Quantity) + Quantity.Count(3m));
    }

    [Fact]
    public void The_sign_stands_above()
    {
        var minusAThird = Quantity.Ratio(1m, -3m);

        Assert.Equal(-1m, minusAThird.Numerator);
        Assert.Equal(3m, minusAThird.Denominator);
        Assert.True(minusAThird < default(Quantity).As(Unit.Ratio));
    }

    [Fact]
    public void Sums_are_exact_and_do_not_depend_on_their_grouping_or_order() =>
        Gen.Select(AnyRatio, AnyRatio, AnyRatio).Sample((a, b, c) => (a + b) + c == a + (b + c) && a + b == b + a && (a + b) - b == a);

    [Fact]
    public void Three_thirds_are_one()
    {
        var third = Quantity.Ratio(1m, 3m);

        Assert.Equal(Quantity.Ratio(1m, 1m), third + third + third);
        Assert.Equal(Quantity.Ratio(1m, 1m), third * 3m);
        Assert.Equal(Quantity.Ratio(1m, 9m), third.DividedBy(Quantity.Ratio(3m, 1m)));
    }

    [Fact]
    public void Refuses_to_combine_or_compare_different_units()
    {
        Assert.Throws<InvalidOperationException>(() => Quantity.Count(1m) + Quantity.Ratio(1m, 2m));
        Assert.Throws<InvalidOperationException>(() => Quantity.Count(1m) < Quantity.Of(1m, Unit.Hours));
        Assert.Throws<InvalidOperationException>(() => Quantity.Of(Money.Of(1m, "CNY")).DividedBy(Quantity.Of(Money.Of(1m, "USD"))));
        Assert.NotEqual(Quantity.Count(1m), Quantity.Of(1m, Unit.Hours));
    }

    [Fact]
    public void Refuses_a_share_of_nothing()
    {
        Assert.Throws<DivideByZeroException>(() => Quantity.Ratio(1m, 0m));
        Assert.Throws<DivideByZeroException>(() => Quantity.Count(1m).DividedBy(Quantity.Count(0m)));
    }

    [Fact]
    public void Refuses_a_fraction_that_does_not_fit()
    {
        Assert.Throws<OverflowException>(() => Quantity.Fraction(decimal.MaxValue, 0.3m, Unit.Count));
        Assert.Throws<OverflowException>(() => Quantity.Ratio(1m, decimal.MaxValue) + Quantity.Ratio(1m, decimal.MaxValue - 1m));
        Assert.Throws<OverflowException>(() => Quantity.Count(decimal.MaxValue) * 2m);
    }

    [Fact]
    public void Becomes_money_only_when_it_is_money()
    {
        Assert.Equal(Money.Of(12.5m, "CNY"), Quantity.Of(Money.Of(12.5m, "CNY")).ToMoney());
        Assert.Throws<InvalidOperationException>(() => Quantity.Count(12.5m).ToMoney());
    }

    [Fact]
    public void Rounds_the_value_once_by_name()
    {
        Assert.Equal(0.67m, Quantity.Ratio(2m, 3m).Round(Rounding.Cents));
        Assert.Equal(1m, Quantity.Ratio(2m, 3m).Round(Rounding.WholeUp));
    }

    [Fact]
    public void Reads_what_it_writes() =>
        Gen.Select(Gens.Amount, Gen.Int[1, 997], Gen.OneOfConst("count", "ratio", "hours", "minutes", "days", "score", "CNY"))
            .Sample((above, below, unit) =>
            {
                var quantity = Quantity.Fraction(above, below, Unit.Parse(unit));
                return Quantity.Parse(quantity.ToString()) == quantity;
            });

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("1/3")]
    [InlineData("count")]
    [InlineData("12 pieces")]
    [InlineData("1/ ratio")]
    [InlineData("1/0 ratio")]
    [InlineData("twelve count")]
    [InlineData("1 a/b")]
    public void Refuses_to_read_another_form(string text) => Assert.Throws<FormatException>(() => Quantity.Parse(text));
}

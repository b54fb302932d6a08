using System.Globalization;
using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class MoneyTests
{
    private static readonly Money Yuan = Money.Of(10m, "CNY");
    private static readonly Money Dollars = Money.Of(10m, "USD");

    [Fact]
    public void Adds_subtracts_and_multiplies_exactly()
    {
        Assert.Equal(Money.Of(0.3m, "CNY"), Money.Of(0.1m, "CNY") + Money.Of(0.2m, "CNY"));
        Assert.Equal(Money.Of(-0.1m, "CNY"), Money.Of(0.1m, "CNY") - Money.Of(0.2m, "CNY"));
        Assert.Equal(Money.Of(0.005m, "CNY"), Money.Of(0.05m, "CNY") * 0.1m);
        Assert.Equal(Money.Of(-10m, "CNY"), -Yuan);
    }

    [Fact]
    public void Refuses_to_add_subtract_or_compare_two_currencies()
    {
        Assert.Throws<InvalidOperationException>(() => Yuan + Dollars);
        Assert.Throws<InvalidOperationException>(() => Yuan - Dollars);
        Assert.Throws<InvalidOperationException>(() => Yuan < Dollars);
        Assert.Throws<InvalidOperationException>(() => Yuan.CompareTo(Dollars));
    }

    [Fact]
    public void Ten_yuan_are_not_ten_dollars() => Assert.NotEqual(Yuan, Dollars);

    [Theory]
    [InlineData("cny")]
    [InlineData("CN")]
    [InlineData("CNYY")]
    [InlineData("C1Y")]
    [InlineData("元元元")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_is_not_three_capital_letters(string? currency) =>
        Assert.Throws<ArgumentException>(() => Money.Of(1m, currency!));

    [Fact]
    public void Default_has_no_currency_and_every_operation_refuses_it()
    {
        var nothing = default(Money);

        Assert.Throws<ArgumentException>(() => nothing + nothing);
        Assert.Throws<ArgumentException>(() => Yuan - nothing);
        Assert.Throws<ArgumentException>(() => -nothing);
        Assert.Throws<ArgumentException>(() => nothing * 2m);
        Assert.Throws<ArgumentException>(() => nothing.CompareTo(Yuan));
        Assert.Throws<ArgumentException>(() => nothing.Round(Rounding.Cents));
    }

    [Fact]
    public void Trailing_zeros_change_neither_equality_nor_order_nor_hash()
    {
        var (longer, shorter) = (Money.Of(1.50m, "CNY"), Money.Of(1.5m, "CNY"));

        Assert.Equal(longer, shorter);
        Assert.Equal(0, longer.CompareTo(shorter));
        Assert.Equal(longer.GetHashCode(), shorter.GetHashCode());
    }

    [Fact]
    public void Orders_by_amount()
    {
        var (less, more) = (Money.Of(-2m, "CNY"), Money.Of(1m, "CNY"));

        Assert.True(less < more);
        Assert.True(less <= more);
        Assert.False(less > more);
        Assert.True(more >= Money.Of(1.0m, "CNY"));
    }

    [Fact]
    public void Rounds_by_the_rounding_it_is_given() =>
        Assert.Equal(Money.Of(-0.13m, "CNY"), Money.Of(-0.125m, "CNY").Round(Rounding.Cents));

    [Fact]
    public void Reads_what_it_writes() =>
        Gen.Select(Gens.Amount, Gen.OneOfConst("CNY", "USD", "HKD"))
            .Sample((amount, currency) => Money.Parse(Money.Of(amount, currency).ToString()) == Money.Of(amount, currency));

    [Theory]
    [InlineData("12")]
    [InlineData("CNY")]
    [InlineData(" CNY")]
    [InlineData("12CNY")]
    [InlineData("a dozen CNY")]
    [InlineData("12 cny")]
    [InlineData("12 ")]
    public void Refuses_to_read_another_form(string text) => Assert.Throws<FormatException>(() => Money.Parse(text));

    [Fact]
    public void Is_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            Assert.Equal("1234.50 CNY", Money.Of(1234.50m, "CNY").ToString());
            Assert.Equal("1234.5 CNY", Quantity.Of(Money.Of(1234.50m, "CNY")).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

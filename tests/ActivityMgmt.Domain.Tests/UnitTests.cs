namespace ActivityMgmt.Domain.Tests;

public class UnitTests
{
    [Fact]
    public void Default_is_count()
    {
        Assert.Equal(Unit.Count, default);
        Assert.Equal(Unit.Count.GetHashCode(), default(Unit).GetHashCode());
        Assert.Equal("count", default(Unit).Code);
    }

    [Theory]
    [InlineData("count", false)]
    [InlineData("ratio", false)]
    [InlineData("hours", false)]
    [InlineData("minutes", false)]
    [InlineData("days", false)]
    [InlineData("score", false)]
    [InlineData("CNY", true)]
    public void Reads_what_it_writes_and_knows_money(string code, bool isMoney)
    {
        var unit = Unit.Parse(code);

        Assert.Equal(code, unit.ToString());
        Assert.Equal(isMoney, unit.IsMoney);
    }

    [Fact]
    public void The_same_code_is_the_same_unit()
    {
        Assert.Equal(Unit.Count, Unit.Parse("count"));
        Assert.Equal(Unit.Money("CNY"), Unit.Parse("CNY"));
        Assert.NotEqual(Unit.Money("CNY"), Unit.Money("USD"));
    }

    [Theory]
    [InlineData("Count")]
    [InlineData("cny")]
    [InlineData("EURO")]
    [InlineData("")]
    public void Refuses_an_unknown_code(string code) => Assert.Throws<FormatException>(() => Unit.Parse(code));
}

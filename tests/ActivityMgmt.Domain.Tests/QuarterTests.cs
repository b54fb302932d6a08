namespace ActivityMgmt.Domain.Tests;

public class QuarterTests
{
    [Fact]
    public void Previous_and_next_cross_the_year()
    {
        Assert.Equal(new Quarter(2025, 4), new Quarter(2026, 1).Previous);
        Assert.Equal(new Quarter(2027, 1), new Quarter(2026, 4).Next);
        Assert.Equal(new Quarter(2026, 3), new Quarter(2026, 2).Next);
    }

    [Fact]
    public void Every_quarter_of_a_century_is_the_next_of_its_previous_and_is_read_as_written()
    {
        for (var quarter = new Quarter(2000, 1); quarter < new Quarter(2100, 1); quarter = quarter.Next)
        {
            Assert.Equal(quarter, quarter.Previous.Next);
            Assert.Equal(quarter, Quarter.Parse(quarter.ToString()));
            Assert.True(quarter < quarter.Next);
        }
    }

    [Fact]
    public void Orders_by_year_then_number()
    {
        Assert.True(new Quarter(2025, 4) < new Quarter(2026, 1));
        Assert.True(new Quarter(2026, 2) > new Quarter(2026, 1));
        Assert.True(new Quarter(2026, 2) >= new Quarter(2026, 2));
        Assert.False(new Quarter(2026, 3) <= new Quarter(2026, 2));
    }

    [Theory]
    [InlineData("2026Q0")]
    [InlineData("2026Q5")]
    [InlineData("2026q3")]
    [InlineData("26Q3")]
    [InlineData("2026-3")]
    [InlineData("+026Q3")]
    [InlineData("0000Q1")]
    [InlineData("2026Q3 ")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_to_read_another_form(string? text) => Assert.Throws<FormatException>(() => Quarter.Parse(text!));

    [Theory]
    [InlineData(2026, 0)]
    [InlineData(2026, 5)]
    [InlineData(0, 1)]
    [InlineData(10000, 1)]
    public void Refuses_a_quarter_that_no_year_has(int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(year, number));

    [Fact]
    public void The_first_and_the_last_quarter_and_default_have_no_neighbour()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(1, 1).Previous);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(9999, 4).Next);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Quarter).Next);
    }
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class QuarterTests
{
    [Theory]
    [InlineData("2026-01-01", "2026Q1")]
    [InlineData("2026-03-31", "2026Q1")]
    [InlineData("2026-04-01", "2026Q2")]
    [InlineData("2026-09-30", "2026Q3")]
    [InlineData("2026-10-01", "2026Q4")]
    [InlineData("2026-12-31", "2026Q4")]
    public void Contains_its_first_and_its_last_day(string date, string quarter) =>
        Assert.Equal(quarter, Quarter.Containing(Day(date)).ToString());

    [Fact]
    public void Has_three_whole_months_that_fill_it()
    {
        var first = new Quarter(2024, 1);

        Assert.Equal([Days("2024-01-01", "2024-01-31"), Days("2024-02-01", "2024-02-29"), Days("2024-03-01", "2024-03-31")], first.Months);
        Assert.Equal(Days("2024-01-01", "2024-03-31"), first.Interval);
    }

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
            Assert.Equal(quarter.Next.Interval.Start, quarter.Interval.End.PlusDays(1));
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
    public void Default_has_no_days() => Assert.ThrowsAny<ArgumentException>(() => default(Quarter).Interval);
}

namespace ActivityMgmt.Domain.Tests;

public class ArrivalCurveTests
{
    [Fact]
    public void Golden_A2_ten_clients_arrive_6_3_1_over_three_years() => Assert.Equal([6, 3, 1], ArrivalCurve.TenThreeOne.Spread(10));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 10)]
    [InlineData(7, 12)] // 7 ÷ 0.6 = 11.67
    public void Golden_A2_more_must_be_on_their_way_than_arrive_in_the_first_year(int wanted, int needed) =>
        Assert.Equal(needed, ArrivalCurve.TenThreeOne.NeededFor(wanted));

    [Theory]
    [InlineData(0.6, 0.3)] // 0.9
    [InlineData(0, 1)] // nobody in the first year
    [InlineData(1.1, -0.1)]
    public void Shares_sum_to_one_and_begin_above_zero(double first, double second) =>
        Assert.Throws<ArgumentException>(() => new ArrivalCurve { Shares = [(decimal)first, (decimal)second] });
}

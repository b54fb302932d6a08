namespace ActivityMgmt.Kpi.Tests;

public class NormalDistributionTests
{
    // Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.1.
    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.158655254)]
    [InlineData(2.0, 0.022750132)]
    [InlineData(3.0, 0.001349898)]
    [InlineData(-1.0, 0.841344746)]
    [InlineData(-2.0, 0.977249868)]
    public void The_share_above_is_the_tables(double z, double expected) => Assert.Equal(expected, NormalDistribution.ShareAbove(z), 7.5e-8);
}

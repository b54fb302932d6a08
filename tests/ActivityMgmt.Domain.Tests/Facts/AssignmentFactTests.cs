using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class AssignmentFactTests
{
    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-09-01", false)]
    public void Is_in_force_from_the_first_to_the_last_day(string date, bool expected) =>
        Assert.Equal(expected, Assigned("A1", "T1", "2026-07-01", "2026-08-31").IsInForceOn(Day(date)));

    [Fact]
    public void Without_a_last_day_it_goes_on() => Assert.True(Assigned("A1", "T1", "2026-07-01").IsInForceOn(Day("2040-01-01")));
}

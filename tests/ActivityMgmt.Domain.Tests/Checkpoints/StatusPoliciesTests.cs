namespace ActivityMgmt.Domain.Tests;

public class StatusPoliciesTests
{
    // Target 200, expected 100: 1 % of the target is 2.
    [Theory]
    [InlineData("110.01", GoalStatus.Ahead)]
    [InlineData("110", GoalStatus.OnTrack)] // 5 % over belongs to on track
    [InlineData("100", GoalStatus.OnTrack)]
    [InlineData("90", GoalStatus.OnTrack)] // 5 % under still does
    [InlineData("89.99", GoalStatus.Behind)]
    [InlineData("70", GoalStatus.Behind)] // 15 % under is still behind
    [InlineData("69.99", GoalStatus.OffTrack)]
    [InlineData("0", GoalStatus.OffTrack)]
    public void The_gap_is_a_share_of_the_whole_target_and_a_limit_belongs_to_the_better_status(string actual, GoalStatus status) =>
        Assert.Equal(status, Status(actual, Direction.HigherIsBetter));

    [Theory]
    [InlineData("89.99", GoalStatus.Ahead)]
    [InlineData("90", GoalStatus.OnTrack)]
    [InlineData("110", GoalStatus.OnTrack)]
    [InlineData("110.01", GoalStatus.Behind)]
    [InlineData("130", GoalStatus.Behind)]
    [InlineData("130.01", GoalStatus.OffTrack)]
    public void Where_lower_is_better_more_is_worse(string actual, GoalStatus status) =>
        Assert.Equal(status, Status(actual, Direction.LowerIsBetter));

    [Fact]
    public void A_target_of_zero_has_no_status_where_more_is_better() =>
        Assert.Equal(GoalStatus.NoData, StatusPolicies.GapToTarget(Quantity.Count(0m), Quantity.Count(1m), Quantity.Count(0m), Direction.HigherIsBetter));

    [Theory]
    [InlineData(0, GoalStatus.OnTrack)]
    [InlineData(1, GoalStatus.OffTrack)]
    [InlineData(3, GoalStatus.OffTrack)]
    public void At_most_zero_is_on_track_at_zero_and_off_track_above(int actual, GoalStatus status) =>
        Assert.Equal(status, StatusPolicies.GapToTarget(Quantity.Count(0m), Quantity.Count(actual), Quantity.Count(0m), Direction.LowerIsBetter));

    [Fact]
    public void A_third_of_the_target_is_compared_without_rounding() =>
        // Expected 1/3 of 60 = 20; 17 is exactly 5 % of the target below.
        Assert.Equal(GoalStatus.OnTrack, StatusPolicies.GapToTarget(Quantity.Fraction(60m, 3m, Unit.Count), Quantity.Count(17m), Quantity.Count(60m), Direction.HigherIsBetter));

    private static GoalStatus Status(string actual, Direction direction) => StatusPolicies.GapToTarget(
        Quantity.Count(100m), Quantity.Count(decimal.Parse(actual, System.Globalization.CultureInfo.InvariantCulture)), Quantity.Count(200m), direction);
}

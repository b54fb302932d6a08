namespace ActivityMgmt.Domain.Tests;

public class ProposalPoliciesTests
{
    // The forecast ends between 60 and 80 of 100.
    [Theory]
    [InlineData(GoalStatus.OffTrack, 100, "80")]
    [InlineData(GoalStatus.Behind, 100, null)] // can be caught up
    [InlineData(GoalStatus.OffTrack, 80, null)] // the interval reaches it
    public void A_new_target_is_the_upper_end_of_a_forecast_that_lies_wholly_below_the_target(GoalStatus status, int target, string? proposed)
    {
        var proposal = NewTarget(StatedForecaster.Made(70m, 10m), status, target);

        Assert.Equal(proposed is null ? default : ("proposal.new-target", $"{target} count", $"{proposed} count"), proposal is null ? default : (proposal.Code, proposal["target"].Text, proposal["proposed"].Text));
    }

    [Theory]
    [InlineData("1", "81 count")]
    [InlineData("5", "85 count")]
    [InlineData("50", null)] // 100 is the target itself
    public void A_new_target_is_rounded_up_to_a_whole_piece(string piece, string? proposed) =>
        Assert.Equal(proposed, NewTarget(StatedForecaster.Made(70m, 10.2m), GoalStatus.OffTrack, 100, decimal.Parse(piece, System.Globalization.CultureInfo.InvariantCulture))?["proposed"].Text);

    [Fact]
    public void Without_a_forecast_and_where_less_is_better_no_new_target_is_proposed()
    {
        var none = SomeCheckpoint.Of(status: GoalStatus.OffTrack);
        var made = none with { Forecast = StatedForecaster.Made(70m, 10m) };

        Assert.Null(ProposalPolicies.NewTarget()(new(SomeGoal.Of(100m), null, none)));
        Assert.Null(ProposalPolicies.NewTarget()(new(SomeGoal.Of(100m, direction: Direction.LowerIsBetter), null, made)));
    }

    [Fact]
    public void A_piece_is_above_zero() => Assert.Throws<ArgumentOutOfRangeException>(() => ProposalPolicies.NewTarget(0m));

    private static Reason? NewTarget(Forecast forecast, GoalStatus status, int target, decimal piece = 1m) => ProposalPolicies.NewTarget(piece)(
        new(SomeGoal.Of(target), null, SomeCheckpoint.Of(status: status) with { Forecast = forecast, Target = Quantity.Count(target) }));
}

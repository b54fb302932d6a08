using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class EvaluationTests
{
    [Theory]
    [InlineData(EvaluationState.Draft, true, true)]
    [InlineData(EvaluationState.Confirmed, false, true)]
    [InlineData(EvaluationState.Contested, true, false)]
    public void Can_be_confirmed_and_contested_but_not_twice(EvaluationState state, bool canConfirm, bool canContest)
    {
        var evaluation = Some with { State = state };

        Check(canConfirm, evaluation, () => evaluation.Confirm(new("manager"), Day("2026-10-08"), "well done"), EvaluationState.Confirmed);
        Check(canContest, evaluation, () => evaluation.Contest(new("manager"), Day("2026-10-08"), "well done"), EvaluationState.Contested);
    }

    [Fact]
    public void Its_key_is_quarter_and_agent() => Assert.Equal("2026Q3/A1", Some.Key);

    private static Evaluation Some => new()
    {
        Partition = "2026Q3",
        Agent = new("A1"),
        Period = Q3.Interval,
        Goals = [],
        Scorecard = new() { Parts = [], Total = null },
        Compliance = [],
        Strengths = [],
        Weaknesses = [],
        Actions = [],
    };

    private static void Check(bool isAllowed, Evaluation before, Func<Evaluation> change, EvaluationState state)
    {
        if (isAllowed)
        {
            Assert.Equal((state, new EvaluationNote(new("manager"), Day("2026-10-08"), "well done")), (change().State, change().Note));
            return;
        }

        var rule = Assert.IsType<EvaluationIsConfirmedOnceRule>(Assert.Throws<BrokenRuleException>(change).Rule);
        Assert.Equal($"evaluation.state.{before.State}", rule.Reason["state"].Text);
    }
}

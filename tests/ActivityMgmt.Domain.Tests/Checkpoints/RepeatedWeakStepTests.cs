namespace ActivityMgmt.Domain.Tests;

public class RepeatedWeakStepTests
{
    [Fact]
    public void A_step_counts_from_the_second_time_on_with_its_last_cause()
    {
        var last = StatedCauses.Weak("sales", 0.2m, 0.3m);

        var found = RepeatedWeakStep.In(With(StatedCauses.Weak("sales", 0.1m, 0.3m), StatedCauses.Weak("quotes", 0.1m, 0.3m), last));

        Assert.Equal([new RepeatedWeakStep(new("sales"), 2, last)], found);
    }

    [Fact]
    public void The_most_frequent_comes_first_and_ties_go_by_id()
    {
        var (a, b, c) = (StatedCauses.Weak("a", 0.1m, 0.3m), StatedCauses.Weak("b", 0.1m, 0.3m), StatedCauses.Weak("c", 0.1m, 0.3m));

        var found = RepeatedWeakStep.In(With(b, c, a, c, b, c, a));

        Assert.Equal([("c", 3), ("a", 2), ("b", 2)], found.Select(f => (f.Step.Value, f.Times)));
    }

    [Fact]
    public void Two_goals_that_are_looked_at_on_one_day_count_once()
    {
        var weak = SomeCheckpoint.Of() with { Cause = StatedCauses.Weak("sales", 0.2m, 0.3m) };
        var premium = weak with { Goal = SomeGoal.Of(measure: "premium").Id, Measure = new("premium") };

        Assert.Empty(RepeatedWeakStep.In([weak, premium]));
        Assert.Equal(2, Assert.Single(RepeatedWeakStep.In([weak, premium, weak with { AsOf = Facts.Day("2026-07-19") }])).Times);
    }

    [Fact]
    public void Other_causes_and_none_do_not_count() =>
        Assert.Empty(RepeatedWeakStep.In(With(null, new Cause.NoData(Reason.Of("a.b")), new Cause.NoSingleCause(Reason.Of("a.b")), new Cause.NoData(Reason.Of("a.b")))));

    private static IEnumerable<Checkpoint> With(params Cause?[] causes) => causes.Select((c, i) => SomeCheckpoint.Of() with { AsOf = Facts.Day("2026-07-05").PlusWeeks(i), Cause = c });
}

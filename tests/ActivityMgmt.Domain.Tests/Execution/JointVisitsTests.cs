using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class JointVisitsTests
{
    [Fact]
    public void Counts_each_pair_and_leaves_out_what_was_not_done_together()
    {
        var book = Book(
            With("M1", "2026-07-01 09:00", "success"), With("M1", "2026-07-31 09:00", null), With("M2", "2026-07-02 09:00", null),
            With("M1", "2026-07-03 09:00", "missed"), With("A1", "2026-07-04 09:00", null), With("M1", "2026-08-01 09:00", null), Did("A1", "interview", "2026-07-05 09:00"));

        Assert.Equal(
            [("A1", "M1", 2, 1), ("A1", "M2", 1, 0)],
            JointVisits.In(book, Days("2026-07-01", "2026-07-31")).Select(v => (v.Agent.Value, v.Companion.Value, v.Visits, v.Successes)));
    }

    private static ActivityFact With(string companion, string at, string? outcome) => Did("A1", "interview", at, outcome: outcome) with { Companion = new(companion) };
}

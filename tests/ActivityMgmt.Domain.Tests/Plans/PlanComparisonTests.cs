using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class PlanComparisonTests
{
    [Fact]
    public void Counts_by_kind_what_became_of_the_plan_and_what_came_besides()
    {
        var week = Week(Plans("P1"), Plans("P2", "2026-07-21 12:00"), Plans("P3", "2026-07-22 09:00"), Plans("P4", "2026-07-22 12:00"), Plans("P5", "2026-07-23 09:00", activity: "call"));
        var book = Book(
            Planned("P1"), Outcome("P1"),
            Planned("P2"), Outcome("P2", "missed"),
            Planned("P3"), Happened("P3", AppointmentEvent.Cancelled, "2026-07-20"),
            Planned("P4"),
            Outcome(null, at: "2026-07-24 09:00", id: "besides"),
            Outcome("P9", at: "2026-07-24 10:00"), // planned elsewhere, in nobody's week
            Outcome(null, "missed", at: "2026-07-24 11:00", id: "not-done"),
            Outcome(null, at: "2026-07-27 00:00", id: "next-week"));

        var comparison = PlanComparison.Of(week, book);

        Assert.Equal(
            [("call", 1, 0, 0, 0, 1, 0), ("interview", 4, 1, 1, 1, 1, 2)],
            comparison.Lines.Select(l => (l.Activity, l.Planned, l.Done, l.Missed, l.Cancelled, l.Open, l.Unplanned)));
        Assert.Equal([Quantity.Ratio(0m, 1m), Quantity.Ratio(1m, 4m)], comparison.Lines.Select(l => l.CarriedOut!.Value));
        Assert.Equal((5, Quantity.Ratio(1m, 5m)), (comparison.Total.Planned, comparison.Total.CarriedOut!.Value));
        Assert.DoesNotContain("Activity:crm/next-week@1", comparison.Total.Facts.Select(f => f.ToString()));
    }

    [Theory]
    [InlineData(null, 0, 0, 1)]
    [InlineData("success", 1, 0, 0)] // it took place all the same
    [InlineData("missed", 0, 1, 0)]
    [InlineData("cancelled", 0, 0, 1)]
    public void What_an_agreed_week_called_off_is_still_planned_and_counts_as_what_became_of_it(string? outcome, int done, int missed, int cancelled)
    {
        var week = Week(Plans("P1"), Plans("P2", "2026-07-22 10:00")).Agree(Manager, Day("2026-07-19"), Because, []).CallOff(new("P2"), Manager, Day("2026-07-20"), Because);

        var line = Assert.Single(PlanComparison.Of(week, Book([Planned("P2", at: "2026-07-22 10:00"), .. outcome is null ? [] : new[] { Outcome("P2", outcome, "2026-07-22 10:00") }])).Lines);

        Assert.Equal((2, done, missed, cancelled, 1, 0), (line.Planned, line.Done, line.Missed, line.Cancelled, line.Open, line.Unplanned));
    }

    [Fact]
    public void What_a_draft_called_off_was_never_agreed_and_is_not_planned()
    {
        var week = Week(Plans("P1"), Plans("P2", "2026-07-22 10:00")).CallOff(new("P2"), Manager, Day("2026-07-18"), Because).Agree(Manager, Day("2026-07-19"), Because, []);

        var line = Assert.Single(PlanComparison.Of(week, Book(Outcome("P2", at: "2026-07-22 10:00"))).Lines);

        Assert.Equal((1, 0, 1, 1), (line.Planned, line.Done, line.Open, line.Unplanned));
    }

    [Fact]
    public void Without_a_plan_there_is_no_rate()
    {
        var comparison = PlanComparison.Of(Week(), Book(Outcome(null, id: "besides")));

        Assert.Null(Assert.Single(comparison.Lines).CarriedOut);
        Assert.Null(comparison.Total.CarriedOut);
    }

    [Fact]
    public void Planned_is_always_done_missed_cancelled_and_open_and_unplanned_work_never_changes_the_rate() =>
        Gen.Select(Gen.Int[0, 4].Array[0, 8], Gen.Int[0, 5]).Sample((fates, besides) =>
        {
            var week = Week([.. fates.Select((_, i) => Plans($"P{i}", $"2026-07-21 {9 + i:00}:00"))]);
            Fact[] facts = [.. fates.SelectMany((fate, i) => Fate($"P{i}", fate))];
            Fact[] more = [.. Enumerable.Range(0, besides).Select(i => Outcome(null, at: $"2026-07-22 {9 + i:00}:00", id: $"U{i}"))];

            var (alone, all) = (PlanComparison.Of(week, Book(facts)).Total, PlanComparison.Of(week, Book([.. facts, .. more])).Total);

            Assert.Equal(fates.Length, all.Done + all.Missed + all.Cancelled + all.Open);
            Assert.Equal((alone.CarriedOut, besides), (all.CarriedOut, all.Unplanned));
        });

    private static Fact[] Fate(string id, int fate) => fate switch
    {
        0 => [],
        1 => [Planned(id)],
        2 => [Planned(id), Outcome(id)],
        3 => [Planned(id), Outcome(id, "missed")],
        _ => [Planned(id), Happened(id, AppointmentEvent.Cancelled, "2026-07-20")],
    };
}

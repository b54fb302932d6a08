namespace ActivityMgmt.Kpi.Tests;

public class StreakTests
{
    // Three visits in the weeks from 6, 13 and 27 July, two in that from 20 July. The week from 29 June begins before the month and doesn't count.
    private static readonly Fact[] Weeks =
    [
        .. Enumerable.Repeat("2026-07-01", 3).Concat(Enumerable.Repeat("2026-07-06", 3)).Concat(Enumerable.Repeat("2026-07-19", 3)).Concat(Enumerable.Repeat("2026-07-22", 2)).Concat(Enumerable.Repeat("2026-07-27", 3))
            .Select(on => Facts.Activity(on)),
    ];

    [Theory]
    [InlineData("longest", 2)]
    [InlineData("current", 0)] // the week from 27 July ends in August, so the last whole one is that from 20 July
    public void Counts_weeks_in_a_row_with_at_least_three(string run, int expected) =>
        Assert.Equal(expected, Kpis.Value(Read("week", run, 3, Kpis.July)));

    [Fact]
    public void The_current_run_reaches_the_last_whole_week() =>
        Assert.Equal(1m, Kpis.Value(Read("week", "current", 3, Facts.Period("2026-07-06", "2026-08-02"))));

    // Friday 3 July and Monday 6 July: the weekend between doesn't break a run of working days.
    [Theory]
    [InlineData("working-day", 2)]
    [InlineData("day", 1)]
    public void Days_without_work_break_no_run_of_working_days(string each, int expected) =>
        Assert.Equal(expected, Kpis.Value(Kpis.Open(Document(each, "longest", 1), Facts.Activity("2026-07-03"), Facts.Activity("2026-07-06")).Read(new("m"), Kpis.E1, Kpis.July)));

    [Fact]
    public void Is_absent_when_a_part_is()
    {
        var document = Kpis.Document(
        [
            Kpis.Measure("score", """ "kind": "average", "facts": "feedback", "of": "score" """),
            Kpis.Measure("m", """ "kind": "streak", "of": "score", "each": "month", "atLeast": 8, "run": "longest" """),
        ]);

        Assert.Equal("kpi.part-absent", Assert.IsType<Reading.NoData>(Kpis.Open(document, Facts.Survey("2026-07-01", 9)).Read(new("m"), Kpis.E1, Facts.Period("2026-06-01", "2026-07-31"))).Reason.Code);
    }

    private static Reading Read(string each, string run, int atLeast, DateInterval period) => Kpis.Open(Document(each, run, atLeast), Weeks).Read(new("m"), Kpis.E1, period);

    private static PublishedDocument Document(string each, string run, int atLeast) => Kpis.Document(
    [
        Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """),
        Kpis.Measure("m", $"\"kind\": \"streak\", \"of\": \"visits\", \"each\": \"{each}\", \"atLeast\": {atLeast}, \"run\": \"{run}\""),
    ]);
}

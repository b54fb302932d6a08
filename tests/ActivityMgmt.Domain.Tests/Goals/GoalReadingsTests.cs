using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class GoalReadingsTests
{
    [Fact]
    public void Entries_of_the_period_add_up_and_are_the_evidence()
    {
        var book = Book(Entry("A1", "2026-06-30", 1m), Entry("A1", "2026-07-01", 2m), Entry("A1", "2026-09-30", 3m), Entry("A1", "2026-10-01", 4m), Entry("A2", "2026-07-02", 5m));

        var reading = Assert.IsType<Reading.Measured>(GoalReadings.Of(Manual(), new StatedReadings(book)));

        Assert.Equal(Quantity.Count(5m), reading.Value);
        Assert.Equal(["A1-2026-07-01", "A1-2026-09-30"], reading.Evidence.Facts.Select(f => f.Key.Id));
    }

    [Fact]
    public void No_entry_is_no_data_and_never_zero() =>
        Assert.Equal("goal.no-entry", Assert.IsType<Reading.NoData>(GoalReadings.Of(Manual(), new StatedReadings(Book()))).Reason.Code);

    [Fact]
    public void A_measured_goal_reads_its_measure_and_no_entry()
    {
        var readings = new StatedReadings(Book(Entry("A1", "2026-07-01", 2m))).Says("cases", Agent("A1"), Q3.Interval, 7m);

        Assert.Equal(Quantity.Count(7m), Assert.IsType<Reading.Measured>(GoalReadings.Of(SomeGoal.Of(), readings)).Value);
    }

    [Fact]
    public void Entries_count_for_the_team_of_their_day_and_the_teams_above()
    {
        var book = Book(
            Joined("A1"), Assigned("A1", "T1", until: "2026-07-31"), Assigned("A1", "T2", "2026-08-01"), Under("T1", "D1"),
            Entry("A1", "2026-07-31", 2m), Entry("A1", "2026-08-01", 3m));

        Assert.Equal(2m, Value(Team("T1")));
        Assert.Equal(3m, Value(Team("T2")));
        Assert.Equal(2m, Value(Team("D1")));
        Assert.Equal(5m, Value(Subject.Branch("B1")));
        decimal Value(Subject subject) => ((Reading.Measured)GoalReadings.Of(Manual() with { Subject = subject }, new StatedReadings(book))).Value.ToDecimal();
    }

    [Fact]
    public void The_goal_of_an_upper_team_holds_the_teams_below_for_the_days_on_which_they_report_there()
    {
        var july = Days("2026-07-01", "2026-07-31");
        var rest = Days("2026-08-01", "2026-09-30");
        var readings = new StatedReadings(Book(Joined("A1"), Assigned("A1", "T1"), Under("T1", "D1", until: "2026-07-31"), Under("T2", "D1")))
            .Knows("cases", Unit.Count)
            .Says("cases", Team("D1"), july, 1m).Says("cases", Team("T1"), july, 10m).Says("cases", Team("T2"), july, 100m)
            .Says("cases", Team("D1"), rest, 2m).Says("cases", Team("T1"), rest, 20m).Says("cases", Team("T2"), rest, 200m);

        var reading = GoalReadings.Of(SomeGoal.Of() with { Subject = Team("D1") }, readings);

        Assert.Equal(Quantity.Count(1m + 10m + 100m + 2m + 200m), Assert.IsType<Reading.Measured>(reading).Value);
    }

    [Fact]
    public void What_does_not_add_up_does_not_apply_to_a_team_with_teams_below()
    {
        var readings = new StatedReadings(Book(Under("T1", "D1"))).Knows("cases", Unit.Ratio, additive: false).Always("cases", Team("D1"), 1m);

        Assert.IsType<Reading.NotApplicable>(GoalReadings.Of(SomeGoal.Of() with { Subject = Team("D1") }, readings));
    }

    internal static TeamFact Under(string team, string? parent, string from = "2024-01-01", string? until = null) => new()
    {
        Origin = new("crm", $"{team}-{from}"),
        Date = Day(from),
        Team = new(team),
        Parent = parent is null ? null : new TeamId(parent),
        Until = MaybeDay(until),
    };

    private static Goal Manual() => SomeGoal.Of() with { Source = GoalSource.Manual };

    private static EntryFact Entry(string agent, string on, decimal value) => new()
    {
        Origin = new("crm", $"{agent}-{on}"),
        Date = Day(on),
        Agent = new(agent),
        Measure = "cases",
        Value = value,
        EnteredBy = new("m.li"),
    };
}

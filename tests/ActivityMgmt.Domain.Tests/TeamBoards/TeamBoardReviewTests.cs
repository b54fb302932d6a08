using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class TeamBoardReviewTests
{
    private static readonly DateInterval July = Days("2026-07-01", "2026-07-31");
    private static readonly LocalDate Today = Day("2026-07-20");
    private static readonly DateInterval SoFar = new(July.Start, Today);

    [Fact]
    public void Members_are_those_of_the_team_and_the_teams_below_on_the_day()
    {
        var board = Board(
            new("T"),
            Placed("T1", "T"), Placed("T2", "T1"),
            Joined("A1"), Assigned("A1", "T"), Joined("A2"), Assigned("A2", "T2"),
            Joined("A3", left: "2026-07-19"), Assigned("A3", "T"), Joined("A4"), Assigned("A4", "other"));

        Assert.Equal([Id("A1"), Id("A2")], board.Members);
    }

    [Fact]
    public void The_headcount_walk_leads_from_the_day_before_the_period_to_today()
    {
        var walk = Board(
            new("T"),
            [.. Members("A1", "A2"), Joined("A3", "2026-07-06"), Assigned("A3", "T", "2026-07-06"), Joined("A2", left: "2026-07-10", revision: 2)]).Headcount;

        Assert.Equal((2, "A3", "A2", 2), (walk.Opening.Count, Assert.Single(walk.Joined).Value, Assert.Single(walk.Left).Value, walk.Closing.Count));
    }

    [Fact]
    public void Attendance_tells_who_came_who_is_excused_who_is_absent_and_of_whom_nothing_is_known()
    {
        var board = Board(
            new("T"),
            [.. Members("A1", "A2", "A3", "A4"), Came("A1", AttendanceStatus.Attended), Came("A2", AttendanceStatus.Excused), Came("A3", AttendanceStatus.Absent), Came("A4", AttendanceStatus.Attended, on: "2026-07-19")]);

        var morning = Assert.Single(board.Attendance);
        Assert.Equal(
            ("morning", "A1", "A2", "A3", "A4"),
            (morning.Meeting, Assert.Single(morning.Attended).Value, Assert.Single(morning.Excused).Value, Assert.Single(morning.Absent).Value, Assert.Single(morning.NotRecorded).Value));
        Assert.Equal(Quantity.Ratio(1m, 2m), morning.Rate);
    }

    [Fact]
    public void A_meeting_of_which_nothing_was_recorded_has_no_rate() => Assert.Null(Assert.Single(Board(new("T"), Members("A1")).Attendance).Rate);

    [Fact]
    public void Who_sold_nothing_is_a_zero_producer_and_of_whom_nothing_is_known_is_not()
    {
        var readings = new StatedReadings(Book(Members("A1", "A2", "A3"))).Says("cases", Agent("A1"), SoFar, 0m).Says("cases", Agent("A2"), SoFar, 1m);

        var board = Review(readings);

        Assert.Equal(Id("A1"), Assert.Single(board.ZeroProducers));
        Assert.Equal(Id("A3"), Assert.Single(board.NothingKnown));
    }

    [Theory]
    [InlineData("2026-07-13", 0)] // due on the day itself
    [InlineData("2026-07-12", 1)]
    public void A_submitted_policy_waits_for_its_issue(string submitted, int overdue)
    {
        var pending = Assert.Single(Board(new("T"), [.. Members("A1"), Policy("P1", "A1", submitted) with { IssuedOn = null, EffectiveOn = null }]).Pending);

        Assert.Equal((PendingStep.Issue, Day(submitted), overdue, overdue > 0), (pending.Step, pending.Since, pending.DaysOverdue, pending.IsOverdue));
    }

    [Fact]
    public void An_issued_policy_waits_for_the_receipt_and_then_for_the_call_back()
    {
        var pending = Board(
            new("T"),
            [
                .. Members("A1"),
                Policy("P1", "A1", "2026-07-01"),
                Policy("P2", "A1", "2026-07-01"), Event("P2", PolicyEventKind.ReceiptReturned, "2026-07-04"),
                Policy("P3", "A1", "2026-07-01"), Event("P3", PolicyEventKind.ReceiptReturned, "2026-07-04"), Event("P3", PolicyEventKind.CallbackPassed, "2026-07-05"),
                Policy("P4", "A1", "2026-07-01"), Event("P4", PolicyEventKind.CancelledInCoolingOff, "2026-07-05"),
            ]).Pending;

        Assert.Equal(
            [("P1", PendingStep.Receipt, Day("2026-07-11"), 9), ("P2", PendingStep.CallBack, Day("2026-07-19"), 1)],
            pending.Select(p => (p.Policy.Value, p.Step, p.DueOn, p.DaysOverdue)));
    }

    [Fact]
    public void Gaps_lead_to_the_next_threshold_above_and_the_nearest_comes_first()
    {
        var readings = new StatedReadings(Book(Members("A1", "A2", "A3")))
            .Says("cases", Agent("A1"), SoFar, 3m).Says("cases", Agent("A2"), SoFar, 4m).Says("cases", Agent("A3"), SoFar, 12m);
        var policies = Policies() with { Thresholds = [new("ten", new("cases"), Quantity.Count(10m)), new("four", new("cases"), Quantity.Count(4m))] };

        var gaps = new TeamBoardReview(policies).Review(readings, new("T"), July, Today).Gaps;

        Assert.Equal(
            [("A1", "four", Quantity.Count(1m)), ("A2", "ten", Quantity.Count(6m))],
            gaps.Select(g => (g.Agent.Value, g.Threshold.Name, g.Missing)));
        Assert.Single(new TeamBoardReview(policies with { MostGaps = 1 }).Review(readings, new("T"), July, Today).Gaps);
    }

    [Fact]
    public void A_day_outside_the_period_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TeamBoardReview(Policies()).Review(new StatedReadings(Book()), new("T"), July, Day("2026-08-01")));

    private static TeamBoard Board(TeamId team, params Fact[] facts) => new TeamBoardReview(Policies()).Review(new StatedReadings(Book(facts)), team, July, Today);

    private static TeamBoard Review(IReadings readings) => new TeamBoardReview(Policies()).Review(readings, new("T"), July, Today);

    private static TeamBoardPolicies Policies() => new() { Producing = new("cases") };

    private static Fact[] Members(params string[] agents) => [.. agents.SelectMany(a => new Fact[] { Joined(a), Assigned(a, "T") })];

    private static TeamFact Placed(string team, string parent) => new() { Origin = new("crm", team), Date = Day("2024-01-01"), Team = new(team), Parent = new(parent) };

    private static AttendanceFact Came(string agent, AttendanceStatus status, string on = "2026-07-20") =>
        new() { Origin = new("crm", $"{agent}-{on}"), Date = Day(on), Agent = new(agent), Meeting = "morning", Status = status };
}

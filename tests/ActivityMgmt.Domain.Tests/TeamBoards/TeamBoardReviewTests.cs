using CsCheck;
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
    public void A_policy_waits_on_the_board_of_who_services_it()
    {
        Fact[] facts =
        [
            .. Members("A1"), Joined("A2"), Assigned("A2", "other"),
            Policy("P1", "A1"), Serviced("P1", "A2"),
            Policy("P2", "A2"), Serviced("P2", "A1"),
            Policy("P3", "A1"), Serviced("P3", "A2", from: "2026-07-21"), // from tomorrow on
        ];

        Assert.Equal([("P2", "A1", false), ("P3", "A1", false)], Board(new("T"), facts).Pending.Select(p => (p.Policy.Value, p.Agent.Value, p.IsOrphan)).Order());
        Assert.Equal("P1", Assert.Single(Board(new("other"), facts).Pending).Policy.Value);
    }

    [Fact]
    public void What_a_leaver_left_waits_on_the_board_of_the_last_team_until_somebody_takes_it_over()
    {
        Fact[] facts =
        [
            Joined("A1", left: "2026-07-10"), Assigned("A1", "before", until: "2026-06-30"), Assigned("A1", "T", "2026-07-01", until: "2026-07-10"),
            .. Members("A2"), Policy("P1", "A1"),
        ];

        var orphan = Assert.Single(Board(new("T"), facts).Pending);
        var takenOver = Assert.Single(Board(new("T"), [.. facts, Serviced("P1", "A2")]).Pending);

        Assert.Equal(("P1", "A1", true), (orphan.Policy.Value, orphan.Agent.Value, orphan.IsOrphan));
        Assert.Equal(("P1", "A2", false), (takenOver.Policy.Value, takenOver.Agent.Value, takenOver.IsOrphan));
        Assert.Empty(Board(new("before"), facts).Pending);
    }

    // Nothing is issued, so every policy waits: each is on the boards of its servicer's last team and of the team above, and on no other.
    [Fact]
    public void A_board_holds_every_waiting_policy_of_the_teams_servicers_and_no_other()
    {
        string[] agents = ["A0", "A1", "A2", "A3", "A4"]; // A1 moved from T1 to T2 on the 10th, A3 left T2 on the 15th, A4 is unknown
        Fact[] organisation =
        [
            Placed("T1", "T"), Placed("T2", "T"), Joined("A0"), Assigned("A0", "T1"), Joined("A1"), Assigned("A1", "T1", until: "2026-07-09"), Assigned("A1", "T2", "2026-07-10"),
            Joined("A2"), Assigned("A2", "T2"), Joined("A3", left: "2026-07-15"), Assigned("A3", "T2", until: "2026-07-15"),
        ];
        var policy = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 31], Gen.Int[0, 4], Gen.Int[1, 31], (seller, on, servicer, from) => (seller, on, servicer, from));
        Gen.Select(policy.Array[0, 12], Gen.Bool).Sample((rows, isCut) =>
        {
            var all = Book(
            [
                .. organisation,
                .. rows.SelectMany((r, i) => new Fact[]
                {
                    Policy($"P{i}", agents[r.seller], $"2026-07-{r.on:00}") with { IssuedOn = null, EffectiveOn = null }, Serviced($"P{i}", agents[r.servicer], $"2026-07-{r.from:00}"),
                }),
            ]);
            var book = isCut ? all.UpTo(Today) : all;
            IEnumerable<string> On(string team) => new TeamBoardReview(Policies()).Review(new StatedReadings(book), new(team), July, Today).Pending.Select(p => p.Policy.Value).Order(StringComparer.Ordinal);

            var teamOf = rows.Select((r, i) => (Policy: $"P{i}", r.on, Team: (r.from <= 20 ? r.servicer : r.seller) switch { 0 => "T1", 4 => null, _ => "T2" }))
                .Where(p => p.on <= 20).OrderBy(p => p.Policy, StringComparer.Ordinal).ToArray();
            Assert.Equal(teamOf.Where(p => p.Team == "T1").Select(p => p.Policy), On("T1"));
            Assert.Equal(teamOf.Where(p => p.Team == "T2").Select(p => p.Policy), On("T2"));
            Assert.Equal(teamOf.Where(p => p.Team is not null).Select(p => p.Policy), On("T"));
        });
    }

    [Fact]
    public void Which_policies_need_a_receipt_and_a_call_back_is_the_hosts_word()
    {
        Fact[] facts = [.. Members("A1"), Policy("P1", "A1", "2026-07-01"), Policy("P2", "A1", "2026-07-01") with { Product = "accident-1y" }, Policy("P3", "A1", "2026-07-01") with { RiderOf = new("P1") }];
        IEnumerable<(string, PendingStep, LocalDate)> Pending(TeamBoardPolicies policies) =>
            new TeamBoardReview(policies).Review(new StatedReadings(Book(facts)), new("T"), July, Today).Pending.Select(p => (p.Policy.Value, p.Step, p.Since));

        Assert.Equal([("P1", PendingStep.Receipt, Day("2026-07-01")), ("P2", PendingStep.Receipt, Day("2026-07-01"))], Pending(Policies())); // a rider goes with its main policy
        Assert.Equal(
            [("P1", PendingStep.Receipt, Day("2026-07-01"))],
            Pending(Policies() with { NeedsReceipt = p => p.Product != "accident-1y" && p.RiderOf is null, NeedsCallBack = p => p.Product != "accident-1y" && p.RiderOf is null }));
        Assert.Equal( // a call-back without a receipt is awaited from the issue on
            [("P1", PendingStep.CallBack, Day("2026-07-01")), ("P2", PendingStep.CallBack, Day("2026-07-01"))],
            Pending(Policies() with { NeedsReceipt = _ => false }));
    }

    [Fact]
    public void Who_is_on_leave_is_expected_by_nobody_and_who_did_not_come_is_shown_with_the_reason()
    {
        var morning = Assert.Single(Board(
            new("T"),
            [
                .. Members("A1", "A2", "A3", "A4"),
                new LeaveFact { Origin = new("crm", "L1"), Date = Day("2026-07-20"), Agent = new("A1"), Leave = "annual", Until = Day("2026-07-24") },
                Came("A2", AttendanceStatus.Excused) with { Because = "customer-visit" }, Came("A3", AttendanceStatus.Absent),
            ]).Attendance);

        Assert.Equal(("A1", "A4"), (Assert.Single(morning.OnLeave).Value, Assert.Single(morning.NotRecorded).Value));
        Assert.Equal([KeyValuePair.Create(Id("A2"), "customer-visit")], morning.Because);
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

    private static PolicyRoleFact Serviced(string policy, string agent, string from = "2026-07-16") =>
        new() { Origin = new("crm", $"{policy}-{agent}"), Date = Day(from), Policy = new(policy), Role = PolicyRole.Servicer, Agent = new(agent) };

    private static AttendanceFact Came(string agent, AttendanceStatus status, string on = "2026-07-20") =>
        new() { Origin = new("crm", $"{agent}-{on}"), Date = Day(on), Agent = new(agent), Meeting = "morning", Status = status };
}

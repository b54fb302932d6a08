using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class FeasibilityReviewTests
{
    // On the equator 0.09 degrees are 10.0076 km: at 60 km/h 10.0076 minutes, so 11.
    private static readonly FeasibilityPolicies Policies = new() { KilometresPerHour = 60m, MinutesPerWay = 5 };

    [Theory]
    [InlineData("2026-07-21 10:59", true)]
    [InlineData("2026-07-21 11:00", false)] // begins when the other ends
    public void Two_at_a_time_clash(string second, bool clashes) =>
        Expect(clashes ? ["plan.clash"] : [], FeasibilityChecks.Clash, Week(Plans("P1"), Plans("P2", second)));

    [Fact]
    public void A_long_activity_clashes_with_each_one_inside_it() =>
        Expect(["plan.clash", "plan.clash"], FeasibilityChecks.Clash, Week(Plans("P1", minutes: 240), Plans("P2", "2026-07-21 11:00"), Plans("P3", "2026-07-21 12:30")));

    [Theory]
    [InlineData("2026-07-21 11:15", true)]
    [InlineData("2026-07-21 11:16", false)] // 11 minutes of way and 5 in and out
    public void Too_little_time_between_two_places(string second, bool found) =>
        Expect(found ? ["plan.travel-gap"] : [], FeasibilityChecks.TravelGap, Week(Plans("P1", longitude: 121m), Plans("P2", second, longitude: 121.09m)));

    [Fact]
    public void The_way_is_named_with_its_minutes()
    {
        var finding = Assert.Single(FeasibilityChecks.TravelGap(Seen(Week(Plans("P1", longitude: 121m), Plans("P2", "2026-07-21 11:10", longitude: 121.09m))), Policies));

        Assert.Equal(("P2", "P1", "16", "10"), (finding.Reason["activity"].Text, finding.Reason["other"].Text, finding.Reason["needed"].Text, finding.Reason["gap"].Text));
    }

    [Fact]
    public void The_same_place_and_another_day_take_no_way()
    {
        Expect([], FeasibilityChecks.TravelGap, Week(Plans("P1", longitude: 121m), Plans("P2", "2026-07-21 11:00", longitude: 121m)));
        Expect([], FeasibilityChecks.TravelGap, Week(Plans("P1", "2026-07-21 22:59", longitude: 121m), Plans("P2", "2026-07-22 00:00", longitude: 122m)));
        Expect([], FeasibilityChecks.TravelGap, Week(Plans("P1"), Plans("P2", "2026-07-21 11:00", longitude: 122m)));
    }

    [Theory]
    [InlineData(464, false)] // 464 + 16 of way = 480
    [InlineData(465, true)]
    public void A_day_holds_eight_hours_with_its_ways(int minutes, bool found) =>
        Expect(found ? ["plan.day-over-capacity"] : [], FeasibilityChecks.OverCapacity, Week(Plans("P1", "2026-07-21 08:00", 60, longitude: 121m), Plans("P2", "2026-07-21 12:00", minutes - 60, longitude: 121.09m)));

    [Theory]
    [InlineData("2026-07-24 10:00", false)] // Friday
    [InlineData("2026-07-25 10:00", true)]
    [InlineData("2026-07-26 10:00", true)]
    public void A_day_off_is_information(string at, bool found) =>
        Expect(found ? ["plan.holiday"] : [], FeasibilityChecks.Holiday, Week(Plans("P1", at)));

    [Theory]
    [InlineData("2026-07-20 10:00", false)]
    [InlineData("2026-07-21 10:00", true)] // first day
    [InlineData("2026-07-22 10:00", true)] // last day
    [InlineData("2026-07-23 10:00", false)]
    public void On_leave_nobody_works(string at, bool found)
    {
        var leave = new LeaveFact { Origin = new("crm", "L1"), Date = Day("2026-07-21"), Agent = Id("A1"), Leave = "annual", Until = Day("2026-07-22") };

        Expect(found ? ["plan.on-leave"] : [], FeasibilityChecks.OnLeave, Week(Plans("P1", at)), leave);
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-07-21 20:00", false)] // an hour that ends in time
    [InlineData("Asia/Shanghai", "2026-07-21 21:00", true)]
    [InlineData("Asia/Shanghai", "2026-07-22 08:59", true)]
    [InlineData("Asia/Shanghai", "2026-07-22 09:00", false)]
    [InlineData("Asia/Urumqi", "2026-07-21 10:59", true)] // 08:59 in Ürümqi
    [InlineData("Asia/Urumqi", "2026-07-21 11:00", false)]
    public void Quiet_hours_are_the_customers(string zone, string at, bool found) =>
        Expect(found ? ["plan.quiet-hours"] : [], FeasibilityChecks.QuietHours, Week(Plans("P1", at, activity: "call", customer: "C1")), Customer("C1", zone));

    [Theory]
    [InlineData("2026-07-21 20:30", 30, false)] // ends when the quiet hours begin
    [InlineData("2026-07-21 20:30", 31, true)]
    [InlineData("2026-07-21 20:45", 30, true)]
    [InlineData("2026-07-21 09:00", 720, false)]
    public void A_call_that_runs_into_quiet_hours_is_found(string at, int minutes, bool found) =>
        Expect(found ? ["plan.quiet-hours"] : [], FeasibilityChecks.QuietHours, Week(Plans("P1", at, minutes, activity: "call", customer: "C1")), Customer("C1", "Asia/Shanghai"));

    [Fact]
    public void Without_quiet_hours_no_call_is_quiet() => Assert.Empty(FeasibilityChecks.QuietHours(
        Seen(Week(Plans("P1", "2026-07-21 20:45", 600, activity: "call", customer: "C1")), Customer("C1", "Asia/Shanghai")),
        Policies with { QuietFrom = new(21, 0), QuietTo = new(21, 0) }));

    [Fact]
    public void Quiet_hours_need_a_zone_or_hold_in_every_plausible_one()
    {
        var week = Week(Plans("P1", "2026-07-21 10:00", activity: "call", customer: "C1"));
        var seen = Seen(week, Customer("C1", zone: null));

        Assert.Equal(["plan.zone-unknown"], Codes(FeasibilityChecks.QuietHours(seen, Policies)));
        Assert.Empty(FeasibilityChecks.QuietHours(seen, Policies with { PlausibleZones = ["Asia/Shanghai"] }));
        Assert.Equal(["plan.quiet-hours"], Codes(FeasibilityChecks.QuietHours(seen, Policies with { PlausibleZones = ["Asia/Shanghai", "Asia/Urumqi"] })));
    }

    [Fact]
    public void Quiet_hours_count_for_calls_and_the_phone_only()
    {
        Expect([], FeasibilityChecks.QuietHours, Week(Plans("P1", "2026-07-21 22:00", customer: "C1")), Customer("C1"));
        Expect(["plan.quiet-hours"], FeasibilityChecks.QuietHours, Week(Plans("P1", "2026-07-21 22:00", customer: "C1") with { Channel = "phone" }), Customer("C1"));
        Assert.Equal(Severity.Block, Assert.Single(FeasibilityChecks.QuietHours(
            Seen(Week(Plans("P1", "2026-07-21 22:00", activity: "call", customer: "C1")), Customer("C1")), Policies with { QuietHoursSeverity = Severity.Block })).Severity);
    }

    [Theory]
    [InlineData("2026-07-20", null, false)] // until the customer opts in
    [InlineData("2026-07-21", null, false)] // the day of the refusal itself
    [InlineData("2026-07-22", null, null)]
    [InlineData("2026-01-21", 6, null)] // six months later, free again
    [InlineData("2026-01-22", 6, false)]
    public void Nobody_is_contacted_after_a_refusal(string refused, int? months, bool? allowed)
    {
        var found = FeasibilityChecks.DoNotContact(
            Seen(Week(Plans("P1", customer: "C1")), Customer("C1", refused: refused)), Policies with { RefusalMonths = months }).ToArray();

        Assert.Equal(allowed == false ? [(Severity.Block, "plan.do-not-contact")] : [], found.Select(f => (f.Severity, f.Reason.Code)));
    }

    [Theory]
    [InlineData("2026-07-20", false)]
    [InlineData("2026-07-21", true)] // last day included
    public void A_refusal_ends_on_the_day_the_customer_named(string until, bool found) =>
        Expect(
            found ? ["plan.do-not-contact"] : [],
            FeasibilityChecks.DoNotContact,
            Week(Plans("P1", customer: "C1")),
            Customer("C1", refused: "2026-07-01") with { RefusalUntil = Day(until) });

    [Theory]
    [InlineData("2026-07-21", true)]
    [InlineData("2026-07-22", false)]
    public void A_withdrawn_consent_counts_from_its_day(string withdrawn, bool found)
    {
        var no = new ConsentFact { Origin = new("crm", "N1"), Date = Day(withdrawn), Customer = new("C1"), Purpose = "marketing", IsGiven = false };

        Expect(found ? ["plan.no-consent"] : [], FeasibilityChecks.DoNotContact, Week(Plans("P1", customer: "C1")), Customer("C1"), no);
    }

    [Fact]
    public void Service_goes_on_after_a_refusal_and_an_unknown_customer_is_a_finding()
    {
        Expect([], FeasibilityChecks.DoNotContact, Week(Plans("P1", activity: "service", customer: "C1")), Customer("C1", refused: "2026-07-01"));
        Expect(["plan.customer-unknown"], FeasibilityChecks.DoNotContact, Week(Plans("P1", customer: "C9")));
    }

    [Theory]
    [InlineData("2026-07-22", null, "plan.no-licence", Severity.Block)] // begins the day after
    [InlineData("2026-07-21", null, null, null)]
    [InlineData("2024-01-01", "2026-07-21", null, null)] // last day
    [InlineData("2024-01-01", "2026-07-20", "plan.no-licence", Severity.Block)]
    [InlineData(null, null, "plan.licence-unknown", Severity.Warn)]
    public void Selling_needs_a_certificate_of_the_day(string? from, string? until, string? code, Severity? severity)
    {
        Fact[] facts = from is null ? [Joined("A1")] : [Joined("A1"), Licensed("A1", from, until)];

        var found = FeasibilityChecks.NoLicence(Seen(Week(Plans("P1", activity: "closing")), facts), Policies).ToArray();

        Assert.Equal(code is null ? [] : [(severity!.Value, code)], found.Select(f => (f.Severity, f.Reason.Code)));
    }

    [Fact]
    public void A_certificate_for_something_else_does_not_help()
    {
        var week = Week(Plans("P1", activity: "closing") with { Scope = "annuity" });

        Expect(["plan.no-licence"], FeasibilityChecks.NoLicence, week, Joined("A1"), Licensed("A1") with { Scope = "life" });
        Expect([], FeasibilityChecks.NoLicence, week, Joined("A1"), Licensed("A1"));
    }

    [Theory]
    [InlineData(500, 500, null)] // all of it
    [InlineData(500, 500.01, "plan.over-budget")]
    public void A_budget_line_may_be_spent_but_not_more(double first, double second, string? code)
    {
        var week = Week(
            Plans("P1") with { Cost = Money.Of((decimal)first, "CNY"), BudgetLine = "seminar" },
            Plans("P2", "2026-07-22 10:00") with { Cost = Money.Of((decimal)second, "CNY"), BudgetLine = "seminar" }) with { Budget = [new("seminar", Money.Of(1000m, "CNY"))] };

        Expect(code is null ? [] : [code], FeasibilityChecks.OverBudget, week);
    }

    [Fact]
    public void Cost_without_a_line_or_in_another_currency_has_no_budget()
    {
        var week = Week(
            Plans("P1") with { Cost = Money.Of(1m, "CNY") },
            Plans("P2", "2026-07-22 10:00") with { Cost = Money.Of(1m, "HKD"), BudgetLine = "seminar" }) with { Budget = [new("seminar", Money.Of(1000m, "CNY"))] };

        Expect(["plan.no-budget", "plan.no-budget"], FeasibilityChecks.OverBudget, week);
    }

    [Theory]
    [InlineData("CN-SH", "plan.no-licence")]
    [InlineData("CN-BJ", null)]
    [InlineData("CN-BJ-01", null)] // inside Beijing
    [InlineData("CN", "plan.no-licence")] // more than Beijing
    [InlineData(null, null)]
    public void A_certificate_of_another_place_does_not_help(string? jurisdiction, string? code)
    {
        var week = Week(Plans("P1", activity: "closing") with { Scope = "annuity", Jurisdiction = jurisdiction });

        Expect(code is null ? [] : [code], FeasibilityChecks.NoLicence, week, Joined("A1"), Licensed("A1") with { Jurisdiction = "CN-BJ" });
    }

    [Fact]
    public void One_certificate_permits_what_is_sold_and_where() => Expect(
        ["plan.no-licence"],
        FeasibilityChecks.NoLicence,
        Week(Plans("P1", activity: "closing") with { Scope = "annuity", Jurisdiction = "CN-SH" }),
        Joined("A1"),
        Licensed("A1") with { Scope = "annuity", Jurisdiction = "CN-BJ" },
        Licensed("A1", "2024-01-02") with { Scope = "life", Jurisdiction = "CN-SH" });

    // P1 is on 21 July from 10:00 to 11:00; each appointment takes an hour.
    [Theory]
    [InlineData("2026-07-21 08:59", false)]
    [InlineData("2026-07-21 09:00", false)] // ends when the other begins
    [InlineData("2026-07-21 09:01", true)]
    [InlineData("2026-07-21 10:59", true)]
    [InlineData("2026-07-21 11:00", false)]
    public void What_is_booked_outside_the_plan_clashes(string at, bool found) =>
        Expect(found ? ["plan.booked"] : [], FeasibilityChecks.Booked, Week(Plans("P1")), Planned("B1", at: at));

    [Fact]
    public void Only_what_is_open_and_the_agents_own_is_booked()
    {
        Expect([], FeasibilityChecks.Booked, Week(Plans("P1")), Planned("B1"), Happened("B1", AppointmentEvent.Cancelled, "2026-07-16"));
        Expect([], FeasibilityChecks.Booked, Week(Plans("P1")), Planned("B1"), Outcome("B1"));
        Expect([], FeasibilityChecks.Booked, Week(Plans("P1")), Planned("B1", agent: "A2"));
        Expect([], FeasibilityChecks.Booked, Week(Plans("P1")), Planned("P1")); // the planned activity itself
        Expect([], FeasibilityChecks.Booked, Week(Plans("P1"), Plans("P2", "2026-07-22 10:00")).CallOff(new("P2"), Manager, Day("2026-07-20"), Because), Planned("P2"));
        Expect(["plan.booked"], FeasibilityChecks.Booked, Week(Plans("P1")), Planned("B1", at: "2026-07-21 14:00"), Happened("B1", AppointmentEvent.Rescheduled, "2026-07-16", "2026-07-21 10:30"));
    }

    [Fact]
    public void Being_somebodys_companion_is_booked_unless_it_is_the_same_visit()
    {
        var visit = Plans("V1") with { Companion = Id("A1") };

        Assert.Equal(["plan.booked"], Codes(FeasibilityChecks.Booked(Beside(Week(Plans("P1")), Agreed("A2", visit)), Policies)));
        Assert.Empty(FeasibilityChecks.Booked(Beside(Week(Plans("P1") with { Companion = Id("A2") }), Agreed("A2", visit)), Policies));
        Assert.Equal(["plan.booked"], Codes(FeasibilityChecks.Booked(Beside(Week(Plans("P1", "2026-07-21 10:30") with { Companion = Id("A2") }), Agreed("A2", visit)), Policies)));
        Assert.Empty(FeasibilityChecks.Booked(Beside(Week(Plans("P1")), Agreed("A2", visit) with { State = WeekPlanState.Draft }), Policies)); // binds nobody
    }

    [Fact]
    public void A_companion_with_something_else_to_do_is_named()
    {
        var week = Week(Plans("P1") with { Companion = Id("L1") }, Plans("P2", "2026-07-22 10:00") with { Companion = Id("L1") });
        var finding = Assert.Single(FeasibilityChecks.CompanionBusy(Beside(week, Agreed("L1", Plans("M1", "2026-07-21 10:30"))), Policies));

        Assert.Equal(
            ("plan.companion-booked", "P1", "L1", "M1", "2026-07-21"),
            (finding.Reason.Code, finding.Reason["activity"].Text, finding.Reason["companion"].Text, finding.Reason["other"].Text, finding.Reason["date"].Text));
        Expect(["plan.companion-booked"], FeasibilityChecks.CompanionBusy, week, Planned("B1", at: "2026-07-22 10:59", agent: "L1"));
        Assert.Empty(FeasibilityChecks.CompanionBusy(Beside(week, Agreed("L1", Plans("V1") with { Companion = Id("A1") })), Policies)); // the same visit
        Assert.Equal(["plan.companion-booked"], Codes(FeasibilityChecks.CompanionBusy(Beside(week, Agreed("L1", Plans("V1") with { Companion = Id("A2") })), Policies)));
        Assert.Equal(["plan.companion-booked"], Codes(FeasibilityChecks.CompanionBusy(Beside(week, Agreed("A2", Plans("V1") with { Companion = Id("L1") })), Policies)));
    }

    [Fact]
    public void A_companion_on_leave_is_named()
    {
        var leave = new LeaveFact { Origin = new("crm", "L1"), Date = Day("2026-07-21"), Agent = Id("L1"), Leave = "annual", Until = Day("2026-07-21") };

        Expect(
            ["plan.companion-on-leave"],
            FeasibilityChecks.CompanionBusy,
            Week(Plans("P1") with { Companion = Id("L1") }, Plans("P2", "2026-07-22 10:00") with { Companion = Id("L1") }),
            Joined("L1"),
            leave);
    }

    // The campaign has 1,000; others' settled weeks planned 600 of it on its days.
    [Theory]
    [InlineData(400, null)] // all of it
    [InlineData(401, "plan.over-campaign-budget")]
    public void A_campaigns_budget_is_shared_by_all_weeks_that_draw_on_it(int cost, string? code)
    {
        PlannedActivity Costs(string id, int amount, string at = "2026-07-21 10:00", string currency = "CNY") =>
            Plans(id, at) with { Cost = Money.Of(amount, currency), BudgetLine = "seminar" };
        var line = new BudgetLine("seminar", Money.Of(1000m, "CNY")) { Campaign = new(Money.Of(1000m, "CNY"), Days("2026-07-20", "2026-07-24")) };
        var week = Week(Costs("P1", cost), Costs("P2", 5000, "2026-07-25 10:00")) with { Budget = [line] }; // the 25th is after the campaign

        var found = FeasibilityChecks.OverCampaignBudget(
            Beside(
                week,
                Agreed("A2", Costs("X1", 600), Costs("X2", 9000, "2026-07-22 10:00", "HKD"), Costs("X3", 9000, "2026-07-25 10:00"), Plans("X4") with { Cost = Money.Of(9000m, "CNY"), BudgetLine = "other" }),
                Agreed("A3", Costs("Y1", 9000)) with { State = WeekPlanState.Draft }),
            Policies).ToArray();

        Assert.Equal(code is null ? [] : [code], Codes(found));
        Assert.All(found, f => Assert.Equal(("401 CNY", "600 CNY"), (f.Reason["planned"].Text, f.Reason["others"].Text)));
        Assert.Empty(FeasibilityChecks.OverCampaignBudget(Beside(Week(Plans("P1")) with { Budget = [line] }, Agreed("A2", Costs("X1", 9000))), Policies)); // draws nothing
    }

    [Fact]
    public void A_sound_week_has_no_findings() => Assert.Empty(FeasibilityReview.Check(
        Week(Plans("P1", activity: "call", customer: "C1"), Plans("P2", "2026-07-22 10:00", activity: "closing", customer: "C1")),
        Book(Joined("A1"), Licensed("A1"), Customer("C1")),
        WorkCalendars.China,
        new()));

    [Fact]
    public void The_policies_name_the_checks()
    {
        var week = Week(Plans("P1", "2026-07-25 10:00"), Plans("P2", "2026-07-25 10:00"));

        Assert.Equal(["plan.clash", "plan.holiday"], Codes(FeasibilityReview.Check(week, Book(), WorkCalendars.China, new())));
        Assert.Equal(["plan.holiday"], Codes(FeasibilityReview.Check(week, Book(), WorkCalendars.China, new() { Checks = [FeasibilityChecks.Holiday] })));
    }

    private static FeasibleWeek Beside(WeekPlan week, params WeekPlan[] others) => Seen(week) with { OtherWeeks = others };

    private static WeekPlan Agreed(string agent, params PlannedActivity[] activities) => Week(activities) with { Agent = Id(agent), State = WeekPlanState.Agreed };

    private static FeasibleWeek Seen(WeekPlan week, params Fact[] facts) => new(week, Book(facts), WorkCalendars.China);

    private static void Expect(string[] codes, FeasibilityCheck check, WeekPlan week, params Fact[] facts) => Assert.Equal(codes, Codes(check(Seen(week, facts), Policies)));

    private static string[] Codes(IEnumerable<Finding> findings) => [.. findings.Select(f => f.Reason.Code)];
}

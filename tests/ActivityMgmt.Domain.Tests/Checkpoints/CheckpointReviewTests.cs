using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class CheckpointReviewTests
{
    private static readonly DateInterval History = Days("2026-01-01", "2026-06-30");

    // 12 July 2026 is a Sunday: 8 of the quarter's 66 working days are over, 58 lie ahead.
    private static readonly LocalDate Sunday = Day("2026-07-12");

    [Fact]
    public void Expects_target_times_pace_exactly()
    {
        var checkpoint = Review(SomeGoal.Of(100m), actual: 12m);

        Assert.Equal(Quantity.Fraction(100m * 8m, 66m, Unit.Count), checkpoint.Expected);
        Assert.Equal(Quantity.Count(100m), checkpoint.Target);
        Assert.Equal(GoalStatus.OnTrack, checkpoint.Status);
    }

    [Fact]
    public void Uses_the_target_that_counted_on_the_day()
    {
        var goal = SomeGoal.Of(660m).AdjustedTo(66m, "2026-07-13");

        Assert.Equal((Quantity.Count(660m), Quantity.Count(80m)), (Review(goal, 80m).Target, Review(goal, 80m).Expected));
        Assert.Equal(Quantity.Count(9m), Review(goal, 80m, asOf: Day("2026-07-13")).Expected);
    }

    [Theory]
    [InlineData("47", GoalStatus.OnTrack)] // expected 80 of 660; 33 are 5 %
    [InlineData("46", GoalStatus.Behind)]
    [InlineData("113", GoalStatus.OnTrack)]
    [InlineData("114", GoalStatus.Ahead)]
    public void Status_goes_by_the_policy_at_its_edges(string actual, GoalStatus status) =>
        Assert.Equal(status, Review(SomeGoal.Of(660m), decimal.Parse(actual, System.Globalization.CultureInfo.InvariantCulture)).Status);

    [Fact]
    public void Another_pace_and_another_status_policy_are_used_when_plugged_in()
    {
        var policies = new CheckpointPolicies { Pace = PacePolicies.Even, Status = (_, _, _, _) => GoalStatus.Ahead };

        var checkpoint = Review(SomeGoal.Of(92m), 0m, policies: policies);

        Assert.Equal((Quantity.Count(12m), GoalStatus.Ahead), (checkpoint.Expected, checkpoint.Status)); // 12 of 92 days
    }

    [Fact]
    public void Without_a_reading_there_is_no_status_no_cause_and_no_proposal()
    {
        var causes = StatedCauses.None;

        var checkpoint = Review(SomeGoal.Of(), actual: null, causes: causes);

        Assert.Equal("stated.nothing", Assert.IsType<Reading.NoData>(checkpoint.Actual).Reason.Code);
        Assert.Equal((GoalStatus.NoData, (Quantity?)null, (Cause?)null), (checkpoint.Status, checkpoint.NeededPerDay, checkpoint.Cause));
        Assert.Empty(checkpoint.Proposals);
        Assert.Empty(causes.Asked);
    }

    [Theory]
    [InlineData(100, 42, "1")] // 58 missing in 58 days
    [InlineData(100, 41, "1.02")] // 59 ÷ 58 = 1.0172…: rounded up
    [InlineData(100, 99, "0.02")] // 1 ÷ 58 = 0.0172…
    public void What_each_day_must_bring_is_rounded_up(int target, int actual, string needed) =>
        Assert.Equal(decimal.Parse(needed, System.Globalization.CultureInfo.InvariantCulture), Review(SomeGoal.Of(target), actual).NeededPerDay!.Value.ToDecimal());

    [Theory]
    [InlineData("2026-07-12", 100)] // reached
    [InlineData("2026-07-12", 101)]
    [InlineData("2026-09-30", 99)] // no day left
    public void Nothing_is_needed_when_the_target_is_reached_or_the_period_is_over(string asOf, int actual) =>
        Assert.Null(Review(SomeGoal.Of(100m), actual, asOf: Day(asOf)).NeededPerDay);

    [Fact]
    public void Nothing_is_needed_a_day_where_less_is_better() =>
        Assert.Null(Review(SomeGoal.Of(100m, direction: Direction.LowerIsBetter), 1m).NeededPerDay);

    [Fact]
    public void Nothing_can_be_needed_a_day_when_no_working_day_is_left() =>
        Assert.Null(Reviewer()
            .Review(SomeGoal.Of(), null, Readings(1m, Sunday, new NeverWorking()), Sunday, null, History, []).NeededPerDay);

    [Theory]
    [InlineData("114", false)]
    [InlineData("47", false)]
    [InlineData("46", true)]
    [InlineData("0", true)]
    public void A_cause_is_looked_for_only_when_the_goal_is_behind(string actual, bool isAsked)
    {
        var causes = new StatedCauses(StatedCauses.Weak("sales", 0.2m, 0.3m));

        var checkpoint = Review(SomeGoal.Of(660m), decimal.Parse(actual, System.Globalization.CultureInfo.InvariantCulture), causes: causes);

        Assert.Equal(isAsked ? 1 : 0, causes.Asked.Count);
        Assert.Equal(isAsked, checkpoint.Cause is not null);
        Assert.Equal(isAsked, checkpoint.Proposals.Count > 0);
    }

    [Theory]
    [InlineData("2026-07-08", "2026-07-01")]
    [InlineData("2026-07-12", "2026-07-01")] // never back into the history
    [InlineData("2026-07-28", "2026-07-01")]
    [InlineData("2026-07-29", "2026-07-02")] // 28 days
    [InlineData("2026-09-30", "2026-09-03")]
    public void The_cause_is_looked_for_in_so_many_days_that_never_overlap_the_history(string asOf, string from)
    {
        var causes = StatedCauses.None;

        Review(SomeGoal.Of(660m), 0m, asOf: Day(asOf), causes: causes, policies: new() { CauseWindowInDays = 28 });

        Assert.Equal((Subject.Of(Id("A1")), Days(from, asOf), History), Assert.Single(causes.Asked));
    }

    [Fact]
    public void Where_the_history_ends_early_the_window_reaches_back_before_the_quarter()
    {
        var causes = StatedCauses.None;

        Reviewer(causes, new() { CauseWindowInDays = 28 })
            .Review(SomeGoal.Of(660m), null, Readings(0m, Sunday), Sunday, null, Days("2026-01-01", "2026-03-31"), []);

        Assert.Equal(Days("2026-06-15", "2026-07-12"), causes.Asked[0].Recent);
    }

    [Theory]
    [InlineData(CauseKind.Volume, "proposal.more-of-first-step")]
    [InlineData(CauseKind.Conversion, "proposal.coach-step")]
    public void A_weak_step_gives_its_own_proposal(CauseKind kind, string code)
    {
        var checkpoint = Review(SomeGoal.Of(660m), 0m, causes: new StatedCauses(StatedCauses.Weak("sales", 0.2m, 0.3m, kind)));

        var proposal = Assert.Single(checkpoint.Proposals);
        Assert.Equal((code, "sales"), (proposal.Code, proposal["measure"].Text));
        Assert.StartsWith("0.2 ", proposal["actual"].Text, StringComparison.Ordinal);
        Assert.StartsWith("0.3 ", proposal["usual"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_single_cause_and_without_a_plan_people_talk_it_over() =>
        Assert.Equal(["proposal.talk-it-over"], Review(SomeGoal.Of(660m), 0m).Proposals.Select(p => p.Code));

    [Fact]
    public void What_the_plan_lacks_is_spread_over_the_weeks_left()
    {
        // Two weeks are over with 7 calls each; 3 of 14 are done, so 11 are missing in the 2 weeks left: 6 more a week.
        var readings = Readings(0m, Sunday).Says("calls", Agent("A1"), TwoWeeks, 3m).Says("sales", Agent("A1"), TwoWeeks, 1m);

        var checkpoint = Reviewer().Review(SomeGoal.Of(660m), Plan(), readings, Sunday, null, History, []);

        var proposal = Assert.Single(checkpoint.Proposals);
        Assert.Equal(
            ("proposal.catch-up", "calls", "11", "2", "6"),
            (proposal.Code, proposal["measure"].Text, proposal["missing"].Text, proposal["weeks"].Text, proposal["more"].Text));
    }

    [Fact]
    public void Who_has_done_what_was_planned_has_nothing_to_catch_up()
    {
        var readings = Readings(0m, Sunday).Says("calls", Agent("A1"), TwoWeeks, 14m);

        Assert.Equal(["proposal.talk-it-over"], Reviewer().Review(SomeGoal.Of(660m), Plan(), readings, Sunday, null, History, []).Proposals.Select(p => p.Code));
    }

    [Fact]
    public void Progress_counts_plan_and_actual_of_the_whole_weeks_that_are_over_first_step_first()
    {
        // Six more calls since Monday belong to a week whose plan isn't over.
        var readings = Readings(100m, Sunday).Says("calls", Agent("A1"), TwoWeeks, 3m).Says("calls", Agent("A1"), Days("2026-07-01", "2026-07-18"), 9m);
        IReadOnlyList<PlanProgress> Progress(string asOf) => Reviewer().Review(SomeGoal.Of(660m), Plan(), readings, Day(asOf), null, History, []).Progress;

        Assert.Equal([new PlanProgress(new("calls"), 14, Quantity.Count(3m)), new PlanProgress(new("sales"), 2, null)], Progress("2026-07-18"));
        Assert.Equal(Progress("2026-07-18"), Progress("2026-07-12"));
        Assert.Empty(Progress("2026-07-04")); // no week is over yet
    }

    [Fact]
    public void A_decision_is_followed_up_once_at_the_first_checkpoint_after_its_due_day()
    {
        var decided = SomeCheckpoint.Of("2026-07-12", decision: SomeCheckpoint.Decision(due: "2026-07-20"));
        var (next, afterDue, later) = (SomeCheckpoint.Of("2026-07-19"), SomeCheckpoint.Of("2026-07-26"), Day("2026-08-02"));

        Assert.Empty(FollowUps(Day("2026-07-19"), decided));
        var followUp = Assert.Single(FollowUps(Day("2026-07-26"), decided, next)).Reason;
        Assert.Empty(FollowUps(later, decided, next, afterDue));

        Assert.Equal(
            ("follow-up.decision-due", "action.Coach", "2026-07-13", "2026-07-20", "10 count", "40 count"),
            (followUp.Code, followUp["action"].Text, followUp["decided"].Text, followUp["due"].Text, followUp["before"].Text, followUp["now"].Text));
        Assert.Equal("manager", followUp["owner"].Text); // who decided, when nobody else carries it out
    }

    [Fact]
    public void A_decision_due_on_the_day_of_its_own_checkpoint_is_followed_up_at_the_next_with_its_owner()
    {
        var decided = SomeCheckpoint.Of("2026-07-20", decision: SomeCheckpoint.Decision(on: "2026-07-20", due: "2026-07-20") with { Owner = new("A1") });

        var followUp = Assert.Single(FollowUps(Day("2026-07-26"), decided)).Reason;

        Assert.Equal(("follow-up.decision-due", "2026-07-20", "A1"), (followUp.Code, followUp["due"].Text, followUp["owner"].Text));
        Assert.Empty(FollowUps(Day("2026-08-02"), decided, SomeCheckpoint.Of("2026-07-26")));
    }

    [Fact]
    public void A_decision_due_on_the_last_counted_day_is_followed_up_that_time_and_not_the_next()
    {
        var decided = SomeCheckpoint.Of("2026-07-12", decision: SomeCheckpoint.Decision(due: "2026-07-19"));

        Assert.Single(FollowUps(Day("2026-07-19"), decided));
        Assert.Empty(FollowUps(Day("2026-07-26"), decided, SomeCheckpoint.Of("2026-07-19")));
    }

    [Theory]
    [InlineData(new[] { GoalStatus.OffTrack }, 0, null)]
    [InlineData(new[] { GoalStatus.OffTrack, GoalStatus.OffTrack }, 0, "3")] // with this one three in a row
    [InlineData(new[] { GoalStatus.OffTrack, GoalStatus.OffTrack, GoalStatus.OffTrack }, 0, "4")]
    [InlineData(new[] { GoalStatus.OffTrack, GoalStatus.Behind, GoalStatus.OffTrack }, 0, null)] // the row is broken
    [InlineData(new[] { GoalStatus.OffTrack, GoalStatus.OffTrack }, 80, null)] // not off track now
    public void The_next_level_is_asked_after_three_checkpoints_in_a_row_off_track(GoalStatus[] earlier, int actual, string? times)
    {
        Checkpoint[] before = [.. earlier.Select((status, i) => SomeCheckpoint.Of($"2026-07-{12 + i}", status))];

        var followUps = Reviewer().Review(SomeGoal.Of(660m), null, Readings(actual, Day("2026-07-19")), Day("2026-07-19"), null, History, before).FollowUps;

        if (times is null)
        {
            Assert.Empty(followUps);
            return;
        }

        var escalation = followUps[0];
        Assert.Equal(["follow-up.nobody-above"], followUps.Skip(1).Select(f => f.Reason.Code)); // nobody leads anybody here
        Assert.Equal((Severity.Warn, "follow-up.escalate", times, "3"), (
            escalation.Severity, escalation.Reason.Code, escalation.Reason["times"].Text, escalation.Reason["limit"].Text));
    }

    [Theory]
    [InlineData(2, null)] // two in a row are not enough
    [InlineData(3, "M2")]
    public void The_one_above_the_supervisor_is_asked(int times, string? expected)
    {
        var people = Book(
            Joined("A1"), Assigned("A1", "T1"), Joined("M1"), Assigned("M1", "T1", leads: true), Joined("M2"), Assigned("M2", "T", leads: true),
            new TeamFact { Origin = new("crm", "T1"), Date = Day("2024-01-01"), Team = new("T1"), Parent = new("T") });
        var readings = new StatedReadings(people).Says("cases", Agent("A1"), new(Q3.Interval.Start, Day("2026-09-20")), 0m);
        var earlier = Enumerable.Range(1, times - 1).Select(_ => SomeCheckpoint.Of(status: GoalStatus.OffTrack)).ToArray();

        var checkpoint = Reviewer().Review(SomeGoal.Of(100m), null, readings, Day("2026-09-20"), null, History, earlier);

        Assert.Equal(expected, checkpoint.EscalatedTo?.Value);
        Assert.DoesNotContain(checkpoint.FollowUps, f => f.Reason.Code == "follow-up.nobody-above");
    }

    [Fact]
    public void Nobody_is_asked_where_nobody_is_above_the_supervisor()
    {
        var people = Book(Joined("A1"), Assigned("A1", "T1"), Joined("M1"), Assigned("M1", "T1", leads: true));
        var readings = new StatedReadings(people).Says("cases", Agent("A1"), new(Q3.Interval.Start, Day("2026-09-20")), 0m);
        var earlier = Enumerable.Range(1, 2).Select(_ => SomeCheckpoint.Of(status: GoalStatus.OffTrack)).ToArray();

        var checkpoint = Reviewer().Review(SomeGoal.Of(100m), null, readings, Day("2026-09-20"), null, History, earlier);

        Assert.Null(checkpoint.EscalatedTo);
        Assert.Equal(["follow-up.escalate", "follow-up.nobody-above"], checkpoint.FollowUps.Select(f => f.Reason.Code));
    }

    [Fact]
    public void A_teams_goal_is_looked_at_with_the_teams_below_it_and_keeps_no_facts()
    {
        var (fact, soFar) = (new FactReference(new(FactKind.Policy, "crm", "P1"), 1), new DateInterval(Q3.Interval.Start, Sunday));
        var readings = new StatedReadings(Book(
            Joined("A1"), Assigned("A1", "T2"), Joined("M1"), Assigned("M1", "T1", leads: true), Joined("M2"), Assigned("M2", "T", leads: true), Joined("M3"), Assigned("M3", "R", leads: true),
            Below("T2", "T1"), Below("T1", "T"), Below("T", "R"))).Knows("cases", Unit.Count)
            .Says("cases", Team("T1"), soFar, 30m, fact).Says("cases", Team("T2"), soFar, 6m, fact);
        var causes = StatedCauses.None;
        var forecaster = new ReadingForecaster(soFar);
        var earlier = Enumerable.Range(1, 2).Select(_ => SomeCheckpoint.Of(status: GoalStatus.OffTrack)).ToArray();

        // 8 of 66 working days: 80 of 660 expected, 36 there; 624 in the 58 days to come.
        var checkpoint = new CheckpointReview(new() { Status = (_, _, _, _) => GoalStatus.OffTrack }, forecaster, causes)
            .Review(SomeGoal.Of(660m) with { Subject = Team("T1") }, null, readings, Sunday, null, History, earlier);

        var actual = Assert.IsType<Reading.Measured>(checkpoint.Actual);
        Assert.Equal((Quantity.Count(36m), Quantity.Count(80m), Quantity.Count(36m)), (actual.Value, checkpoint.Expected, forecaster.Read));
        Assert.Empty(actual.Evidence.Facts);
        Assert.Equal((Team("T1"), new TeamId("T1"), "10.76"), (checkpoint.Subject, checkpoint.Team, checkpoint.NeededPerDay!.Value.ToDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(("proposal.talk-it-over", "M3"), (Assert.Single(checkpoint.Proposals).Code, checkpoint.EscalatedTo?.Value));
        Assert.Equal(Team("T1"), Assert.Single(causes.Asked).Subject);

        static TeamFact Below(string team, string parent) => new() { Origin = new("crm", team), Date = Day("2024-01-01"), Team = new(team), Parent = new(parent) };
    }

    [Fact]
    public void The_branchs_goal_has_no_team_and_nobody_above()
    {
        var branch = Subject.Branch("B1");
        var readings = new StatedReadings(Book(Joined("A1"))).Says("cases", branch, new(Q3.Interval.Start, Sunday), 1m);
        var earlier = Enumerable.Range(1, 2).Select(_ => SomeCheckpoint.Of(status: GoalStatus.OffTrack)).ToArray();

        var checkpoint = Reviewer(policies: new() { Status = (_, _, _, _) => GoalStatus.OffTrack })
            .Review(SomeGoal.Of(660m) with { Subject = branch }, null, readings, Sunday, null, History, earlier);

        Assert.Equal((branch, (TeamId?)null, (AgentId?)null), (checkpoint.Subject, checkpoint.Team, checkpoint.EscalatedTo));
        Assert.True(checkpoint.NeedsDecision);
    }

    [Fact]
    public void A_goal_that_the_funnel_does_not_explain_is_talked_over()
    {
        var causes = StatedCauses.None;

        var checkpoint = Reviewer(causes).Review(SomeGoal.Of(660m), null, Readings(0m, Sunday), Sunday, null, History, [], explainedByFunnel: false);

        Assert.Equal(((Cause?)null, "proposal.talk-it-over"), (checkpoint.Cause, Assert.Single(checkpoint.Proposals).Code));
        Assert.Empty(causes.Asked);
    }

    [Fact]
    public void What_each_day_must_bring_is_spread_over_the_agents_own_days()
    {
        // Mondays from 13 July to 28 September: twelve, less 20 July on leave.
        var facts = Book(Joined("A1") with { WorksOn = Weekdays.Monday }, ProRaterTests.Away("A1", "annual", "2026-07-18", "2026-07-24"));
        var readings = new StatedReadings(facts).Says("cases", Agent("A1"), new(Q3.Interval.Start, Sunday), 1m);

        Assert.Equal(Quantity.Count(9m), Reviewer().Review(SomeGoal.Of(100m), null, readings, Sunday, null, History, []).NeededPerDay);
    }

    [Fact]
    public void A_manual_goal_is_looked_at_by_its_entries_and_never_blamed_on_the_funnel()
    {
        var entry = new EntryFact { Origin = new("crm", "N1"), Date = Day("2026-07-02"), Agent = new("A1"), Measure = "cases", Value = 3m, EnteredBy = new("A1") };
        var causes = StatedCauses.None;

        var checkpoint = Reviewer(causes).Review(
            SomeGoal.Of(660m) with { Source = GoalSource.Manual }, null, new StatedReadings(Book(Joined("A1"), entry)).Knows("cases", Unit.Count), Sunday, null, History, []);

        Assert.Equal(Quantity.Count(3m), Assert.IsType<Reading.Measured>(checkpoint.Actual).Value);
        Assert.Equal((GoalStatus.Behind, (Cause?)null, "proposal.talk-it-over"), (checkpoint.Status, checkpoint.Cause, Assert.Single(checkpoint.Proposals).Code));
        Assert.Empty(causes.Asked);
    }

    [Fact]
    public void A_manual_goal_is_not_forecast_and_says_why()
    {
        var forecaster = StatedForecaster.Of(100m, 10m);

        var checkpoint = new CheckpointReview(new(), forecaster, StatedCauses.None).Review(
            SomeGoal.Of(660m) with { Source = GoalSource.Manual }, null, Readings(0m, Sunday), Sunday, null, History, []);

        Assert.Equal(("goal.no-forecast-of-entries", "cases"), (Assert.IsType<Forecast.Absent>(checkpoint.Forecast).Reason.Code, ((Forecast.Absent)checkpoint.Forecast).Reason["measure"].Text));
        Assert.Null(forecaster.AskedAsOf);
    }

    [Fact]
    public void A_goal_of_at_most_zero_that_is_broken_needs_a_decision()
    {
        var goal = SomeGoal.Of(0m, direction: Direction.LowerIsBetter);

        Assert.Equal((GoalStatus.OffTrack, true), (Review(goal, 3m).Status, Review(goal, 3m).NeedsDecision));
        Assert.Equal((GoalStatus.OnTrack, false), (Review(goal, 0m).Status, Review(goal, 0m).NeedsDecision));
    }

    [Fact]
    public void Proposals_are_a_policy_each_of_which_sees_what_was_proposed_before()
    {
        CheckpointPolicies policies = new() { Proposals = [b => Reason.Of("own.first", ("behind", b.Checkpoint.Target - b.Checkpoint.Expected)), ProposalPolicies.TalkItOver] };

        Assert.Equal(["own.first"], Review(SomeGoal.Of(660m), 0m, policies: policies).Proposals.Select(p => p.Code));
        Assert.Empty(Review(SomeGoal.Of(660m), 0m, policies: new() { Proposals = [] }).Proposals);
        Assert.Empty(Review(SomeGoal.Of(660m), 660m, policies: policies).Proposals); // nothing is behind
    }

    [Fact]
    public void Remembers_the_team_of_the_day_and_what_was_known()
    {
        var readings = new StatedReadings(Book(Joined("A1"), Assigned("A1", "T1", until: "2026-07-11"), Assigned("A1", "T2", "2026-07-12")));

        var checkpoint = Reviewer().Review(SomeGoal.Of(), null, readings, Sunday, 17, History, []);

        Assert.Equal((new TeamId("T2"), 17L, Sunday, "2026Q3"), (checkpoint.Team, checkpoint.KnownAt, checkpoint.AsOf, checkpoint.Partition));
    }

    private static readonly DateInterval TwoWeeks = Days("2026-07-01", "2026-07-12");

    private static Checkpoint Review(Goal goal, decimal? actual, LocalDate? asOf = null, StatedCauses? causes = null, CheckpointPolicies? policies = null) =>
        Reviewer(causes, policies).Review(goal, null, Readings(actual, asOf ?? Sunday), asOf ?? Sunday, null, History, []);

    private static CheckpointReview Reviewer(StatedCauses? causes = null, CheckpointPolicies? policies = null) =>
        new(policies ?? new(), StatedForecaster.Silent, causes ?? StatedCauses.None);

    private static IReadOnlyList<Finding> FollowUps(LocalDate asOf, params Checkpoint[] earlier) =>
        Reviewer().Review(SomeGoal.Of(100m), null, Readings(40m, asOf), asOf, null, History, earlier).FollowUps;

    private static StatedReadings Readings(decimal? actual, LocalDate asOf, IWorkCalendar? work = null)
    {
        var readings = new StatedReadings(Book(Joined("A1"))) { Calendars = new StatedCalendars(work: work).For(new("tenant")) };
        return actual is { } value ? readings.Says("cases", Agent("A1"), new(Q3.Interval.Start, asOf), value) : readings;
    }

    // 7 calls and 1 sale in each of the first two weeks and the last two.
    private static ActivityPlan Plan() => new()
    {
        Partition = "2026Q3",
        Agent = new("A1"),
        Goal = SomeGoal.Of().Id,
        Period = Q3.Interval,
        Steps = [Step("sales", 4), Step("calls", 28)],
        Weeks = [Week("2026-07-01", "2026-07-05"), Week("2026-07-06", "2026-07-12"), Week("2026-07-13", "2026-07-19"), Week("2026-07-20", "2026-09-30")],
        Findings = [],
    };

    private static PlanStep Step(string measure, int needed) => new()
    {
        Measure = new(measure), Needed = needed, Ratio = Quantity.Ratio(1m, 7m), Basis = PlanBasis.Own, SampleSize = 20,
    };

    private static PlannedWeek Week(string from, string to) => new(Days(from, to), new Dictionary<MeasureId, int> { [new("calls")] = 7, [new("sales")] = 1 });
}

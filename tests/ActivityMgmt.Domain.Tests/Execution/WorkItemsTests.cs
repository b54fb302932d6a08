using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class WorkItemsTests
{
    [Fact]
    public void Planned_moved_begun_and_done()
    {
        var item = One(
            Planned("P1", customer: "C1"),
            Happened("P1", AppointmentEvent.Rescheduled, "2026-07-18", "2026-07-22 14:00") with { Because = "customer-ill" },
            Happened("P1", AppointmentEvent.Started, "2026-07-22", "2026-07-22 14:05"),
            Outcome("P1", at: "2026-07-22 14:05"));

        Assert.Equal((WorkItemState.Done, Day("2026-07-15"), At("2026-07-22 14:00"), At("2026-07-22 14:05")), (item.State, item.PlannedOn, item.PlannedFor, item.StartedAt));
        Assert.Equal([new Reschedule(Day("2026-07-18"), At("2026-07-21 10:00"), At("2026-07-22 14:00"), "customer-ill")], item.Reschedules);
        Assert.Equal(("success", new CustomerId("C1")), (item.Report!.Outcome, item.Customer));
        Assert.Empty(item.Findings);
    }

    [Theory]
    [InlineData("success", WorkItemState.Done)]
    [InlineData("no-success", WorkItemState.Done)]
    [InlineData("missed", WorkItemState.Missed)]
    [InlineData("cancelled", WorkItemState.Cancelled)]
    public void The_report_decides(string outcome, WorkItemState expected)
    {
        Assert.Equal(expected, One(Planned("P1"), Outcome("P1", outcome)).State);
        Assert.Equal((expected, null), (One(Outcome(null, outcome)).State, One(Outcome(null, outcome)).PlannedOn));
    }

    [Fact]
    public void Called_off_before_it_began_with_the_reason()
    {
        var item = One(Planned("P1"), Happened("P1", AppointmentEvent.Cancelled, "2026-07-20") with { Because = "customer-away" });

        Assert.Equal((WorkItemState.Cancelled, "customer-away", Day("2026-07-20")), (item.State, item.Because, item.ChangedOn));
    }

    [Fact]
    public void What_the_state_does_not_list_changes_nothing_and_is_a_finding_with_rule_and_values()
    {
        var item = One(Planned("P1"), Outcome("P1"), Happened("P1", AppointmentEvent.Cancelled, "2026-07-22"));

        Assert.Equal((WorkItemState.Done, Day("2026-07-21")), (item.State, item.ChangedOn));
        var finding = Assert.Single(item.Findings);
        Assert.Equal((Severity.Warn, "execution.event-not-allowed"), (finding.Severity, finding.Reason.Code));
        Assert.Equal(("P1", "work.state.Done", "work.event.Cancel"), (finding.Reason["work"].Text, finding.Reason["state"].Text, finding.Reason["event"].Text));
        Assert.Equal("Appointment:crm/P1-Cancelled-2026-07-22-0@1", finding.Reason["fact"].Text);
    }

    // A state can be reached by facts alone, so each event is tried on each state: what is listed moves it, what isn't is a finding.
    [Fact]
    public void Every_event_that_a_state_does_not_list_is_a_finding_and_every_one_it_lists_moves_it()
    {
        var ways = new Dictionary<WorkItemState, Fact[]>
        {
            [WorkItemState.Unplanned] = [],
            [WorkItemState.Planned] = [Planned("P1", "2026-07-10")],
            [WorkItemState.Started] = [Planned("P1", "2026-07-10"), Happened("P1", AppointmentEvent.Started, "2026-07-11")],
            [WorkItemState.Done] = [Outcome("P1", at: "2026-07-11 09:00")],
            [WorkItemState.Missed] = [Outcome("P1", "missed", at: "2026-07-11 09:00")],
            [WorkItemState.Cancelled] = [Outcome("P1", "cancelled", at: "2026-07-11 09:00")],
        };
        var events = new Dictionary<string, Fact>
        {
            ["plan"] = Planned("P1", "2026-07-20"),
            ["reschedule"] = Happened("P1", AppointmentEvent.Rescheduled, "2026-07-20"),
            ["start"] = Happened("P1", AppointmentEvent.Started, "2026-07-20"),
            ["finish"] = Outcome("P1", at: "2026-07-20 09:00"),
            ["miss"] = Outcome("P1", "missed", at: "2026-07-20 09:00"),
            ["cancel"] = Happened("P1", AppointmentEvent.Cancelled, "2026-07-20"),
        };

        foreach (var (state, way) in ways)
        {
            foreach (var (step, happened) in events)
            {
                var item = One([.. way, happened]);
                var listed = LifeCycles.WorkItem.Find(state, step);

                Assert.Equal((listed?.To ?? state, listed is null ? 1 : 0), (item.State, item.Findings.Count));
            }
        }
    }

    [Fact]
    public void On_one_date_planning_comes_first_and_the_outcome_last()
    {
        var item = One(
            Outcome("P1", at: "2026-07-15 18:00"),
            Happened("P1", AppointmentEvent.Rescheduled, "2026-07-15", "2026-07-15 18:00", sequence: 2),
            Happened("P1", AppointmentEvent.Planned, "2026-07-15", "2026-07-15 16:00", sequence: 9));

        Assert.Equal((WorkItemState.Done, 1), (item.State, item.Reschedules.Count));
        Assert.Empty(item.Findings);
    }

    // A no-show in a CRM: missed, moved to another time by the same phone call or a day later, then done.
    [Theory]
    [InlineData("2026-07-21")]
    [InlineData("2026-07-22")]
    public void What_was_missed_and_then_moved_is_planned_again_and_can_be_done(string movedOn)
    {
        Fact[] facts =
        [
            Planned("P1"),
            Outcome("P1", "missed", id: "R1") with { Origin = new("crm", "R1", 1, 1) },
            Happened("P1", AppointmentEvent.Rescheduled, movedOn, "2026-07-24 14:00", sequence: 2),
        ];

        var moved = One(facts);
        var done = One([.. facts, Outcome("P1", at: "2026-07-24 14:00", id: "R2")]);

        Assert.Equal((WorkItemState.Planned, At("2026-07-24 14:00"), null, null), (moved.State, moved.PlannedFor, moved.StartedAt, moved.Report));
        Assert.Equal((WorkItemState.Done, 1, "R2"), (done.State, done.Reschedules.Count, done.Report!.Origin.Id));
        Assert.Empty(done.Findings);
    }

    [Fact]
    public void Missed_moved_missed_and_moved_again_on_one_date_is_told_in_the_order_of_the_times()
    {
        var item = One(
            Planned("P1", at: "2026-07-21 09:00"),
            Happened("P1", AppointmentEvent.Rescheduled, "2026-07-21", "2026-07-23 09:00", sequence: 1),
            Outcome("P1", "missed", at: "2026-07-21 15:00"),
            Happened("P1", AppointmentEvent.Rescheduled, "2026-07-21", "2026-07-21 15:00", sequence: 2),
            Outcome("P1", "missed", at: "2026-07-21 09:00"));

        Assert.Equal((WorkItemState.Planned, At("2026-07-23 09:00")), (item.State, item.PlannedFor));
        Assert.Equal([At("2026-07-21 15:00"), At("2026-07-23 09:00")], item.Reschedules.Select(r => r.To!.Value));
        Assert.Empty(item.Findings);
    }

    [Theory]
    [InlineData("2026-07-21 10:05", "2026-07-21 15:00", WorkItemState.Planned)] // the agent came, the customer didn't; then it was moved
    [InlineData("2026-07-21 14:50", "2026-07-21 15:00", WorkItemState.Started)] // begun at the new time
    public void What_began_belongs_to_the_time_it_is_nearer_to(string began, string movedTo, WorkItemState state)
    {
        var item = One(
            Planned("P1"),
            Happened("P1", AppointmentEvent.Started, "2026-07-21", began),
            Outcome("P1", "missed"),
            Happened("P1", AppointmentEvent.Rescheduled, "2026-07-21", movedTo));

        Assert.Equal(state, item.State);
        Assert.Empty(item.Findings);
    }

    [Theory]
    [InlineData(1, WorkItemState.Missed)]
    [InlineData(3, WorkItemState.Planned)]
    public void A_move_to_an_open_time_goes_by_the_sources_sequence(long sequence, WorkItemState state) =>
        Assert.Equal(state, One(
            Planned("P1"),
            Outcome("P1", "missed") with { Origin = new("crm", "R1", 1, 2) },
            Happened("P1", AppointmentEvent.Rescheduled, "2026-07-21", sequence: sequence)).State);

    [Fact]
    public void A_second_report_of_one_appointment_is_a_finding()
    {
        var item = One(Planned("P1"), Outcome("P1", id: "R1"), Outcome("P1", "missed", id: "R2"));

        Assert.Equal((WorkItemState.Done, "R1"), (item.State, item.Report!.Origin.Id));
        Assert.Equal("Activity:crm/R2@1", Assert.Single(item.Findings).Reason["fact"].Text);
    }

    [Fact]
    public void A_corrected_report_takes_the_place_of_the_first()
    {
        var missed = Outcome("P1", "missed", id: "R1");

        Assert.Equal(WorkItemState.Done, One(Planned("P1"), missed, missed with { Outcome = "success", Origin = new("crm", "R1", 2) }).State);
    }

    [Fact]
    public void An_appointment_that_nobody_mentions_is_no_work() => Assert.Null(WorkItems.Of(Book(Planned("P1")), new AppointmentId("P2")));

    [Fact]
    public void Late_twice_corrected_and_in_any_order_the_same_facts_give_the_same_work() =>
        Gen.Select(SomeFacts.Array[1, 12], Gen.Int[0, int.MaxValue]).Sample((facts, seed) =>
        {
            var random = new Random(seed);
            var again = facts.Concat(facts.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).ToArray();

            Assert.Equal(Written(FactBook.Of(facts)), Written(FactBook.Of(again)));
        });

    [Fact]
    public void What_is_found_out_of_order_never_changes_a_state_that_is_final() =>
        Gen.Select(SomeFacts.Array[0, 8], Gen.Const("success")).Sample((facts, outcome) =>
        {
            var done = Outcome("P1", outcome, at: "2026-07-20 10:00", id: "final");
            // Missed is not final: it can be moved.
            var earlier = facts.Where(f => f.Date < done.Date && f is not ActivityFact { Outcome: "missed" }).ToArray();
            var later = facts.Where(f => f.Date > done.Date).ToArray();
            var before = WorkItems.Of(FactBook.Of([.. earlier, done]), new AppointmentId("P1"))!;
            var after = WorkItems.Of(FactBook.Of([.. earlier, done, .. later]), new AppointmentId("P1"))!;

            Assert.Equal(before.State, after.State);
            Assert.Equal(before.Findings.Count + FactBook.Of(later).All.Count, after.Findings.Count);
        });

    // Facts of one appointment, with revisions 1 and 2 of a few rows; a row and revision always have the same content.
    private static Gen<Fact> SomeFacts => Gen.Select(Gen.Int[0, 5], Gen.Int[15, 25], Gen.Int[0, 2], Gen.Int[1, 2]).Select((kind, day, sequence, revision) =>
    {
        var on = $"2026-07-{day:00}";
        var at = on + (revision == 1 ? " 09:00" : " 10:00");
        return kind < 4
            ? (Fact)Happened("P1", (AppointmentEvent)kind, on, at, sequence: sequence, revision: revision)
            : Outcome("P1", kind == 4 ? "success" : "missed", at, id: $"R-{kind}-{day}") with { Origin = new("crm", $"R-{kind}-{day}", revision) };
    });

    private static string[] Written(FactBook book) =>
        [.. WorkItems.Of(book).Select(w => $"{w.Id} {w.State} {w.PlannedFor} {w.StartedAt} {w.ChangedOn} {w.Report?.Reference} {string.Join(',', w.Reschedules)} {string.Join(',', w.Findings)} {string.Join(',', w.Facts)}")];

    private static WorkItem One(params Fact[] facts) => Assert.Single(WorkItems.Of(Book(facts)));
}

namespace ActivityMgmt.Kpi.Tests;

/// <summary>Every kind of fact of the loop can be counted, with its own fields.</summary>
public class FactFieldTests
{
    [Theory]
    [InlineData("attendance", "meeting == 'morning' and attendance == 'attended'", 1)]
    [InlineData("attendance", "attendance == 'excused' and because == 'family'", 1)]
    [InlineData("appointment", "event == 'planned' and activity == 'interview'", 1)]
    [InlineData("appointment", "event == 'cancelled' and because == 'ill'", 1)]
    [InlineData("group-event", "groupEvent == 'G1' and stage == 'attended'", 1)]
    [InlineData("recruit", "stage == 'interview'", 1)]
    [InlineData("recruit", "droppedBecause == 'pay'", 1)]
    [InlineData("entry", "measure == 'books-read' and value >= 3", 1)]
    [InlineData("premium-due", "policyYear == 2 and amount == 1000 and product == 'WL20'", 1)]
    [InlineData("premium", "part == 'rider' and paymentMode == 'monthly'", 1)]
    [InlineData("policy-event", "event == 'claim-ended' and rider and channel == 'bank'", 1)]
    [InlineData("activity", "planned and joint and companion == 'E9' and evidenceLevel == 'system-captured'", 1)]
    [InlineData("activity", "not planned and not joint and evidenceLevel == 'self-reported'", 1)]
    [InlineData("activity", "segment == 'A' and sourceGroup == 'friends'", 2)]
    [InlineData("opportunity", "lostBecause == 'price' and probability < 50%", 1)]
    public void Facts_are_counted_by_their_fields(string facts, string where, int expected)
    {
        var counting = facts == "premium" ? """ "countedOn": "collected", "gates": [], """ : "";

        Assert.Equal(expected, Kpis.Value(Kpis.Read($$""" "kind": "count", "facts": "{{facts}}", {{counting}} "where": "{{where}}" """, All())));
    }

    [Fact]
    public void Entries_of_a_measure_add_up() =>
        Assert.Equal(5m, Kpis.Value(Kpis.Read(""" "kind": "sum", "facts": "entry", "where": "measure == 'books-read'", "of": "value" """, All())));

    // Sold at 1,000 a year for 20 years; reduced to 600, then to 10 years, and replaced by P2.
    [Theory]
    [InlineData("event == 'reduced' and newAnnualPremium < annualPremium", 1)]
    [InlineData("newAnnualPremium == 600", 1)]
    [InlineData("newAnnualPremium == 1000", 0)] // as sold, which no event says
    [InlineData("event == 'term-changed' and newPaymentYears == 10 and paymentYears == 20", 1)]
    [InlineData("newPaymentYears <= 20", 1)] // the reduction leaves the years as they were: unknown, not 20
    [InlineData("replacedBy == 'P2'", 1)]
    public void Events_of_policies_are_asked_for_the_terms_that_they_changed(string where, int expected)
    {
        var policy = Facts.Policy("P1", issued: "2026-01-01", premium: 1000m) with { PaymentYears = 20 };
        PolicyEventFact Event(PolicyEventKind what) => Facts.Event("P1", "2026-07-01", what);

        Assert.Equal(expected, Kpis.Value(Kpis.Read(
            $$""" "kind": "count", "facts": "policy-event", "where": "{{where}}" """,
            Facts.Agent(),
            policy,
            Event(PolicyEventKind.Reduced) with { AnnualPremium = Money.Of(600m, "CNY") },
            Event(PolicyEventKind.TermChanged) with { PaymentYears = 10 },
            Event(PolicyEventKind.Replaced) with { ReplacedBy = new("P2") })));
    }

    [Fact]
    public void New_premium_adds_up() => Assert.Equal(600m, Kpis.Value(Kpis.Read(
        """ "kind": "sum", "facts": "policy-event", "where": "event == 'reduced'", "of": "newAnnualPremium" """,
        Facts.Agent(),
        Facts.Policy("P1", issued: "2026-01-01", premium: 1000m),
        Facts.Event("P1", "2026-07-01", PolicyEventKind.Reduced) with { AnnualPremium = Money.Of(600m, "CNY") })));

    // Left in June, back in July: what counts in between is of the first contract, what counts later of the second.
    [Theory]
    [InlineData("2026-07-10", "probation", 1)]
    [InlineData("2026-07-09", "probation", 0)]
    [InlineData("2026-07-09", "regular", 1)]
    public void A_returner_s_status_is_that_of_the_contract_in_force_on_the_day(string on, string status, int expected) => Assert.Equal(expected, Kpis.Value(Kpis.Read(
        $$""" "kind": "count", "facts": "activity", "where": "status == '{{status}}'" """,
        Facts.Agent(joined: "2020-01-01") with { LeftOn = Facts.Day("2026-06-15"), Status = "regular" },
        Facts.Agent(joined: "2026-07-10") with { Status = "probation" },
        Facts.Activity(on))));

    [Fact]
    public void A_returner_s_months_count_from_the_contract_in_force() => Assert.Equal(1m, Kpis.Value(Kpis.Read(
        """ "kind": "count", "facts": "activity", "where": "tenureMonths == 78" """,
        Facts.Agent(joined: "2020-01-01") with { LeftOn = Facts.Day("2026-07-05") },
        Facts.Agent(joined: "2026-07-10"),
        Facts.Activity("2026-07-05"),
        Facts.Activity("2026-07-10"))));

    [Fact]
    public void The_grade_decides_with_the_contract_as_evidence()
    {
        var (contract, met) = (Facts.Agent() with { Grade = "2" }, Facts.Activity("2026-07-01"));

        var reading = Kpis.Read(""" "kind": "count", "facts": "activity", "where": "grade == '2'" """, contract, met);

        Assert.Equal([contract.Reference, met.Reference], Assert.IsType<Reading.Measured>(reading).Evidence.Facts);
    }

    private static Fact[] All()
    {
        var (day, agent, start) = (Facts.Day("2026-07-01"), new AgentId("E1"), Instant.FromUtc(2026, 7, 1, 1, 0));
        return
        [
            new AttendanceFact { Origin = Facts.New(), Date = day, Agent = agent, Meeting = "morning", Status = AttendanceStatus.Attended },
            new AttendanceFact { Origin = Facts.New(), Date = day, Agent = agent, Meeting = "morning", Status = AttendanceStatus.Excused, Because = "family" },
            new AppointmentFact { Origin = Facts.New(), Date = day, Agent = agent, Appointment = new("A1"), Activity = "interview", Event = AppointmentEvent.Planned, StartsAt = start },
            new AppointmentFact { Origin = Facts.New(), Date = day, Agent = agent, Appointment = new("A1"), Activity = "interview", Event = AppointmentEvent.Cancelled, Because = "ill" },
            new GroupEventFact { Origin = Facts.New(), Date = day, Agent = agent, Event = new("G1"), Customer = new("C1"), Stage = GroupEventStage.Invited },
            new GroupEventFact { Origin = Facts.New(), Date = day, Agent = agent, Event = new("G1"), Customer = new("C1"), Stage = GroupEventStage.Attended },
            new RecruitFact { Origin = Facts.New(), Date = day, Candidate = new("K1"), Recruiter = agent, Stage = RecruitStage.Interview },
            new RecruitFact { Origin = Facts.New(), Date = day, Candidate = new("K2"), Recruiter = agent, Stage = RecruitStage.Dropped, DroppedBecause = "pay" },
            new EntryFact { Origin = Facts.New(), Date = day, Agent = agent, Measure = "books-read", Value = 3m, EnteredBy = new("E1") },
            new EntryFact { Origin = Facts.New(), Date = day, Agent = agent, Measure = "books-read", Value = 2m, EnteredBy = new("E1") },
            Facts.Policy("P1") with { PaymentMode = PaymentMode.Monthly, RiderOf = new PolicyId("P0"), Channel = "bank" },
            new PremiumDueFact { Origin = Facts.New(), Date = day, Policy = new("P1"), PolicyYear = 2, Amount = Money.Of(1000m, "CNY") },
            Facts.Premium("P1", "2026-07-01") with { Part = PremiumPart.Rider },
            Facts.Event("P1", "2026-07-01", PolicyEventKind.ClaimEnded),
            Facts.Customer("C1", "A", "friends"),
            Facts.Activity("2026-07-01") with { Appointment = new AppointmentId("A1"), Companion = new AgentId("E9"), EvidenceLevel = EvidenceLevel.SystemCaptured },
            Facts.Activity("2026-07-02"),
            new OpportunityFact { Origin = Facts.New(), Date = day, Opportunity = new("O1"), Agent = agent, Stage = "lost", Probability = 0.2m, LostBecause = "price" },
        ];
    }
}

using NodaTime.Text;

namespace ActivityMgmt.Import.Tests;

/// <summary>A row of each sort of fact, whole and with its optional fields empty. Each file has one column for each field, named like it, and its id in <c>no</c>.</summary>
public class FactShapeTests
{
    private static readonly FactOrigin R1 = new("crm", "R1");

    [Fact]
    public void Team()
    {
        AssertRead("team", "team=T1;parent=D1;level=section;date=2026-07-01;until=2026-12-31", new TeamFact
        {
            Origin = R1, Date = Day("2026-07-01"), Team = new("T1"), Parent = new TeamId("D1"), Level = "section", Until = Day("2026-12-31"),
        });
        AssertRead("team", "team=T1;parent=;level=;date=2026-07-01;until=", new TeamFact { Origin = R1, Date = Day("2026-07-01"), Team = new("T1") });
    }

    [Fact]
    public void A_team_s_name_lives_beside_the_facts()
    {
        using var export = Export("team", "team=T1;name=Sunrise;date=2026-07-01");

        Assert.Equal([new PersonName(FactKind.Team, "T1", "Sunrise")], export.Read().Deliveries.Single().Names);
    }

    [Theory]
    [InlineData("recruited", LineageRelation.Recruited)]
    [InlineData("bred", LineageRelation.Bred)]
    public void Lineage(string relation, LineageRelation expected) => AssertRead("lineage", $"agent=E1;relation={relation};upline=E2;date=2026-07-01;until=2026-12-31", new LineageFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Relation = expected, Upline = new("E2"), Until = Day("2026-12-31"),
    });

    [Fact]
    public void Leave() => AssertRead("leave", "agent=E1;leave=annual;date=2026-07-01;until=2026-07-03", new LeaveFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Leave = "annual", Until = Day("2026-07-03"),
    });

    [Theory]
    [InlineData("candidate", RecruitStage.Candidate)]
    [InlineData("interview", RecruitStage.Interview)]
    [InlineData("exam", RecruitStage.Exam)]
    [InlineData("contract", RecruitStage.Contract)]
    [InlineData("regular", RecruitStage.Regular)]
    [InlineData("dropped", RecruitStage.Dropped)]
    public void Recruit(string stage, RecruitStage expected) => AssertRead("recruit", $"candidate=K1;stage={stage};recruiter=E1;agent=E2;droppedBecause=pay;date=2026-07-01", new RecruitFact
    {
        Origin = R1, Date = Day("2026-07-01"), Candidate = new("K1"), Stage = expected, Recruiter = new("E1"), Agent = new AgentId("E2"), DroppedBecause = "pay",
    });

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Consent(string isGiven, bool expected) => AssertRead("consent", $"customer=C1;purpose=marketing;isGiven={isGiven};date=2026-07-01;until=2027-07-01", new ConsentFact
    {
        Origin = R1, Date = Day("2026-07-01"), Customer = new("C1"), Purpose = "marketing", IsGiven = expected, Until = Day("2027-07-01"),
    });

    [Theory]
    [InlineData("seller", PolicyRole.Seller)]
    [InlineData("servicer", PolicyRole.Servicer)]
    [InlineData("payee", PolicyRole.Payee)]
    [InlineData("persistency-owner", PolicyRole.PersistencyOwner)]
    public void Policy_role_of_an_agent(string role, PolicyRole expected) => AssertRead(
        "policy-role", $"policy=P1;role={role};agent=E1;customer=;share=0.5;isByHandover=true;date=2026-07-01;until=2026-12-31", new PolicyRoleFact
        {
            Origin = R1, Date = Day("2026-07-01"), Policy = new("P1"), Role = expected, Agent = new AgentId("E1"), Share = 0.5m, IsByHandover = true, Until = Day("2026-12-31"),
        });

    [Theory]
    [InlineData("applicant", PolicyRole.Applicant)]
    [InlineData("insured", PolicyRole.Insured)]
    [InlineData("beneficiary", PolicyRole.Beneficiary)]
    public void Policy_role_of_a_customer(string role, PolicyRole expected) => AssertRead("policy-role", $"policy=P1;role={role};agent=;customer=C1;date=2026-07-01", new PolicyRoleFact
    {
        Origin = R1, Date = Day("2026-07-01"), Policy = new("P1"), Role = expected, Customer = new CustomerId("C1"),
    });

    [Theory]
    [InlineData("0", "import.wrong-number.share")]
    [InlineData("-0.5", "import.wrong-number.share")]
    [InlineData("1.01", "import.wrong-number.share")]
    [InlineData("half", "import.wrong-number")]
    public void A_share_is_above_0_and_at_most_1(string share, string code)
    {
        using var export = Export("policy-role", $"policy=P1;role=seller;agent=E1;share={share};date=2026-07-01");

        Assert.Equal(code, Assert.Single(export.Read().Rejects).Reason.Code);
    }

    [Fact]
    public void Premium_due() => AssertRead("premium-due", "policy=P1;policyYear=2;amount=1200.50;currency=USD;date=2026-07-01;graceEndsOn=2026-08-30", new PremiumDueFact
    {
        Origin = R1, Date = Day("2026-07-01"), Policy = new("P1"), PolicyYear = 2, Amount = Money.Of(1200.50m, "USD"), GraceEndsOn = Day("2026-08-30"),
    });

    [Theory]
    [InlineData("planned", AppointmentEvent.Planned)]
    [InlineData("rescheduled", AppointmentEvent.Rescheduled)]
    [InlineData("started", AppointmentEvent.Started)]
    [InlineData("cancelled", AppointmentEvent.Cancelled)]
    public void Appointment(string what, AppointmentEvent expected) => AssertRead(
        "appointment", $"appointment=M1;event={what};agent=E1;activity=interview;startsAt=2026-07-03T14:30;minutes=60;customer=C1;opportunity=O1;because=ill;date=2026-07-01", new AppointmentFact
        {
            Origin = R1, Date = Day("2026-07-01"), Appointment = new("M1"), Event = expected, Agent = new("E1"), Activity = "interview", StartsAt = Instant.FromUtc(2026, 7, 3, 6, 30),
            Minutes = 60, Customer = new CustomerId("C1"), Opportunity = new OpportunityId("O1"), Because = "ill",
        });

    [Theory]
    [InlineData("attended", AttendanceStatus.Attended)]
    [InlineData("excused", AttendanceStatus.Excused)]
    [InlineData("absent", AttendanceStatus.Absent)]
    public void Attendance(string status, AttendanceStatus expected) => AssertRead("attendance", $"agent=E1;meeting=morning;status={status};because=family;date=2026-07-01", new AttendanceFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Meeting = "morning", Status = expected, Because = "family",
    });

    [Theory]
    [InlineData("invited", GroupEventStage.Invited)]
    [InlineData("attended", GroupEventStage.Attended)]
    [InlineData("applied", GroupEventStage.Applied)]
    [InlineData("collected", GroupEventStage.Collected)]
    public void Group_event(string stage, GroupEventStage expected) => AssertRead("group-event", $"groupEvent=G1;agent=E1;customer=C1;stage={stage};policy=P1;date=2026-07-01", new GroupEventFact
    {
        Origin = R1, Date = Day("2026-07-01"), Event = new("G1"), Agent = new("E1"), Customer = new("C1"), Stage = expected, Policy = new PolicyId("P1"),
    });

    [Fact]
    public void Entry() => AssertRead("entry", "agent=E1;measure=books-read;value=-2.5;enteredBy=E2;date=2026-07-01", new EntryFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Measure = "books-read", Value = -2.5m, EnteredBy = new("E2"),
    });

    [Fact]
    public void Agent_with_everything() => AssertRead(
        "agent", "agent=E7;date=2026-07-01;leftOn=2026-12-31;rewardPreference=title;status=probation;grade=2;timeZone=Asia/Shanghai;worksOn=wednesday monday;customer=C-E7", new AgentFact
        {
            Origin = R1, Date = Day("2026-07-01"), Agent = new("E7"), LeftOn = Day("2026-12-31"), RewardPreference = "title", Status = "probation", Grade = "2", TimeZone = "Asia/Shanghai",
            WorksOn = Weekdays.Monday | Weekdays.Wednesday,
            Customer = new CustomerId("C-E7"),
        });

    [Fact]
    public void Licence_with_everything() => AssertRead("licence", "agent=E1;number=L1;scope=annuity;jurisdiction=CN-SH;date=2026-07-01;until=2029-06-30", new LicenceFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Number = "L1", Scope = "annuity", Jurisdiction = "CN-SH", Until = Day("2029-06-30"),
    });

    [Fact]
    public void Assignment_with_everything() => AssertRead("assignment", "agent=E1;team=T1;rank=A2;isLeader=true;probationUntil=2026-09-30;date=2026-07-01;until=2026-12-31", new AssignmentFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Team = new("T1"), Rank = "A2", IsLeader = true, ProbationUntil = Day("2026-09-30"), Until = Day("2026-12-31"),
    });

    [Fact]
    public void Customer_with_everything() => AssertRead(
        "customer",
        "customer=C9;owner=E1;segment=A;household=H1;referredBy=C8;sourceGroup=friends;score=7.5;preferredChannel=chat;nextTouchOn=2026-08-01;timeZone=Asia/Shanghai;marketingConsent=true;refusedContactOn=2026-07-02;refusedContactAt=2026-07-02T10:30;refusalUntil=2027-07-01;date=2026-07-01",
        new CustomerFact
        {
            Origin = R1, Date = Day("2026-07-01"), Customer = new("C9"), Owner = new AgentId("E1"), Segment = "A", Household = "H1", ReferredBy = new CustomerId("C8"), SourceGroup = "friends",
            Score = 7.5m, PreferredChannel = "chat", NextTouchOn = Day("2026-08-01"), TimeZone = "Asia/Shanghai", MarketingConsent = true, RefusedContactOn = Day("2026-07-02"),
            RefusedContactAt = Instant.FromUtc(2026, 7, 2, 2, 30), RefusalUntil = Day("2027-07-01"),
        });

    [Fact]
    public void A_moment_of_refusal_has_its_day_in_it() => AssertRead("customer", "customer=C9;refusedContactAt=2026-07-02T00:30;date=2026-07-01", new CustomerFact
    {
        Origin = R1, Date = Day("2026-07-01"), Customer = new("C9"), RefusedContactOn = Day("2026-07-02"), RefusedContactAt = Instant.FromUtc(2026, 7, 1, 16, 30),
    });

    [Theory]
    [InlineData("role=seller;agent=;customer=", "agent", "import.empty-required-value.agent-in-role")]
    [InlineData("role=seller;agent=;customer=C1", "agent", "import.empty-required-value.agent-in-role")]
    [InlineData("role=servicer;agent=E1;customer=C1", "customer", "import.contradictory-values.agent-in-role")]
    [InlineData("role=insured;agent=;customer=", "customer", "import.empty-required-value.customer-in-role")]
    [InlineData("role=beneficiary;agent=E1;customer=C1", "agent", "import.contradictory-values.customer-in-role")]
    public void A_role_is_an_agent_s_or_a_customer_s(string who, string column, string code)
    {
        using var export = Export("policy-role", $"policy=P1;{who};date=2026-07-01");

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Equal((2, column, code), (reject.Place.Line, reject.Place.Column, reject.Reason.Code));
        Assert.Equal("role", reject.Reason["role"].Text);
    }

    [Fact]
    public void A_role_of_which_nobody_is_mapped_is_rejected_at_the_missing_field()
    {
        using var export = Export("policy-role", "policy=P1;role=insured;date=2026-07-01");

        Assert.Equal("customer", Assert.Single(export.Read().Rejects).Place.Column);
    }

    [Theory]
    [InlineData("1.1", "import.wrong-number.range")]
    [InlineData("-0.1", "import.wrong-number.range")]
    public void A_probability_is_0_to_1(string probability, string code)
    {
        using var export = Export("opportunity", $"opportunity=O1;agent=E1;stage=proposal;probability={probability};date=2026-07-01");

        Assert.Equal(code, Assert.Single(export.Read().Rejects).Reason.Code);
    }

    [Fact]
    public void Opportunity_with_everything() => AssertRead(
        "opportunity", "opportunity=O1;agent=E1;stage=lost;customer=C1;product=WL20;value=5000;probability=0;lostBecause=price;date=2026-07-01", new OpportunityFact
        {
            Origin = R1, Date = Day("2026-07-01"), Opportunity = new("O1"), Agent = new("E1"), Stage = "lost", Customer = new CustomerId("C1"), Product = "WL20", Value = Money.Of(5000m, "CNY"),
            Probability = 0m, LostBecause = "price",
        });

    [Theory]
    [InlineData("", EvidenceLevel.SelfReported)]
    [InlineData("self-reported", EvidenceLevel.SelfReported)]
    [InlineData("linked-to-record", EvidenceLevel.LinkedToRecord)]
    [InlineData("confirmed-by-customer", EvidenceLevel.ConfirmedByCustomer)]
    [InlineData("system-captured", EvidenceLevel.SystemCaptured)]
    public void Activity_with_everything(string level, EvidenceLevel expected) => AssertRead(
        "activity",
        $"agent=E1;activity=interview;startedAt=2026-07-01T09:00;appointment=M1;companion=E2;evidenceLevel={level};recordedAt=2026-07-01T20:00;noteDigest=abc;latitude=31.2;longitude=121.5",
        new ActivityFact
        {
            Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Activity = "interview", StartedAt = Instant.FromUtc(2026, 7, 1, 1, 0), Appointment = new AppointmentId("M1"), Companion = new AgentId("E2"),
            EvidenceLevel = expected, RecordedAt = Instant.FromUtc(2026, 7, 1, 12, 0), NoteDigest = "abc", Place = new GeoPoint(31.2m, 121.5m),
        });

    [Fact]
    public void Half_a_place_is_none() => AssertRead("activity", "agent=E1;activity=interview;startedAt=2026-07-01T09:00;latitude=31.2;longitude=", new ActivityFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Activity = "interview", StartedAt = Instant.FromUtc(2026, 7, 1, 1, 0),
    });

    [Theory]
    [InlineData("", PaymentMode.Annual)]
    [InlineData("annual", PaymentMode.Annual)]
    [InlineData("semi-annual", PaymentMode.SemiAnnual)]
    [InlineData("quarterly", PaymentMode.Quarterly)]
    [InlineData("monthly", PaymentMode.Monthly)]
    [InlineData("once", PaymentMode.Once)]
    public void Policy_with_everything(string mode, PaymentMode expected) => AssertRead(
        "policy", $"policy=P7;agent=E1;product=R5;paymentYears=10;paymentMode={mode};riderOf=P6;channel=bank;annualPremium=300;date=2026-07-01;issuedOn=2026-07-02;effectiveOn=2026-07-03", new PolicyFact
        {
            Origin = R1, Date = Day("2026-07-01"), Policy = new("P7"), Agent = new("E1"), Product = "R5", PaymentYears = 10, PaymentMode = expected, RiderOf = new PolicyId("P6"), Channel = "bank",
            AnnualPremium = Money.Of(300m, "CNY"), IssuedOn = Day("2026-07-02"), EffectiveOn = Day("2026-07-03"),
        });

    [Theory]
    [InlineData("declined", PolicyEventKind.Declined)]
    [InlineData("withdrawn", PolicyEventKind.Withdrawn)]
    [InlineData("receipt-signed", PolicyEventKind.ReceiptSigned)]
    [InlineData("cooling-off-ended", PolicyEventKind.CoolingOffEnded)]
    [InlineData("reduced", PolicyEventKind.Reduced)]
    [InlineData("term-changed", PolicyEventKind.TermChanged)]
    [InlineData("claim-ended", PolicyEventKind.ClaimEnded)]
    [InlineData("replaced", PolicyEventKind.Replaced)]
    [InlineData("matured", PolicyEventKind.Matured)]
    public void Policy_event(string what, PolicyEventKind expected) => AssertRead("policy-event", $"policy=P1;event={what};replacedBy=P2;annualPremium=300;currency=CNY;paymentYears=5;date=2026-07-01", new PolicyEventFact
    {
        Origin = R1, Date = Day("2026-07-01"), Policy = new("P1"), Event = expected, ReplacedBy = new PolicyId("P2"), AnnualPremium = Money.Of(300m, "CNY"), PaymentYears = 5,
    });

    [Theory]
    [InlineData("", PremiumPart.Main)]
    [InlineData("main", PremiumPart.Main)]
    [InlineData("rider", PremiumPart.Rider)]
    [InlineData("target", PremiumPart.Target)]
    [InlineData("excess", PremiumPart.Excess)]
    [InlineData("top-up", PremiumPart.TopUp)]
    [InlineData("loading", PremiumPart.Loading)]
    [InlineData("fee", PremiumPart.Fee)]
    [InlineData("tax", PremiumPart.Tax)]
    public void Premium(string part, PremiumPart expected) => AssertRead("premium", $"policy=P1;premium=collected;policyYear=1;part={part};amount=100;date=2026-07-01", new PremiumFact
    {
        Origin = R1, Date = Day("2026-07-01"), Policy = new("P1"), Premium = PremiumKind.Collected, PolicyYear = 1, Part = expected, Amount = Money.Of(100m, "CNY"),
    });

    [Theory]
    [InlineData("recommendation", FeedbackKind.Recommendation)]
    [InlineData("self", FeedbackKind.Self)]
    [InlineData("peer", FeedbackKind.Peer)]
    [InlineData("manager", FeedbackKind.Manager)]
    public void Feedback(string kind, FeedbackKind expected) => AssertRead("feedback", $"agent=E1;feedback={kind};score=8;by=E2;date=2026-07-01", new FeedbackFact
    {
        Origin = R1, Date = Day("2026-07-01"), Agent = new("E1"), Feedback = expected, Score = 8, By = new ActorId("E2"),
    });

    [Fact]
    public void Every_kind_of_fact_has_a_shape() => Assert.Equal(Enum.GetValues<FactKind>(), FactShape.All.Select(s => s.Kind).Order());

    private static void AssertRead(string fact, string row, Fact expected)
    {
        using var export = Export(fact, row);

        var result = export.Read(new() { Agents = [new("E1"), new("E2")], Customers = [new("C1"), new("C8")], Policies = [new("P1"), new("P2"), new("P6")] });

        Assert.Empty(result.Rejects);
        Assert.Equal(expected, result.Deliveries.Single().Facts.Single().Fact);
    }

    private static Export Export(string fact, string row)
    {
        var fields = row.Split(';').Select(f => f.Split('=', 2)).ToArray();
        var columns = string.Join(", ", fields.Select(f => f[0] is "startsAt" or "startedAt" or "recordedAt" or "refusedContactAt"
            ? $$"""  "{{f[0]}}": { "column": "{{f[0]}}", "format": "yyyy-MM-dd'T'HH:mm" } """
            : $$"""  "{{f[0]}}": "{{f[0]}}" """));
        return new Export()
            .Mapping($$""" { "file": "rows.csv", "fact": "{{fact}}", "id": ["no"], "columns": { {{columns}} } } """)
            .File("rows.csv", $"no,{string.Join(',', fields.Select(f => f[0]))}\nR1,{string.Join(',', fields.Select(f => f[1]))}\n");
    }

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}

using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class TimelineTests
{
    [Fact]
    public void Everything_about_a_customer_in_order_and_nothing_about_others()
    {
        var book = Book(
            Did("A1", "call", "2026-07-01 18:00", "C1"),
            Did("A1", "call", "2026-07-01 09:00", "C1"),
            new ConsentFact { Origin = new("crm", "N1"), Date = Day("2026-07-01"), Customer = new("C1"), Purpose = "marketing", IsGiven = true },
            Planned("P1", "2026-07-02", customer: "C1"),
            new OpportunityFact { Origin = new("crm", "O1"), Date = Day("2026-07-03"), Opportunity = new("O1"), Agent = Id("A1"), Stage = "proposal", Customer = new("C1") },
            Policy("L1", "A1", "2026-07-04"),
            Premium("L1", 6000m, "2026-07-05"),
            Event("L1", PolicyEventKind.ReceiptReturned, "2026-07-06"),
            new FeedbackFact { Origin = new("crm", "F1"), Date = Day("2026-07-07"), Agent = Id("A1"), Feedback = FeedbackKind.Survey, Score = 9, Customer = new("C1") },
            new GroupEventFact { Origin = new("crm", "G1"), Date = Day("2026-07-08"), Event = new("E1"), Agent = Id("A1"), Customer = new("C1"), Stage = GroupEventStage.Invited },
            Did("A1", "call", "2026-07-01 10:00", "C2"),
            Policy("L2", "A1", "2026-07-04", "C2"),
            Event("L2", PolicyEventKind.ReceiptReturned, "2026-07-06"));

        Assert.Equal(
            ["Consent", "Activity", "Activity", "Appointment", "Stage", "Policy", "Premium", "PolicyEvent", "Feedback", "GroupEvent"],
            Timeline.Of(book, new("C1")).Select(e => e.GetType().Name));
        Assert.Equal([null, At("2026-07-01 09:00"), At("2026-07-01 18:00")], Timeline.Of(book, new("C1")).Take(3).Select(e => e.At));
    }

    [Fact]
    public void A_policy_in_which_the_customer_is_insured_belongs_to_it()
    {
        var insured = new PolicyRoleFact { Origin = new("crm", "R1"), Date = Day("2026-07-04"), Policy = new("L2"), Role = PolicyRole.Insured, Customer = new("C1") };

        Assert.Equal(
            ["Policy:crm/L2@1", "Premium:crm/L2-2026-07-05@1"],
            Timeline.Of(Book(Policy("L2", "A1", "2026-07-04", "C2"), Premium("L2", 6000m, "2026-07-05"), insured), new("C1")).Select(e => e.Source.Reference.ToString()));
    }

    [Fact]
    public void A_stranger_has_no_timeline() => Assert.Empty(Timeline.Of(Book(Customer("C1")), new("C1")));
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class DuePremiumTests
{
    private static readonly PolicyFact Sold = Policy("P1", "A1", on: "2025-01-10", effective: "2025-01-31");

    // P2 of the worked examples: due 31 January 2026, paid 1 April.
    [Theory]
    [InlineData("days", "2026-04-01", true)]
    [InlineData("days", "2026-04-02", false)]
    [InlineData("due month + 2", "2026-03-31", true)]
    [InlineData("due month + 2", "2026-04-01", false)]
    public void Is_in_time_up_to_the_last_day_of_grace(string rule, string paid, bool inTime) =>
        Assert.Equal(inTime, Only("2026-12-31", rule == "days" ? GraceRule.OfDays(60) : GraceRule.OfDueMonthPlus(2), Asked("2026-01-31"), Paid(1000m, paid)).IsPaidInTime);

    [Theory]
    [InlineData("2026-01-31", PremiumStanding.Due)]
    [InlineData("2026-02-01", PremiumStanding.InGrace)]
    [InlineData("2026-04-01", PremiumStanding.InGrace)] // the last day of grace
    [InlineData("2026-04-02", PremiumStanding.Overdue)]
    public void Stands_as_the_day_says(string asOf, PremiumStanding expected) => Assert.Equal(expected, Only(asOf, GraceRule.OfDays(60), Asked("2026-01-31")).Standing);

    [Theory]
    [InlineData("2026-01-30", CoverState.InForce, PremiumStanding.NotKnown)]
    [InlineData("2026-01-31", CoverState.InForce, PremiumStanding.Due)]
    [InlineData("2026-02-01", CoverState.InGrace, PremiumStanding.InGrace)]
    [InlineData("2026-04-01", CoverState.InGrace, PremiumStanding.InGrace)]
    [InlineData("2026-04-02", CoverState.InForce, PremiumStanding.Overdue)] // only the insurer's event says that it lapsed
    public void A_policy_is_in_grace_while_a_premium_is(string asOf, CoverState cover, PremiumStanding premium)
    {
        var state = PolicyLifeCycle.On(FactBook.Of([Sold, Asked("2026-01-31")]), Sold, Day(asOf), GraceRule.OfDays(60));

        Assert.Equal((cover, premium), (state.Cover, state.Premium));
        Assert.Equal(premium == PremiumStanding.Overdue ? ["policy.grace-over"] : [], state.Findings.Select(f => f.Reason.Code));
    }

    [Fact]
    public void The_source_s_own_end_of_grace_goes_before_the_rule() =>
        Assert.Equal(PremiumStanding.Overdue, Only("2026-03-02", GraceRule.OfDays(60), Asked("2026-01-31") with { GraceEndsOn = Day("2026-03-01") }).Standing);

    [Fact]
    public void Is_paid_on_the_day_the_whole_of_it_is_there()
    {
        var due = Only("2026-12-31", GraceRule.OfDays(60), Asked("2026-01-31"), Paid(400m, "2026-02-01"), Paid(600m, "2026-02-20"));

        Assert.Equal((Day("2026-02-20"), Money.Of(0m, "CNY")), (due.PaidOn, due.Missing));
    }

    [Fact]
    public void A_refund_opens_it_again()
    {
        var due = Only("2026-02-28", GraceRule.OfDays(60), Asked("2026-01-31"), Paid(1000m, "2026-02-01"), Paid(300m, "2026-02-20") with { Premium = PremiumKind.Refunded });

        Assert.Equal((PremiumStanding.InGrace, Money.Of(300m, "CNY"), null), (due.Standing, due.Missing, due.PaidOn));
    }

    [Theory]
    [InlineData(PremiumPart.TopUp)]
    [InlineData(PremiumPart.Excess)]
    public void What_was_paid_on_top_pays_for_nothing_that_is_due(PremiumPart part) =>
        Assert.Equal(Money.Of(1000m, "CNY"), Only("2026-02-28", GraceRule.OfDays(60), Asked("2026-01-31"), Paid(1000m, "2026-02-01") with { Part = part }).Missing);

    [Fact]
    public void Premium_without_a_due_date_pays_the_earliest_first()
    {
        var dues = Of("2026-03-31", GraceRule.OfDays(60), Asked("2026-01-31"), Asked("2026-02-28"), Undated(1000m, "2026-02-01"));

        Assert.Equal([PremiumStanding.Paid, PremiumStanding.InGrace], dues.Select(d => d.Standing));
    }

    [Fact]
    public void Premium_paid_ahead_for_a_later_due_does_not_pay_for_this_one() => Assert.Equal(
        PremiumStanding.InGrace,
        Only("2026-02-15", GraceRule.OfDays(60), Asked("2026-01-31"), Asked("2026-02-28"), Paid(1000m, "2026-02-01") with { DueOn = Day("2026-02-28") }).Standing);

    [Fact]
    public void Nothing_can_be_late_by_fewer_than_no_days()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GraceRule.OfDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GraceRule.OfDueMonthPlus(-1));
    }

    private static PremiumDueFact Asked(string on) =>
        new() { Origin = new("crm", "due-" + on), Date = Day(on), Policy = new("P1"), PolicyYear = 2, Amount = Money.Of(1000m, "CNY") };

    private static PremiumFact Paid(decimal amount, string on) => Undated(amount, on) with { DueOn = Day("2026-01-31") };

    private static PremiumFact Undated(decimal amount, string on) => Premium("P1", amount, on, id: $"{amount}-{on}") with { PolicyYear = 2 };

    private static DuePremium Only(string asOf, GraceRule grace, params Fact[] facts) => Assert.Single(Of(asOf, grace, facts));

    private static IReadOnlyList<DuePremium> Of(string asOf, GraceRule grace, params Fact[] facts) => DuePremium.Of(FactBook.Of([Sold, .. facts]), new("P1"), Day(asOf), grace);
}

using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class PolicyLifeCycleTests
{
    private static readonly PolicyFact Sold = Policy("P1", "A1", on: "2026-10-20") with { IssuedOn = Day("2026-11-02"), EffectiveOn = Day("2027-01-01") };

    [Theory]
    [InlineData("2026-10-20", CoverState.Pending)]
    [InlineData("2026-11-01", CoverState.Pending)]
    [InlineData("2026-11-02", CoverState.Issued)] // the day of issue counts
    [InlineData("2026-12-31", CoverState.Issued)]
    [InlineData("2027-01-01", CoverState.InForce)] // the first day of cover counts
    public void Goes_from_submission_to_cover(string asOf, CoverState expected) => Assert.Equal(expected, On(asOf).Cover);

    [Fact]
    public void Keeps_service_marks_apart_from_cover()
    {
        var state = On(
            "2027-02-01",
            Event("P1", PolicyEventKind.ReceiptSigned, "2026-11-08"),
            Event("P1", PolicyEventKind.ReceiptReturned, "2026-11-10"),
            Event("P1", PolicyEventKind.CallbackFailed, "2026-11-12"),
            Event("P1", PolicyEventKind.CallbackPassed, "2026-11-13"),
            Event("P1", PolicyEventKind.CoolingOffEnded, "2026-11-23"),
            Premium("P1", 6000m, on: "2026-10-20"));

        Assert.Equal(CoverState.InForce, state.Cover);
        Assert.Equal(
            (Day("2026-10-20"), Day("2026-11-02"), Day("2026-11-08"), Day("2026-11-10"), Day("2026-11-13"), 1, Day("2026-11-23")),
            (state.CollectedOn, state.IssuedOn, state.ReceiptSignedOn, state.ReceiptReturnedOn, state.CallbackPassedOn, state.CallbackFailures, state.CoolingOffEndedOn));
        Assert.Empty(state.Findings);
    }

    [Theory]
    [InlineData(PolicyEventKind.CancelledInCoolingOff, CoverState.Ended)]
    [InlineData(PolicyEventKind.Surrendered, CoverState.Ended)]
    [InlineData(PolicyEventKind.ClaimEnded, CoverState.Ended)]
    [InlineData(PolicyEventKind.Replaced, CoverState.Ended)]
    [InlineData(PolicyEventKind.Matured, CoverState.Ended)]
    [InlineData(PolicyEventKind.Lapsed, CoverState.Lapsed)]
    [InlineData(PolicyEventKind.Reduced, CoverState.InForce)]
    [InlineData(PolicyEventKind.TermChanged, CoverState.InForce)]
    public void An_event_leads_where_the_life_cycle_says_from_its_own_day_on(PolicyEventKind what, CoverState expected)
    {
        var happened = Event("P1", what, "2027-03-01");

        Assert.Equal(CoverState.InForce, On("2027-02-28", happened).Cover);
        Assert.Equal((expected, expected == CoverState.Ended ? what : null), (On("2027-03-01", happened).Cover, On("2027-03-01", happened).EndedBy));
    }

    [Theory]
    [InlineData("2027-02-28", 6000, 10)]
    [InlineData("2027-03-01", 3000, 10)] // reduced
    [InlineData("2028-05-31", 3000, 10)]
    [InlineData("2028-06-01", 3000, 15)] // the payment term was changed
    [InlineData("2029-01-01", 3000, 15)] // an event without terms changes none
    public void The_terms_are_those_of_the_day(string date, int annualPremium, int paymentYears)
    {
        var state = On(
            date,
            Event("P1", PolicyEventKind.Reduced, "2027-03-01") with { AnnualPremium = Money.Of(3000m, "CNY") },
            Event("P1", PolicyEventKind.TermChanged, "2028-06-01") with { PaymentYears = 15 },
            Event("P1", PolicyEventKind.Lapsed, "2028-12-01"));

        Assert.Equal((Money.Of(annualPremium, "CNY"), paymentYears), (state.AnnualPremium, state.PaymentYears));
    }

    [Fact]
    public void A_change_that_the_state_does_not_allow_changes_no_terms() =>
        Assert.Equal(
            (Money.Of(6000m, "CNY"), 10),
            On("2029-01-01", Event("P1", PolicyEventKind.Reduced, "2026-11-03") with { AnnualPremium = Money.Of(1m, "CNY"), PaymentYears = 1 }) is var s ? (s.AnnualPremium, s.PaymentYears) : default);

    [Fact]
    public void A_changed_premium_is_not_negative() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Event("P1", PolicyEventKind.Reduced, "2027-03-01") with { AnnualPremium = Money.Of(-1m, "CNY") });

    [Fact]
    public void Of_issue_and_beginning_of_cover_one_stands_for_both()
    {
        Fact lapsed = Event("P1", PolicyEventKind.Lapsed, "2027-03-01");
        foreach (var policy in new[] { Sold with { EffectiveOn = null }, Sold with { IssuedOn = null, EffectiveOn = Day("2026-11-02") } })
        {
            Assert.Equal(CoverState.Pending, PolicyLifeCycle.On(Book(policy), policy, Day("2026-11-01")).Cover);
            var begun = PolicyLifeCycle.On(Book(policy), policy, Day("2026-11-02"));
            Assert.Equal((CoverState.InForce, Day("2026-11-02"), Day("2026-11-02")), (begun.Cover, begun.Since, begun.IssuedOn));
            var after = PolicyLifeCycle.On(Book(policy, lapsed), policy, Day("2027-03-01"));
            Assert.Equal((CoverState.Lapsed, 0), (after.Cover, after.Findings.Count));
        }
    }

    [Fact]
    public void A_lapsed_policy_comes_back_when_it_is_reinstated()
    {
        Fact[] facts = [Event("P1", PolicyEventKind.Lapsed, "2028-03-02"), Event("P1", PolicyEventKind.Reinstated, "2028-05-01")];

        Assert.Equal((CoverState.Lapsed, CoverState.InForce), (On("2028-04-30", facts).Cover, On("2028-05-01", facts).Cover));
        Assert.Equal(Day("2028-05-01"), On("2028-06-01", facts).Since);
    }

    [Theory]
    [InlineData(PolicyEventKind.Reinstated, "2027-03-01", "InForce")] // never lapsed
    [InlineData(PolicyEventKind.ReceiptReturned, "2026-11-01", "Pending")] // not issued yet
    [InlineData(PolicyEventKind.Withdrawn, "2026-11-03", "Issued")] // too late
    [InlineData(PolicyEventKind.Lapsed, "2026-12-31", "Issued")] // no cover yet
    public void An_event_that_the_state_does_not_allow_changes_nothing_and_is_found(PolicyEventKind what, string on, string state)
    {
        var after = On("2027-03-01", Event("P1", what, on));

        Assert.Equal((CoverState.InForce, null), (after.Cover, after.ReceiptReturnedOn));
        var reason = Assert.Single(after.Findings).Reason;
        Assert.Equal(
            ("policy.event-not-allowed", $"policy.event.{what}", on, $"policy.cover.{state}"),
            (reason.Code, reason["event"].Text, reason["date"].Text, reason["state"].Text));
    }

    [Fact]
    public void A_second_surrender_is_found_and_the_first_stays()
    {
        var state = On("2028-01-01", Event("P1", PolicyEventKind.Surrendered, "2027-03-01"), Event("P1", PolicyEventKind.Surrendered, "2027-04-01") with { Origin = new("crm", "again") });

        Assert.Equal(Day("2027-03-01"), state.Since);
        Assert.Equal("policy.event-not-allowed", Assert.Single(state.Findings).Reason.Code);
    }

    [Fact]
    public void A_cancellation_after_the_cooling_off_period_ended_is_found() => Assert.Equal(
        "policy.event-not-allowed",
        Assert.Single(On("2028-01-01", Event("P1", PolicyEventKind.CoolingOffEnded, "2027-01-10"), Event("P1", PolicyEventKind.CancelledInCoolingOff, "2027-01-11")).Findings).Reason.Code);

    [Fact]
    public void The_same_event_told_twice_for_one_day_counts_once_and_for_another_day_is_found()
    {
        var first = Event("P1", PolicyEventKind.ReceiptReturned, "2026-11-10");

        Assert.Empty(On("2028-01-01", first, first with { Origin = new("crm", "again") }).Findings);
        Assert.Equal(
            "policy.event-repeated",
            Assert.Single(On("2028-01-01", first, first with { Origin = new("crm", "again"), Date = Day("2026-11-11") }).Findings).Reason.Code);
    }

    [Fact]
    public void Lapse_and_reinstatement_of_one_day_are_taken_in_the_order_in_which_they_can_happen() => Assert.Equal(
        CoverState.InForce,
        On("2028-03-02", Event("P1", PolicyEventKind.Reinstated, "2028-03-02") with { Origin = new("crm", "1") }, Event("P1", PolicyEventKind.Lapsed, "2028-03-02") with { Origin = new("crm", "2") }).Cover);

    [Fact]
    public void Says_what_replaced_it() => Assert.Equal(
        new PolicyId("P2"), On("2028-01-01", Event("P1", PolicyEventKind.Replaced, "2027-03-01") with { ReplacedBy = new PolicyId("P2") }).ReplacedBy);

    [Fact]
    public void Every_state_refuses_every_event_that_its_life_cycle_does_not_list()
    {
        foreach (var kind in Enum.GetValues<PolicyEventKind>().Where(k => PolicyLifeCycle.StepOf(k) is not null))
        {
            foreach (var from in Enum.GetValues<CoverState>())
            {
                Assert.Equal(LifeCycles.Policy.Find(from, PolicyLifeCycle.StepOf(kind)!)?.To, PolicyLifeCycle.Next(from, kind));
            }
        }

        Assert.Equal([CoverState.Ended, CoverState.Declined, CoverState.Withdrawn], LifeCycles.Policy.Ends);
    }

    [Fact]
    public void Neither_order_nor_repetition_of_facts_matters()
    {
        var anEvent = Gen.Select(Gen.Enum<PolicyEventKind>(), Gen.Int[0, 200], Gen.Int[0, 3], Gen.Int[0, 99]).Select(Fact (kind, day, sequence, id) => new PolicyEventFact
        {
            Origin = new("crm", $"{kind}{id}", Sequence: sequence),
            Date = Day("2026-10-20").PlusDays(day),
            Policy = new("P1"),
            Event = kind,
        });

        anEvent.Array[0, 12].Sample(events =>
        {
            Fact[] facts = [.. events.DistinctBy(e => e.Key)];
            var (there, back) = (On("2027-06-01", facts), On("2027-06-01", [.. Enumerable.Reverse(facts), .. facts]));
            Assert.Equal((there.Cover, there.Since, there.EndedBy, there.CallbackPassedOn, there.CallbackFailures), (back.Cover, back.Since, back.EndedBy, back.CallbackPassedOn, back.CallbackFailures));
            Assert.Equal(there.Findings, back.Findings);
        });
    }

    private static PolicyState On(string asOf, params IEnumerable<Fact> facts) => PolicyLifeCycle.On(FactBook.Of([Sold, .. facts]), Sold, Day(asOf));
}

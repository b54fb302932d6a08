using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class OpportunitiesTests
{
    private static readonly Opportunities Usual = new(SalesProcess.Default);

    [Fact]
    public void Stands_in_the_last_stage_entered_since_the_day_of_entry()
    {
        var state = Only(Entered("name", "2026-07-01"), Entered("appointment", "2026-07-03"), Entered("appointment", "2026-07-05"));

        Assert.Equal(("appointment", Day("2026-07-03"), Day("2026-07-01"), 12), (state.Stage.Id, state.Since, state.Began, state.DaysInStage));
    }

    [Theory]
    [InlineData("2026-08-02", false)] // thirty days
    [InlineData("2026-08-03", true)]
    public void Is_stale_after_the_days_of_its_stage(string on, bool expected) => Assert.Equal(expected, Only(on, Entered("appointment", "2026-07-03")).IsStale);

    [Fact]
    public void Its_weighted_value_is_value_times_the_chance_of_the_stage_or_of_the_crm()
    {
        var value = Money.Of(10_000m, "CNY");

        Assert.Equal(Quantity.Of(Money.Of(5_000m, "CNY")), Only(Entered("proposal", "2026-07-01") with { Value = value }).WeightedValue);
        Assert.Equal(Quantity.Of(Money.Of(7_000m, "CNY")), Only(Entered("proposal", "2026-07-01") with { Value = value, Probability = 0.7m }).WeightedValue);
        Assert.Equal(Quantity.Of(value), Only(Entered("policy", "2026-07-01") with { Value = value, Probability = 0.7m }).WeightedValue);
        Assert.Null(Only(Entered("name", "2026-07-01")).WeightedValue);
    }

    [Fact]
    public void A_lost_one_says_why()
    {
        var state = Only(Entered("name", "2026-07-01"), Entered("lost", "2026-07-02") with { LostBecause = "price" });

        Assert.Equal((StageOutcome.Lost, "price", 0m), (state.Stage.Outcome, state.LostBecause, state.Probability));
    }

    [Fact]
    public void A_stage_entered_without_what_it_needs_counts_and_is_told()
    {
        var without = Only(Entered("proposal", "2026-07-02"));

        Assert.Equal(("proposal", "value"), (without.Stage.Id, Assert.Single(without.Findings).Reason["condition"].Text));
        Assert.Empty(Only(Entered("name", "2026-07-01") with { Value = Money.Of(1m, "CNY") }, Entered("proposal", "2026-07-02")).Findings);
    }

    [Fact]
    public void What_a_stage_needs_before_it_is_left_is_asked_on_the_way_forward_only()
    {
        var process = new Opportunities(new()
        {
            Id = "p",
            Stages =
            [
                new() { Id = "a", Probability = 0.1m, Exit = [new StageCondition.HasActivity("interview"), new StageCondition.HasConsent("profiling")] },
                new() { Id = "b", Probability = 0.2m }, new() { Id = "won", Probability = 1m, Outcome = StageOutcome.Won }, new() { Id = "lost", Probability = 0m, Outcome = StageOutcome.Lost },
            ],
        });
        Fact[] begin = [Entered("a", "2026-07-01") with { Customer = new("C1") }, Customer("C1")];
        IReadOnlyList<Finding> Findings(params Fact[] more) => Assert.Single(process.On(Book([.. begin, .. more]), Day("2026-07-31"))).Findings;

        Assert.Equal(["activity:interview", "consent:profiling"], Findings(Entered("b", "2026-07-05")).Select(f => f.Reason["condition"].Text));
        Assert.Empty(Findings(Entered("lost", "2026-07-05")));
        Assert.Empty(Findings(
            Entered("b", "2026-07-05"), Did("A1", "interview", "2026-07-05 09:00", customer: "C1"), ConsentsTests.Said("profiling", true, "2026-07-04")));
    }

    [Fact]
    public void A_stage_that_the_process_does_not_have_moves_nothing_and_is_told()
    {
        var state = Only(Entered("name", "2026-07-01"), Entered("nirvana", "2026-07-02"));

        Assert.Equal(("name", "opportunity.unknown-stage", "nirvana"), (state.Stage.Id, Assert.Single(state.Findings).Reason.Code, state.Findings[0].Reason["stage"].Text));
    }

    [Fact]
    public void Moving_on_after_the_end_is_told() =>
        Assert.Equal("opportunity.moved-after-end", Assert.Single(Only(Entered("lost", "2026-07-01"), Entered("interview", "2026-07-02")).Findings).Reason.Code);

    [Fact]
    public void The_order_and_repetition_of_facts_never_matter() =>
        Gen.Select(Gen.Int[0, 9].Array[2, 8], Gen.Int[0, 30].Array[8], Gen.Int).Sample((stages, days, seed) =>
        {
            Fact[] facts = [.. stages.Select((s, i) => Entered(s < 8 ? SalesProcess.Default.Stages[s].Id : "nirvana", NodaTime.Text.LocalDatePattern.Iso.Format(Day("2026-07-01").PlusDays(days[i])), $"{i}"))];
            var mixed = facts.Concat(facts).ToArray();
            new Random(seed).Shuffle(mixed);

            var (a, b) = (Usual.On(Book(facts), Day("2026-07-31")), Usual.On(Book(mixed), Day("2026-07-31")));

            Assert.Equal(a.Select(Said), b.Select(Said));
            static string Said(OpportunityState s) => $"{s.Stage.Id} {s.Since} {s.Probability} {string.Join(' ', s.Findings.Select(f => f.Reason))} {string.Join(' ', s.Facts)}";
        });

    [Fact]
    public void The_pipeline_sums_open_ones_by_agent_and_stage_and_counts_what_it_cannot_sum()
    {
        var lines = Usual.Pipeline(
            Book(
                Entered("proposal", "2026-07-01", "1", "O1") with { Value = Money.Of(100m, "CNY") }, Entered("proposal", "2026-07-01", "2", "O2") with { Value = Money.Of(50m, "CNY") },
                Entered("proposal", "2026-07-01", "3", "O3") with { Value = Money.Of(9m, "USD") }, Entered("policy", "2026-07-01", "4", "O4") with { Value = Money.Of(7m, "CNY") }),
            Day("2026-07-15"), "CNY");

        var line = Assert.Single(lines);
        Assert.Equal((3, 1, Quantity.Of(Money.Of(150m, "CNY")), Quantity.Of(Money.Of(75m, "CNY"))), (line.Opportunities, line.WithoutValue, line.Value, line.Weighted));
    }

    private static OpportunityState Only(params Fact[] facts) => Only("2026-07-15", facts);

    private static OpportunityState Only(string on, params Fact[] facts) =>
        Assert.Single(Usual.On(Book([.. facts.Select(f => f is OpportunityFact { Customer: null } o ? o with { Customer = new("C1") } : f)]), Day(on)));

    private static OpportunityFact Entered(string stage, string on, string? id = null, string opportunity = "O1") => new()
    {
        Origin = new("crm", id ?? $"{opportunity}-{stage}-{on}"),
        Date = Day(on),
        Opportunity = new(opportunity),
        Agent = new("A1"),
        Stage = stage,
    };
}

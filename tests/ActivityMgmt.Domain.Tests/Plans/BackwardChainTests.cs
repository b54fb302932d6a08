using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class BackwardChainTests
{
    private static readonly MeasureId Income = new("income");
    private static readonly MeasureId Sales = new("sales");
    private static readonly MeasureId Quotes = new("quotes");

    [Fact]
    public void Golden_A1_income_of_50_000_takes_125_sales_and_417_quotes()
    {
        var plan = BackwardChain.Plan(50_000m, [Step(Sales, Income, 400m), Step(Quotes, Sales, 0.3m)]);

        Assert.Equal([(Sales, 125), (Quotes, 417)], plan.Select(s => (s.Measure, s.Needed)));
        Assert.All(plan, s => Assert.Equal((PlanConfidence.Assumed, null), (s.Confidence, s.Interval)));
    }

    [Fact]
    public void Golden_A3_ratios_of_a_week_are_32_30_and_two_thirds()
    {
        ConversionStep[] week =
        [
            ConversionStep.Measured(new("set"), 12, new("kept"), 8m),
            ConversionStep.Measured(new("reached"), 40, new("set"), 12m),
            ConversionStep.Measured(new("dials"), 125, new("reached"), 40m),
        ];

        Assert.Equal([Quantity.Ratio(2m, 3m), Quantity.Ratio(3m, 10m), Quantity.Ratio(32m, 100m)], week.Select(s => s.Ratio));
        Assert.Equal([12, 40, 125], BackwardChain.Plan(8m, week).Select(s => s.Needed));
        Assert.Equal([PlanConfidence.Low, PlanConfidence.Medium, PlanConfidence.High], BackwardChain.Plan(8m, week).Select(s => s.Confidence));
    }

    [Fact]
    public void An_amount_on_the_way_is_not_rounded()
    {
        // 50,000 of income at 25 % of FYC is 200,000 FYC, at 30 % of premium 666,666.67 premium, at 6,000 a case 111.1 cases.
        var plan = BackwardChain.Plan(50_000m,
        [
            Step(new("fyc"), Income, 0.25m) with { IsWhole = false },
            Step(new("premium"), new("fyc"), 0.3m) with { IsWhole = false },
            Step(Sales, new("premium"), 6_000m),
        ]);

        Assert.Equal([200_000, 666_667, 112], plan.Select(s => s.Needed));
    }

    [Theory]
    [InlineData(29, PlanConfidence.Low)]
    [InlineData(30, PlanConfidence.Medium)]
    [InlineData(99, PlanConfidence.Medium)]
    [InlineData(100, PlanConfidence.High)]
    public void Confidence_follows_the_sample(int sample, PlanConfidence expected) =>
        Assert.Equal(expected, BackwardChain.Plan(1m, [ConversionStep.Measured(Quotes, sample, Sales, 10m)])[0].Confidence);

    [Fact]
    public void A_chain_with_a_gap_is_refused() =>
        Assert.Throws<ArgumentException>(() => BackwardChain.Plan(1m, [Step(Sales, Income, 400m), Step(Quotes, new("cases"), 0.3m)]));

    [Fact]
    public void A_step_that_brings_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Step(Quotes, Sales, 0m));

    [Fact]
    public void What_is_planned_is_enough_and_one_less_is_not() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 500], Gen.Int[1, 500]).Sample((target, done, reached) =>
        {
            var needed = BackwardChain.Plan(target, [ConversionStep.Measured(Quotes, done, Sales, reached)])[0].Needed;

            Assert.True((decimal)needed * reached >= (decimal)target * done);
            Assert.True(needed == 0 || (decimal)(needed - 1) * reached < (decimal)target * done);
        });

    private static ConversionStep Step(MeasureId from, MeasureId into, decimal ratio) =>
        new() { From = from, Into = into, Ratio = Quantity.Of(ratio, Unit.Ratio), Basis = PlanBasis.Benchmark };
}

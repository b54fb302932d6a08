using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class ApportionmentTests
{
    private static readonly Gen<(decimal Total, decimal[] Weights, decimal Unit)> AnySplit = Gen.Select(
        Gens.Amount,
        Gen.Frequency((1, Gen.Const(0m)), (3, Gen.Int[1, 50].Select(w => (decimal)w)), (1, Gen.Int[1, 999].Select(w => w / 1000m))).Array[1, 12]
            .Where(w => w.Any(x => x > 0m)),
        Gen.OneOfConst(0.01m, 1m, 7m, 100m, 0.3m));

    [Fact]
    public void The_parts_sum_to_the_total_exactly() =>
        AnySplit.Sample((total, weights, unit) => Apportionments.LargestRemainder(total, weights, unit).Sum() == total);

    [Fact]
    public void No_part_is_a_whole_unit_away_from_its_exact_share() =>
        AnySplit.Sample((total, weights, unit) => Apportionments.LargestRemainder(total, weights, unit)
            .Select((part, i) => Math.Abs(part - (total * weights[i] / weights.Sum()))).All(away => away <= unit));

    [Fact]
    public void A_part_without_weight_gets_nothing_not_even_of_the_rest() =>
        AnySplit.Sample((total, weights, unit) => Apportionments.LargestRemainder(total, weights, unit)
            .Where((_, i) => weights[i] == 0m).All(part => part == 0m));

    [Fact]
    public void At_most_one_part_is_no_multiple_of_the_unit() =>
        AnySplit.Sample((total, weights, unit) => Apportionments.LargestRemainder(total, weights, unit).Count(part => part % unit != 0m) <= 1);

    [Fact]
    public void No_part_has_another_sign_than_the_total() =>
        AnySplit.Sample((total, weights, unit) => Apportionments.LargestRemainder(total, weights, unit).All(part => part * total >= 0m));

    [Fact]
    public void Units_left_over_go_to_the_largest_rests()
    {
        // Shares 1.5, 2.7, 5.8: whole units 1, 2, 5; the two left go to 0.8 and 0.7.
        var parts = Apportionments.LargestRemainder(10m, [15m, 27m, 58m], 1m);

        Assert.Equal([1m, 3m, 6m], parts);
    }

    [Fact]
    public void Of_equal_rests_the_earlier_part_comes_first() =>
        Assert.Equal([34m, 33m, 33m], Apportionments.LargestRemainder(100m, [1m, 1m, 1m], 1m));

    [Fact]
    public void A_negative_total_is_the_mirror_of_the_positive_one() =>
        Assert.Equal([-34m, -33m, -33m], Apportionments.LargestRemainder(-100m, [1m, 1m, 1m], 1m));

    [Fact]
    public void What_is_smaller_than_a_unit_goes_to_the_next_largest_rest() =>
        Assert.Equal([1m, 0.9m, 0m], Apportionments.LargestRemainder(1.9m, [1m, 1m, 1m], 1m));

    [Fact]
    public void A_rest_skips_parts_without_weight() =>
        Assert.Equal([0m, 0.5m], Apportionments.LargestRemainder(0.5m, [0m, 1m], 1m));

    [Fact]
    public void Refuses_weights_and_units_that_make_no_sense()
    {
        Assert.Throws<ArgumentException>(() => Apportionments.LargestRemainder(1m, [0m, 0m], 1m));
        Assert.Throws<ArgumentException>(() => Apportionments.LargestRemainder(1m, [], 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionments.LargestRemainder(1m, [1m, -1m], 1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apportionments.LargestRemainder(1m, [1m], 0m));
    }
}

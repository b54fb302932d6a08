using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class RetentionTests
{
    private static readonly Quantity[] Yearly = [Percent(70m), Percent(30m), Percent(60m), Percent(70m)];

    [Fact]
    public void R1_a_class_of_100_is_70_21_13_and_9_when_each_year_is_rounded() =>
        Assert.Equal([70m, 21m, 13m, 9m], RetentionPlan.Project(100, Yearly, RetentionPlan.WholePeople).Select(q => q.ToDecimal()));

    [Fact]
    public void R1_without_rounding_8_8_are_left() =>
        Assert.Equal([70m, 21m, 12.6m, 8.82m], RetentionPlan.Project(100, Yearly, null).Select(q => q.ToDecimal()));

    [Fact]
    public void A_share_outside_0_to_1_and_a_negative_class_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPlan.Project(100, [Percent(101m)], null));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPlan.Project(100, [Percent(-1m)], null));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPlan.Project(-1, Yearly, null));
        Assert.Equal([0m, 0m], RetentionPlan.Project(50, [Percent(0m), Percent(100m)], null).Select(q => q.ToDecimal()));
    }

    [Fact]
    public void R3_a_three_month_retention_of_70_percent_is_an_attrition_of_30_percent()
    {
        var facts = Enumerable.Range(1, 10).Select(i => (Fact)Joined($"A{i}", "2026-01-15", i <= 3 ? $"2026-0{i + 1}-14" : null)).ToArray();

        var count = CohortRetention.Of(Book(facts).Organisation, Days("2026-01-01", "2026-01-31"), 3, Day("2026-04-15"));

        Assert.Equal((10, 7, 3, 0), (count.Cohort, count.Reached, count.Missed, count.Open));
        Assert.Equal((Percent(70m), Percent(30m)), (count.Rate!.Value, count.Complement!.Value));
        Assert.Equal(10, count.Evidence.Facts.Count);
    }

    [Theory]
    [InlineData("2026-04-14", "2026-04-15", 0, 1)] // the day before the three months are over
    [InlineData("2026-04-15", "2026-04-15", 1, 0)] // still under contract on the day
    [InlineData(null, "2026-04-14", 0, 0)] // open
    [InlineData("2026-02-28", "2026-03-01", 0, 1)] // gone already
    [InlineData("2026-06-30", "2026-04-14", 0, 0)] // leaves later
    public void Retained_is_who_is_under_contract_on_the_day_of_n_months_later(string? left, string asOf, int reached, int missed)
    {
        var count = CohortRetention.Of(Book(Joined("A1", "2026-01-15", left)).Organisation, Days("2026-01-15", "2026-01-15"), 3, Day(asOf));

        Assert.Equal((1, reached, missed), (count.Cohort, count.Reached, count.Missed));
    }

    [Theory]
    [InlineData("2026-03-01", 1, 0)] // the contract is renewed without a break: retained
    [InlineData("2026-03-02", 0, 1)] // a day between: one left
    public void A_renewed_contract_is_no_attrition(string renewed, int reached, int missed)
    {
        var organisation = Book(Joined("A1", "2026-01-15", "2026-02-28"), Joined("A1", renewed) with { Origin = new("crm", "A1-2") }).Organisation;

        var count = CohortRetention.Of(organisation, Days("2026-01-01", "2026-01-31"), 3, Day("2026-04-15"));

        Assert.Equal((1, reached, missed), (count.Cohort, count.Reached, count.Missed));
        Assert.Equal(1 + reached, count.Evidence.Facts.Count);
        Assert.Equal(missed, CohortRetention.Of(organisation, Days("2026-03-01", "2026-03-31"), 3, Day("2026-07-01")).Cohort);
    }

    private static Quantity Percent(decimal percent) => Quantity.Ratio(percent, 100m);
}

using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class TrainingHoursCheckTests
{
    // 73 hours in 365 days: 0.2 a day. By 30 September, day 273, 54.6 are due.
    private static readonly TrainingHoursCheck Check = new(73m, ["law", "ethics"]);

    [Theory]
    [InlineData("54.6", ComplianceOutcome.Pass)] // exactly due
    [InlineData("54.5", ComplianceOutcome.Warn)]
    [InlineData("0", ComplianceOutcome.Warn)]
    public void Before_the_end_of_the_year_the_part_that_is_over_is_due(string hours, ComplianceOutcome expected)
    {
        var result = Assert.Single(SomeRule.Says(Check, [.. Agent(), Trained("A1", Number(hours), "2026-02-01")]));

        Assert.Equal((expected, "54.6 hours", "73 hours"), (result.Outcome, result.Reason["due"].Text, result.Reason["year"].Text));
    }

    [Theory]
    [InlineData("73", ComplianceOutcome.Pass)]
    [InlineData("72.9", ComplianceOutcome.Block)]
    public void At_the_end_of_the_year_too_little_is_what_the_rule_says(string hours, ComplianceOutcome expected) =>
        Assert.Equal(expected, Assert.Single(SomeRule.Says(Check, new Quarter(2026, 4).Interval, [.. Agent(), Trained("A1", Number(hours), "2026-12-31")])).Outcome);

    [Theory]
    [InlineData("2026-01-01", "law", true)]
    [InlineData("2025-12-31", "law", false)] // last year
    [InlineData("2026-10-01", "law", false)] // after the period
    [InlineData("2026-09-30", "ethics", true)]
    [InlineData("2026-02-01", "product", false)] // another topic
    public void Only_hours_of_the_year_so_far_on_the_topics_count(string date, string topic, bool counts)
    {
        var training = Trained("A1", 60m, date, topic);

        var result = Assert.Single(SomeRule.Says(Check, [.. Agent(), training, Trained("A2", 99m, "2026-02-01")]));

        Assert.Equal(counts ? ComplianceOutcome.Pass : ComplianceOutcome.Warn, result.Outcome);
        Assert.Equal(counts, result.Facts.Contains(training.Reference));
    }

    [Fact]
    public void Who_joins_in_the_year_owes_only_the_days_since()
    {
        // From 21 September: 10 days, 2 hours.
        Fact[] facts = [Joined("A1", "2026-09-21"), Assigned("A1", "T1", "2026-09-21"), Trained("A1", 2m, "2026-09-25")];

        Assert.Equal(ComplianceOutcome.Pass, Assert.Single(SomeRule.Says(Check, facts)).Outcome);
        Assert.Equal(ComplianceOutcome.Warn, Assert.Single(SomeRule.Says(Check, [.. facts[..2], Trained("A1", 1.9m, "2026-09-25")])).Outcome);
    }

    [Fact]
    public void Who_has_left_is_not_asked() =>
        Assert.Empty(SomeRule.Says(Check, Joined("A1", left: "2026-09-29"), Assigned("A1", "T1")));

    private static Fact[] Agent() => [Joined("A1"), Assigned("A1", "T1")];

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

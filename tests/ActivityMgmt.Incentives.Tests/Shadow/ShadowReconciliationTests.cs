using CsCheck;

namespace ActivityMgmt.Incentives.Tests;

public class ShadowReconciliationTests
{
    private static readonly ShadowReconciliation Cent = new(Some.Cny(0.01m));

    [Fact]
    public void The_same_amount_is_equal()
    {
        var item = Only(Cent, [Line("commission", 100m), Line("commission", 50m, "2")], [Old(150.00m)]);

        Assert.Equal((ShadowMatch.Equal, Some.Cny(150m), Some.Cny(0m), "shadow.equal"), (item.Match, item.Ours, item.Difference, item.Reason.Code));
    }

    [Theory]
    [InlineData("150.02", ShadowMatch.Explained)] // a cent for each of two lines
    [InlineData("150.03", ShadowMatch.Unexplained)]
    [InlineData("149.98", ShadowMatch.Explained)]
    public void A_difference_within_a_rounding_of_each_line_is_explained(string theirs, ShadowMatch match)
    {
        var item = Only(Cent, [Line("commission", 100m), Line("commission", 50m, "2")], [Old(decimal.Parse(theirs, System.Globalization.CultureInfo.InvariantCulture))]);

        Assert.Equal((match, match == ShadowMatch.Explained ? "shadow.rounding" : "shadow.unexplained"), (item.Match, item.Reason.Code));
    }

    [Fact]
    public void An_amount_that_is_held_here_explains_a_difference_when_it_is_all_of_it()
    {
        StatementLine[] lines = [Line("commission", 100m), Line("commission", 40m, "2", LineOutcome.Held)];

        Assert.Equal((ShadowMatch.Explained, "shadow.held"), Judged(Only(Cent, lines, [Old(140m)])));
        Assert.Equal((ShadowMatch.Unexplained, "shadow.unexplained"), Judged(Only(Cent, lines, [Old(141m)])));
    }

    [Fact]
    public void What_a_named_person_looked_into_explains_exactly_that_difference()
    {
        KnownDifference[] known = [new(Some.Agent, "commission", Some.Cny(-20m), "paid by hand until June", new("m.li"))];

        var explained = Cent.Compare(Some.Q3, "CNY", [Statement(Line("commission", 100m))], [Old(120m)], known).Items[0];
        var other = Cent.Compare(Some.Q3, "CNY", [Statement(Line("commission", 100m))], [Old(121m)], known).Items[0];

        Assert.Equal(("shadow.known", "paid by hand until June", "m.li"), (explained.Reason.Code, explained.Reason["because"].Text, explained.Reason["by"].Text));
        Assert.Equal(ShadowMatch.Unexplained, other.Match);
    }

    [Fact]
    public void What_only_one_system_has_is_unexplained_and_no_amount_is_not_zero()
    {
        var here = Only(Cent, [Line("commission", 0.01m)], []);
        var there = Cent.Compare(Some.Q3, "CNY", [], [Old(0.01m)], []).Items[0];
        var nothing = Only(Cent, [Line("commission", 0m)], []);

        Assert.Equal((ShadowMatch.Unexplained, "shadow.only-here", (Money?)null), (here.Match, here.Reason.Code, here.Theirs));
        Assert.Equal((ShadowMatch.Unexplained, "shadow.only-there"), Judged(there));
        Assert.Equal((ShadowMatch.Equal, "shadow.nothing-due"), Judged(nothing));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("0")]
    [InlineData("-0.01")] // a rounding
    [InlineData(null)]
    public void With_an_undecided_line_nothing_is_equal_or_explained(string? theirs)
    {
        OldSystemAmount[] old = theirs is null ? [] : [Old(decimal.Parse(theirs, System.Globalization.CultureInfo.InvariantCulture))];

        var item = Only(Cent, [Line("commission", null, outcome: LineOutcome.Undecided)], old);

        Assert.Equal((ShadowMatch.Unexplained, "shadow.undecided", "1"), (item.Match, item.Reason.Code, item.Reason["undecided"].Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // the old system has no amount
    public void An_amount_held_here_is_told_even_when_the_rest_is_the_same(bool isThere)
    {
        StatementLine[] lines = isThere
            ? [Line("commission", 100m), Line("commission", 40m, "2", LineOutcome.Held)]
            : [Line("commission", 40m, "1", LineOutcome.Held)];

        var item = Only(Cent, lines, isThere ? [Old(100m)] : []);

        Assert.Equal((ShadowMatch.Unexplained, "shadow.held-beside"), Judged(item));
        Assert.Equal(ReasonValue.FromMoney(Some.Cny(40m)), item.Reason["held"]);
    }

    [Fact]
    public void Items_differences_sum_to_the_difference_of_the_totals() =>
        Gen.Select(Gen.Int[-50_000, 50_000].Array[0, 6], Gen.Int[-50_000, 50_000].Array[0, 6], Gen.Int[0, 3].Array[6]).Sample((ours, theirs, components) =>
        {
            var lines = ours.Select((cents, i) => Line("c" + components[i], cents / 100m, $"{i}")).ToArray();
            var amounts = theirs.Select((cents, i) => new OldSystemAmount(new(i % 2 == 0 ? Some.E1 : "E2"), "c" + components[i], Some.Cny(cents / 100m))).ToArray();

            var report = Cent.Compare(Some.Q3, "CNY", [Statement(lines)], amounts, []);

            Assert.Equal(Some.Cny(ours.Sum() / 100m), report.Ours);
            Assert.Equal(Some.Cny(theirs.Sum() / 100m), report.Theirs);
            Assert.Equal(report.Difference, report.Items.Aggregate(Some.Cny(0m), (sum, i) => sum + i.Difference));
            Assert.Equal(report.Items.Count, report.Of(ShadowMatch.Equal).Count() + report.Of(ShadowMatch.Explained).Count() + report.Of(ShadowMatch.Unexplained).Count());
        });

    private static (ShadowMatch Match, string Code) Judged(ShadowItem item) => (item.Match, item.Reason.Code);

    private static ShadowItem Only(ShadowReconciliation reconciliation, StatementLine[] lines, OldSystemAmount[] amounts) =>
        Assert.Single(reconciliation.Compare(Some.Q3, "CNY", [Statement(lines)], amounts, []).Items);

    private static OldSystemAmount Old(decimal amount) => new(Some.Agent, "commission", Some.Cny(amount));

    private static Statement Statement(params StatementLine[] lines) =>
        new() { Plan = new("plan", 1, "HASH"), Agent = Some.Agent, Period = Some.Q3, Currency = "CNY", Lines = lines };

    private static StatementLine Line(string component, decimal? amount, string id = "1", LineOutcome outcome = LineOutcome.Earned) => new()
    {
        Id = $"{component}/{id}",
        Component = component,
        Outcome = outcome,
        Amount = amount is { } a ? Some.Cny(a) : null,
        Reason = Reason.Of("test.line"),
        Trace = [],
        Evidence = Evidence.None,
    };
}

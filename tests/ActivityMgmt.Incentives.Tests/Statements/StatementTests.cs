using System.Globalization;

namespace ActivityMgmt.Incentives.Tests.Statements;

public class StatementTests
{
    private static readonly FactBook Book = Some.Book(
    [
        .. Some.Sold("P1"), .. Some.Sold("P2", premium: 5_000.50m), .. Some.Sold("P3", callback: null), .. Some.Sold("P4", product: "NEW9"),
        .. Some.Sold("P5", premium: 2_000m, callback: "2026-07-21"), Some.Event(PolicyEventKind.CancelledInCoolingOff, "2026-07-30", "P5"),
    ]);

    private static readonly ITexts Texts = new TextCatalogue([IncentivesTexts.Source, ResourceTexts.Domain]);

    [Fact]
    public void A_plan_of_three_kinds_pays_commission_less_clawback_and_a_bonus()
    {
        var statement = TestReadings.Over(Some.Book([.. Some.Sold("P1"), .. Some.Sold("P2"), .. Some.Sold("P3", premium: 2_000m), Some.Event(PolicyEventKind.CancelledInCoolingOff, "2026-07-30", "P3")])).Pay(Plans.Whole());

        Assert.Equal(Some.Cny(2 * 2_800m + 560m - 560m + 840m), statement.Total); // 5,600 reach the band of 15 %
        Assert.Equal(["commission", "commission", "commission", "clawback", "bonus"], statement.Lines.Select(l => l.Component));
    }

    [Fact]
    public void An_undecided_line_leaves_what_builds_on_it_undecided()
    {
        var line = Pay().Line("bonus");

        Assert.Equal((LineOutcome.Undecided, "pay.undecided.lines"), (line.Outcome, line.Reason.Code));
    }

    [Theory]
    [InlineData(0.75, LineOutcome.Earned)] // equal to the threshold
    [InlineData(0.749, LineOutcome.NotEarned)]
    public void A_persistency_of_74_9_percent_earns_no_bonus_and_says_so(decimal persistency, LineOutcome expected)
    {
        var readings = TestReadings.Over(Some.Book([.. Some.Sold("P1"), .. Some.Sold("P2")])).Stating("persistency-13m", persistency, Unit.Ratio);

        var line = readings.Pay(Plans.Whole()).Line("bonus");

        Assert.Equal(expected, line.Outcome);
        Assert.True(expected == LineOutcome.Earned || (line.Reason["measure"].Text == "persistency-13m" && line.Reason["value"].Text == "0.749 ratio"));
    }

    [Fact]
    public void A_condition_that_is_missed_is_shown_with_its_figure()
    {
        var line = TestReadings.Over(Some.Book(Some.Sold())).Pay(Plans.Whole()).Line("bonus");

        Assert.Equal((LineOutcome.NotEarned, "pay.not-earned.condition"), (line.Outcome, line.Reason.Code));
        Assert.Contains(line.Trace, s => s.Code == "pay.step.measure" && s["value"].Text == "1 count");
    }

    [Fact]
    public void A_condition_without_data_is_undecided() =>
        Assert.Equal(LineOutcome.Undecided, TestReadings.Over(Some.Book(Some.Sold())).Stating("cases", null, Unit.Count).Pay(Plans.Whole()).Line("bonus").Outcome);

    [Fact]
    public void A_factor_may_be_declared_for_agents_without_data()
    {
        var whole = Plans.Whole();
        var readings = TestReadings.Over(Some.Book([.. Some.Sold("P1"), .. Some.Sold("P2")])).Stating("persistency-13m", null, Unit.Ratio);

        Assert.Equal(LineOutcome.Undecided, readings.Pay(whole).Line("bonus").Outcome);
        Assert.Equal(
            Some.Cny(840m),
            readings.Pay(whole with { Text = whole.Text.Replace("\"by\": \"persistency-13m\"", "\"by\": \"persistency-13m\", \"withoutData\": 1", StringComparison.Ordinal) }).Line("bonus").Amount);
    }

    [Fact]
    public void Facts_after_the_quarter_do_not_matter()
    {
        var later = Book.With(Some.Event(PolicyEventKind.Surrendered, "2026-10-01", "P1")).With(Some.Premium("R8", "P1", 100m, "2026-10-02"));

        Assert.Equal(StatementJson.Write(Pay()), StatementJson.Write(TestReadings.Over(later).Pay(Plans.Whole())));
    }

    [Theory] // X2: slab 30,000 10 %, 50,000 15 %; 52,000 paid for Q4, 5,000 of it cancelled in Q1, Q1 gross 40,000
    [InlineData("net-in-current", 0, 3_500)]
    [InlineData("recompute-origin", -3_100, 4_000)]
    public void The_correction_mode_says_which_quarter_takes_a_later_cancellation(string corrections, decimal adjustmentOfQ4, decimal bonusOfQ1)
    {
        var document = Plans.Document($$"""
            { "id": "fyc", "kind": "rate", "on": "premium-collected", "countedOn": "collected", "corrections": "{{corrections}}", "rate": 1 },
            { "id": "clawback", "kind": "clawback", "of": "fyc", "on": ["cancelled-in-cooling-off"], "corrections": "net-in-current",
              "schedule": { "bounds": "[a,b)", "gap": "zero", "bands": [ { "from": 0, "share": 1 } ] } },
            { "id": "bonus", "kind": "tiers", "on": { "components": ["fyc", "clawback"] }, "scope": "period-retroactive", "shape": "slab", "bounds": "[a,b)", "gap": "refuse",
              "corrections": "{{corrections}}", "bands": [ { "from": 0, "rate": 0 }, { "from": 30000, "rate": 0.10 }, { "from": 50000, "rate": 0.15 } ] }
            """);
        var (q4, q1) = (new Quarter(2026, 4), new Quarter(2027, 1));
        var closed = Some.Book([.. Some.Sold("P1", 47_000m, "2026-11-01"), .. Some.Sold("P2", 5_000m, "2026-12-28")]);
        var now = Some.Book([.. closed.All, .. Some.Sold("P3", 40_000m, "2027-02-01"), Some.Event(PolicyEventKind.CancelledInCoolingOff, "2027-01-05", "P2")]);

        var issued = new TestReadings(closed).Pay(document, q4);
        var difference = StatementDifference.Between(issued, new TestReadings(now).Pay(document, q4));

        Assert.Equal(Some.Cny(7_800m), issued.Line("bonus").Amount);
        Assert.Equal(Some.Cny(adjustmentOfQ4), difference.Lines.SingleOrDefault(l => l.Id == "bonus")?.Adjustment ?? Some.Cny(0m));
        Assert.Equal(difference.Adjustment, difference.Lines.Aggregate(Some.Cny(0m), (sum, l) => sum + l.Adjustment));
        Assert.Equal(Some.Cny(bonusOfQ1), new TestReadings(now).Pay(document, q1).Line("bonus").Amount);
    }

    [Fact]
    public void A_difference_shows_new_changed_and_lost_lines()
    {
        var issued = Pay();
        var recomputed = TestReadings.Over(Book.Without(new(FactKind.Premium, "crm", "R-P1")).With(Some.Event(PolicyEventKind.CallbackPassed, "2026-09-30", "P3"))).Pay(Plans.Whole());

        var difference = StatementDifference.Between(issued, recomputed);

        Assert.Equal(["commission/P1/crm/R-P1", "commission/P3/crm/R-P3", "bonus"], difference.Lines.Select(l => l.Id));
        Assert.Equal([Some.Cny(-2_800m), Some.Cny(2_800m), Some.Cny(0m)], difference.Lines.Select(l => l.Adjustment));
        Assert.True(StatementDifference.Between(issued, issued).IsEmpty);
    }

    [Fact]
    public void The_json_is_the_same_bytes_and_a_changed_total_is_refused()
    {
        var json = StatementJson.Write(Pay());

        Assert.Equal(json, StatementJson.Write(Pay()));
        Assert.DoesNotContain('\r', json);
        Assert.Throws<FormatException>(() => StatementJson.Read(json.Replace("\"total\": 4200.14", "\"total\": 5200.14", StringComparison.Ordinal)));
        Assert.Throws<FormatException>(() => StatementJson.Read("{}"));
    }

    [Theory]
    [InlineData("en", "# Statement 2026Q3: Zhang San (E1)", "The call-back for policy P3 has not passed yet.", "earned")]
    [InlineData("zh-CN", "# 2026Q3 薪酬结算单：Zhang San (E1)", "保单 P3 尚未回访成功。", "应发")]
    public void The_page_for_people_speaks_their_language(string culture, string title, string held, string outcome)
    {
        var page = StatementMarkdown.Write(Pay(), Texts, new Dictionary<string, string> { ["E1"] = "Zhang San" }, CultureInfo.GetCultureInfo(culture));

        Assert.StartsWith(title, page, StringComparison.Ordinal);
        Assert.Contains(held, page, StringComparison.Ordinal);
        Assert.Contains($"| {outcome} |", page, StringComparison.Ordinal);
        Assert.Contains("`Premium:crm/R-P1@1`", page, StringComparison.Ordinal);
        Assert.DoesNotContain("pay.", page, StringComparison.Ordinal);
    }

    private static Statement Pay() => TestReadings.Over(Book).Pay(Plans.Whole());
}

namespace ActivityMgmt.Kpi.Tests;

public class ExpressionTests
{
    private static readonly ExpressionSchema Names = new(
    [
        new() { Name = "activity", Type = ExpressionType.Text },
        new() { Name = "event", Type = ExpressionType.Text, Values = ["lapsed", "reinstated"] },
        new() { Name = "agent.rank", Type = ExpressionType.Text },
        new() { Name = "persistency-13m", Type = ExpressionType.Number, Unit = Unit.Ratio },
        new() { Name = "cases", Type = ExpressionType.Number, Unit = Unit.Count },
        new() { Name = "fyp", Type = ExpressionType.Number, Unit = Unit.Money("CNY") },
        new() { Name = "missing", Type = ExpressionType.Number, Unit = Unit.Count },
        new() { Name = "passed", Type = ExpressionType.Flag },
        new() { Name = "date", Type = ExpressionType.Date },
    ]);

    private static ExpressionValue Value(string name) => name switch
    {
        "activity" => ExpressionValue.Of("call"),
        "event" => ExpressionValue.Of("lapsed"),
        "agent.rank" => ExpressionValue.Of("A2"),
        "persistency-13m" => ExpressionValue.Of(Quantity.Ratio(2m, 3m)),
        "cases" => ExpressionValue.Of(3m),
        "fyp" => ExpressionValue.Of(30000m),
        "passed" => ExpressionValue.Of(true),
        "date" => ExpressionValue.Of(new LocalDate(2026, 7, 1)),
        _ => ExpressionValue.Unknown,
    };

    [Theory]
    [InlineData("activity == 'call'", true)]
    [InlineData("activity != 'call'", false)]
    [InlineData("activity in ['visit', 'call'] and not (cases > 3)", true)]
    [InlineData("activity not in ['visit', 'call'] or passed", true)]
    [InlineData("agent.rank in ['A1', 'A2'] and fyp >= 30000", true)]
    [InlineData("fyp >= 30000.01", false)]
    [InlineData("persistency-13m < 66.7% and persistency-13m > 66.6%", true)]
    [InlineData("persistency-13m * 3 == 2", true)] // 2/3 stays exact
    [InlineData("cases - 1 == 2", true)]
    [InlineData("-cases + 10 == 7", true)]
    [InlineData("1 + 2 * 3 == 7 and (1 + 2) * 3 == 9", true)]
    [InlineData("10 / 4 == 2.5", true)]
    [InlineData("date >= '2026-07-01' and date < '2026-07-02'", true)]
    [InlineData("passed == true", true)]
    [InlineData("activity == 'it''s'", false)]
    [InlineData("not passed or passed and false", false)] // and binds tighter than or
    public void Says_true_or_false(string text, bool expected)
    {
        var result = Expression.Parse(text, Names, ExpressionType.Flag).Evaluate(Value);

        Assert.Equal((expected, !expected, false), (result.IsTrue, result.IsFalse, result.IsUnknown));
        Assert.Empty(result.UnknownNames);
    }

    [Theory]
    [InlineData("missing > 3", null)]
    [InlineData("not (missing > 3)", null)]
    [InlineData("missing > 3 and passed", null)]
    [InlineData("passed and missing > 3", null)]
    [InlineData("missing > 3 and not passed", false)]
    [InlineData("missing > 3 or passed", true)]
    [InlineData("missing > 3 or not passed", null)]
    [InlineData("missing in [1, 2]", null)]
    [InlineData("missing not in [1, 2]", null)]
    [InlineData("missing == missing", null)]
    public void Does_not_take_the_unknown_for_false(string text, bool? expected)
    {
        var result = Expression.Parse(text, Names).Evaluate(Value);

        Assert.Equal(expected, result.IsUnknown ? null : result.IsTrue);
        Assert.Equal(expected is null ? ["missing"] : [], result.UnknownNames);
    }

    [Fact]
    public void Is_unknown_without_unknown_names_when_it_divides_by_zero()
    {
        var result = Expression.Parse("fyp / (cases - 3) > 0", Names).Evaluate(Value);

        Assert.True(result.IsUnknown);
        Assert.Empty(result.UnknownNames);
    }

    [Theory]
    [InlineData("fyp + fyp * 10%", "CNY")]
    [InlineData("fyp / fyp", "ratio")]
    [InlineData("fyp / cases", "CNY")]
    [InlineData("fyp * persistency-13m", "CNY")]
    [InlineData("cases * fyp + 1", "CNY")]
    [InlineData("cases + 1", "count")]
    [InlineData("1 + 1", null)]
    public void Knows_its_unit(string text, string? unit) => Assert.Equal(unit, Expression.Parse(text, Names).Unit?.Code);

    [Fact]
    public void Lists_its_names_in_order_of_first_use() =>
        Assert.Equal(["fyp", "cases"], Expression.Parse("fyp > 1 and cases > 1 or fyp > 2", Names).Names);

    [Theory]
    [InlineData("", 0, "kpi.expression-operand-expected")]
    [InlineData("cases >", 7, "kpi.expression-operand-expected")]
    [InlineData("cases cases", 6, "kpi.expression-operator-expected")]
    [InlineData("cases > 1 > 0", 10, "kpi.expression-operator-expected")]
    [InlineData("(cases > 1", 10, "kpi.expression-operator-expected")]
    [InlineData("activity in 'call'", 12, "kpi.expression-list-expected")]
    [InlineData("activity in []", 9, "kpi.expression-empty-list")]
    [InlineData("activity = 'call'", 9, "kpi.expression-character")]
    [InlineData("activity == 'call", 12, "kpi.expression-open-text")]
    [InlineData("activty == 'call'", 0, "kpi.expression-unknown-name")]
    [InlineData("event == 'laps'", 9, "kpi.expression-unknown-value")]
    [InlineData("event in ['lapsed', 'renewed']", 20, "kpi.expression-unknown-value")]
    [InlineData("cases == 'three'", 9, "kpi.expression-type")]
    [InlineData("cases", 0, "kpi.expression-type")]
    [InlineData("cases and passed", 0, "kpi.expression-type")]
    [InlineData("activity + 1 > 2", 0, "kpi.expression-type")]
    [InlineData("fyp + cases > 1", 4, "kpi.expression-units")]
    [InlineData("fyp > cases", 6, "kpi.expression-units")]
    [InlineData("fyp >= 90%", 7, "kpi.expression-units")]
    [InlineData("fyp * fyp > 1", 4, "kpi.expression-units")]
    [InlineData("activity < 'b'", 9, "kpi.expression-no-order")]
    [InlineData("date > 'July'", 7, "kpi.expression-date-form")]
    [InlineData("13m > 1", 2, "kpi.expression-operator-expected")]
    public void Says_what_is_wrong_and_where(string text, int offset, string code)
    {
        var problem = Assert.Single(Assert.Throws<ExpressionException>(() => Expression.Parse(text, Names, ExpressionType.Flag)).Problems);

        Assert.Equal((offset, code), (problem.Offset, problem.Reason.Code));
    }

    [Fact]
    public void Proposes_the_nearest_name() =>
        Assert.Equal("activity", Assert.Throws<ExpressionException>(() => Expression.Parse("activty == 'call'", Names)).Problems[0].Reason["nearest"].Text);

    [Fact]
    public void Refuses_nesting_that_no_reader_could_follow()
    {
        var text = new string('(', 2000) + "1" + new string(')', 1900);

        Assert.Equal("kpi.expression-too-deep", Assert.Throws<ExpressionException>(() => Expression.Parse(text, Names)).Problems[0].Reason.Code);
    }

    [Fact]
    public void Maps_problems_to_line_and_column_of_the_document()
    {
        var root = DocumentNode.Parse("{\n  \"when\": \"cases > 1 and activty == 'call'\"\n}", "plan.json");
        Assert.Null(Expression.Read(root["when"], Names, ExpressionType.Flag));

        var problem = Assert.Single(Assert.Throws<DocumentException>(root.ThrowIfProblems).Problems);

        Assert.Equal((2, 26, "$.when"), (problem.Place.Line, problem.Place.Column, problem.Place.Path));
    }
}

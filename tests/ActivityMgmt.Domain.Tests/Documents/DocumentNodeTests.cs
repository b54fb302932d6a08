using System.Globalization;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class DocumentNodeTests
{
    [Fact]
    public void Every_value_knows_its_path_line_and_column()
    {
        var root = Parse("""
            {
              "components": [
                { "id": "a" },
                { "id": "b", "bands": [ { "from": 0 }, { "from": 30000 } ] }
              ]
            }
            """);

        Assert.Equal(new DocumentPlace("plan.json", "$", 1, 1), root.Place);
        Assert.Equal(new("plan.json", "$.components", 2, 17), root["components"].Place);
        Assert.Equal(new("plan.json", "$.components[1].bands[1].from", 4, 54), root["components"].Items[1]["bands"].Items[1]["from"].Place);
        Assert.Equal("plan.json(4,54) $.components[1].bands[1].from", root["components"].Items[1]["bands"].Items[1]["from"].Place.ToString());
    }

    [Fact]
    public void Columns_count_characters_not_bytes()
    {
        var root = Parse("""{ "名称": "季度奖", "比率": 0.1 }""");

        Assert.Equal(new DocumentPlace("plan.json", "$.名称", 1, 9), root["名称"].Place);
        Assert.Equal(new("plan.json", "$.比率", 1, 22), root["比率"].Place);
    }

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2\n}")]
    [InlineData("{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}")]
    [InlineData("\uFEFF{\n  \"a\": 1,\n  \"b\": 2\n}")]
    [InlineData("{ // 说明\n  \"a\": 1,\n  /* 第二 */\"b\": 2,\n}", 3, 16)]
    public void Line_ends_a_byte_order_mark_comments_and_trailing_commas_are_no_obstacle(string text, int line = 3, int column = 8) =>
        Assert.Equal(new DocumentPlace("plan.json", "$.b", line, column), Parse(text)["b"].Place);

    [Fact]
    public void A_byte_order_mark_does_not_move_the_first_line() =>
        Assert.Equal(8, Parse("\uFEFF{ \"a\": 1 }")["a"].Place.Column);

    [Fact]
    public void A_schema_reference_is_left_out() => Assert.Equal(["id"], Parse("""{ "$schema": "x.json", "id": "a" }""").Names);

    [Fact]
    public void A_member_given_twice_is_refused_at_the_second()
    {
        var problem = Assert.Single(Refused(() => Parse("{\n \"id\": 1,\n \"id\": 2 }")));

        Assert.Equal(("document.member-twice", 3, 2, "$.id"), Shown(problem));
        Assert.Equal("id", problem.Reason["name"].Text);
    }

    [Theory]
    [InlineData("{ \"a\": }", 1, 8)]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3)]
    [InlineData("{ \"季度\": 奖 }", 1, 9)]
    [InlineData("[1, 2", 1, 6)]
    [InlineData("{} {}", 1, 4)]
    public void Broken_json_is_refused_at_the_place_where_it_breaks(string text, int line, int column)
    {
        var problem = Assert.Single(Refused(() => Parse(text)));

        Assert.Equal(("document.not-json", line, column, "$"), Shown(problem));
    }

    [Theory]
    [InlineData("{ \"a\": \"\\ud800\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    public void Half_a_character_is_refused_like_other_broken_json(string text) =>
        Assert.Equal("document.not-json", Assert.Single(Refused(() => Parse(text))).Reason.Code);

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("// nothing but a comment")]
    public void A_document_without_any_value_is_refused_as_empty(string text) =>
        Assert.Equal("document.empty", Assert.Single(Refused(() => Parse(text))).Reason.Code);

    [Fact]
    public void A_number_beyond_all_bounds_is_refused() =>
        Assert.Equal(("document.number-too-large", 1, 8, "$.a"), Shown(Assert.Single(Refused(() => Parse("{ \"a\": 1e400 }")))));

    [Fact]
    public void A_missing_value_and_a_wrong_one_are_two_different_problems()
    {
        var root = Parse("""{ "a": "twelve", "b": null }""");

        Assert.Equal(0m, root["a"].Number());
        Assert.Equal(0m, root["b"].Number());
        Assert.Equal(0m, root["c"].Number());

        var problems = Refused(root.ThrowIfProblems).ToDictionary(p => p.Place.Path, p => p.Reason);
        Assert.Equal("document.wrong-kind", problems["$.a"].Code);
        Assert.Equal("\"twelve\"", problems["$.a"]["found"].Text);
        Assert.Equal("document.missing", problems["$.b"].Code);
        Assert.Equal("document.missing", problems["$.c"].Code);
        Assert.Equal("document.kind.number", problems["$.c"]["expected"].Text);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("true", "true")]
    [InlineData("[1]", "[…]")]
    [InlineData("{}", "{…}")]
    public void A_wrong_kind_shows_what_was_found(string value, string shown)
    {
        var root = Parse("{ \"a\": " + value + " }");

        root["a"].Text();

        Assert.Equal(shown, Assert.Single(Refused(root.ThrowIfProblems)).Reason["found"].Text);
    }

    [Fact]
    public void Right_values_are_read_and_leave_no_problem()
    {
        var root = Parse("""{ "text": "季", "number": 0.10, "whole": 3.0, "flag": false, "date": "2026-07-01", "list": [1, 2], "code": "b" }""");

        Assert.Equal("季", root["text"].Text());
        Assert.Equal(0.1m, root["number"].Number());
        Assert.Equal(3, root["whole"].Whole());
        Assert.False(root["flag"].Flag(otherwise: true));
        Assert.Equal(Day("2026-07-01"), root["date"].Date());
        Assert.Equal([1m, 2m], root["list"].Items.Select(i => i.Number()));
        Assert.Equal("b", root["code"].OneOf("a", "b"));
        root.ThrowIfProblems();
    }

    [Fact]
    public void What_may_be_missing_has_a_stand_in_and_is_no_problem()
    {
        var root = Parse("""{ "a": null }""");

        Assert.Equal("x", root["a"].Text("x"));
        Assert.Null(root["b"].Text(null));
        Assert.Equal(7m, root["b"].Number(7m));
        Assert.True(root["b"].Flag(otherwise: true));
        Assert.Empty(root["b"].Items);
        Assert.Empty(root["b"].Names);
        root.ThrowIfProblems();
    }

    [Theory]
    [InlineData("1.5", "whole-number")]
    [InlineData("2147483648", "whole-number")]
    public void A_whole_number_has_no_decimals_and_fits(string value, string kind)
    {
        var root = Parse("{ \"a\": " + value + " }");

        Assert.Equal(0, root["a"].Whole());
        Assert.Equal("document.kind." + kind, Assert.Single(Refused(root.ThrowIfProblems)).Reason["expected"].Text);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("01.07.2026")]
    public void A_date_is_an_iso_date(string value)
    {
        var root = Parse("{ \"a\": \"" + value + "\" }");

        root["a"].Date();

        Assert.Equal("document.kind.date", Assert.Single(Refused(root.ThrowIfProblems)).Reason["expected"].Text);
    }

    [Fact]
    public void An_unknown_member_is_reported_with_the_nearest_allowed_name()
    {
        var root = Parse("""{ "id": 1, "versoin": 2 }""");

        root.AllowOnly("id", "version", "effective");

        var reason = Assert.Single(Refused(root.ThrowIfProblems)).Reason;
        Assert.Equal("document.unknown-member", reason.Code);
        Assert.Equal(("versoin", "version", "effective, id, version"), (reason["value"].Text, reason["nearest"].Text, reason["known"].Text));
    }

    [Fact]
    public void A_name_to_which_none_is_near_is_answered_with_the_known_ones_alone()
    {
        var root = Parse("""{ "id": 1, "colour": 2 }""");

        root.AllowOnly("id", "version", "effective");

        var reason = Assert.Single(Refused(root.ThrowIfProblems)).Reason;
        Assert.Equal(["value", "known"], reason.Values.Select(v => v.Key));
        var texts = new TextCatalogue([ResourceTexts.Domain]);
        Assert.Equal("\"colour\" is not known here. Known: effective, id, version.", texts.Explain(reason, CultureInfo.GetCultureInfo("en")));
        Assert.Equal("此处没有“colour”。可用：effective, id, version。", texts.Explain(reason, CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void An_unknown_code_is_reported_with_the_nearest_one_and_the_first_stands_in()
    {
        var root = Parse("""{ "severity": "blok" }""");

        Assert.Equal("warn", root["severity"].OneOf("warn", "block"));

        var reason = Assert.Single(Refused(root.ThrowIfProblems)).Reason;
        Assert.Equal(("document.unknown-value", "block"), (reason.Code, reason["nearest"].Text));
    }

    [Fact]
    public void All_problems_are_reported_once_each_in_the_order_of_the_document()
    {
        var root = Parse("{\n \"a\": 1,\n \"b\": [ true, 2 ]\n}");

        root["b"].Items[1].Text();
        root["b"].Items[0].Text();
        root["a"].Text();
        root["a"].Text();

        Assert.Equal(["$.a", "$.b[0]", "$.b[1]"], Refused(root.ThrowIfProblems).Select(p => p.Place.Path));
    }

    [Fact]
    public void A_list_or_object_where_another_kind_stands_is_empty_and_a_problem()
    {
        var root = Parse("""{ "list": 1, "object": [] }""");

        Assert.Empty(root["list"].Items);
        root["object"].AllowOnly("a");

        Assert.Equal(
            ["document.kind.list", "document.kind.object"],
            Refused(root.ThrowIfProblems).Select(p => p.Reason["expected"].Text));
    }

    private static DocumentNode Parse(string text) => DocumentNode.Parse(text, "plan.json");

    private static IReadOnlyList<DocumentProblem> Refused(Action action) => Assert.Throws<DocumentException>(action).Problems;

    private static (string Code, int Line, int Column, string Path) Shown(DocumentProblem problem) =>
        (problem.Reason.Code, problem.Place.Line, problem.Place.Column, problem.Place.Path);
}

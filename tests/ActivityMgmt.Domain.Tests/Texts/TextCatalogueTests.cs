using System.Globalization;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class TextCatalogueTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly TextCatalogue Catalogue = new([new OneWording("test", "[{value}]"), new MeasureTexts([Calls]), ResourceTexts.Domain]);

    private static MeasureDescription Calls => new()
    {
        Id = new("calls"), Unit = Unit.Count, Direction = Direction.HigherIsBetter, IsAdditive = true, NameEn = "Calls made", NameZh = "电话数",
    };

    public static TheoryData<ReasonValue, string, string> Values => new()
    {
        { "as it is", "as it is", "as it is" },
        { 1234567.5m, "1,234,567.5", "1,234,567.5" },
        { -7, "-7", "-7" },
        { Quantity.Count(1200m), "1,200", "1,200" },
        { Quantity.Ratio(749m, 1000m), "74.9 %", "74.9%" },
        { Quantity.Ratio(2m, 3m), "66.7 %", "66.7%" },
        { Money.Of(12000m, "CNY"), "12,000.00 CNY", "12,000.00 元" },
        { Money.Of(0.125m, "USD"), "0.13 USD", "0.13 USD" },
        { Money.Of(0.1246m, "USD"), "0.12 USD", "0.12 USD" }, // rounded once, not twice
        { Money.Of(-0.125m, "USD"), "-0.13 USD", "-0.13 USD" },
        { Quantity.Of(12.25m, Unit.Hours), "12.3 h", "12.3 小时" },
        { Quantity.Of(30m, Unit.Minutes), "30 min", "30 分钟" },
        { Quantity.Of(8m, Unit.Score), "8.0", "8.0" },
        { Day("2026-07-01"), "2026-07-01", "2026年7月1日" },
        { ReasonValue.Period(Q3.Interval), "2026-07-01 to 2026-09-30", "2026年7月1日至2026年9月30日" },
        { new MeasureId("calls"), "Calls made", "电话数" },
        { ReasonValue.Term("status.OffTrack"), "off track", "严重落后" },
        { ReasonValue.Term("nobody-knows"), "nobody-knows", "nobody-knows" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Shows_each_kind_of_value_as_its_reader_writes_it(ReasonValue value, string english, string chinese)
    {
        Assert.Equal($"[{english}]", Catalogue.Explain(Reason.Of("test", ("value", value)), English));
        Assert.Equal($"[{chinese}]", Catalogue.Explain(Reason.Of("test", ("value", value)), Chinese));
    }

    [Fact]
    public void Explains_in_the_language_of_the_culture()
    {
        var reason = Reason.Of("goal.nobody-active", ("branch", "GZ01"), ("date", Day("2026-07-01")));

        Assert.Equal("2026年7月1日 营业部 GZ01 没有在册业务员，目标无法分解。请检查业务员和组织历史。", Catalogue.Explain(reason, Chinese));
        Assert.StartsWith("Nobody is active in branch GZ01 on 2026-07-01,", Catalogue.Explain(reason, English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_do_follows_what_is_refused()
    {
        var reason = Reason.Of("goal.unknown", ("goal", "G1"));

        Assert.Equal("There is no goal G1. List the goals for its id, or propose it first.", Catalogue.Explain(reason, English));
        Assert.Equal("没有目标 G1。请在目标列表中查找其编号，或先提出该目标。", Catalogue.Explain(reason, Chinese));
        Assert.Equal("There is no goal {goal}.", Catalogue.Word("goal.unknown", English));
    }

    [Fact]
    public void A_hosts_own_wording_stands_without_the_packages_remedy()
    {
        var own = new TextCatalogue([new OneWording("goal.unknown", "Goal {goal}? Ask the back office."), ResourceTexts.Domain]);

        Assert.Equal("Goal G1? Ask the back office.", own.Explain(Reason.Of("goal.unknown", ("goal", "G1")), English));
    }

    [Fact]
    public void A_code_that_nobody_knows_is_shown_with_its_values()
    {
        Assert.Equal("other.code (a: 1)", Catalogue.Explain(Reason.Of("other.code", ("a", 1)), English));
        Assert.Equal("other.code", Catalogue.Word("other.code", Chinese));
    }

    [Fact]
    public void The_first_source_that_knows_a_code_wins()
    {
        var own = new TextCatalogue([new OneWording("status.Ahead", "well done"), ResourceTexts.Domain]);
        var late = new TextCatalogue([ResourceTexts.Domain, new OneWording("status.Ahead", "well done")]);

        Assert.Equal("well done", own.Word("status.Ahead", English));
        Assert.Equal("ahead", late.Word("status.Ahead", English));
        Assert.Equal("off track", own.Word("status.OffTrack", English));
    }

    [Theory]
    [InlineData("[No {a}.[[ Try {b}.]][[ Or {c}.]]", "[No 1. Or 3.")]
    [InlineData("[[{b}]][[{a} and {b}]]{a}", "1")]
    [InlineData("[[always]]", "always")]
    [InlineData("{a} [[ open", "1 [[ open")]
    public void A_part_in_double_brackets_is_left_out_when_a_value_in_it_is_not_given(string wording, string expected) =>
        Assert.Equal(expected, new TextCatalogue([new OneWording("x", wording)]).Explain(Reason.Of("x", ("a", 1), ("c", 3)), English));

    [Fact]
    public void A_value_that_is_not_given_stays_visible_as_a_gap()
    {
        Assert.Equal("[{value}]", Catalogue.Explain(Reason.Of("test", ("other", 1)), English));
        Assert.Equal("an open { brace", new TextCatalogue([new OneWording("x", "an open { brace")]).Explain(Reason.Of("x"), English));
    }

    private sealed class OneWording(string code, string wording) : ITextSource
    {
        public string? Find(string asked, CultureInfo culture) => asked == code ? wording : null;
    }
}

namespace ActivityMgmt.Domain.Tests;

public class NearestNameTests
{
    [Theory]
    [InlineData("persistancy", "persistency")]
    [InlineData("PERSISTENCY", "persistency")]
    [InlineData("cals", "calls")]
    [InlineData("cases", "case")]
    public void Is_the_known_name_with_the_fewest_edits_whatever_the_case(string written, string nearest) =>
        Assert.Equal(nearest, NearestName.To(written, ["calls", "case", "persistency"]));

    [Fact]
    public void Of_equally_near_names_the_first_counts() => Assert.Equal("hat", NearestName.To("cat", ["hat", "bat"]));

    [Theory]
    [InlineData("premium", "calls")]
    [InlineData("", "calls")]
    [InlineData("cxyz", "call")] // three of four letters differ
    public void Is_nothing_when_more_than_half_would_have_to_change(string written, string known) =>
        Assert.Null(NearestName.To(written, [known]));

    [Fact]
    public void Half_of_the_letters_may_differ() => Assert.Equal("call", NearestName.To("caxy", ["call"]));

    [Fact]
    public void Is_nothing_when_nothing_is_known() => Assert.Null(NearestName.To("calls", []));

    [Fact]
    public void A_reason_names_the_nearest_only_where_one_is_near_and_the_known_ones_only_where_there_are_any()
    {
        Assert.Equal("x (value: casez, nearest: cases, known: calls, cases)", NearestName.ReasonFor("x", "casez", ["cases", "calls"]).ToString());
        Assert.Equal("x (value: premium, known: calls, cases)", NearestName.ReasonFor("x", "premium", ["cases", "calls"]).ToString());
        Assert.Equal("x (value: premium)", NearestName.ReasonFor("x", "premium", []).ToString());
    }

    [Theory]
    [InlineData(20, "n19")]
    [InlineData(21, "n19, …")]
    public void Of_many_known_names_twenty_are_listed(int names, string end) => Assert.EndsWith(
        end, NearestName.ReasonFor("x", "premium", Enumerable.Range(0, names).Select(n => $"n{n:00}"))["known"].Text, StringComparison.Ordinal);
}

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
}

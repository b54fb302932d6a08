namespace ActivityMgmt.Kpi.Tests;

public class RankedTests
{
    private static readonly Fact[] Scores = [.. new[] { 7, 3, 10, 8, 9 }.Select((score, i) => Facts.Survey($"2026-07-0{i + 1}", score)), Facts.Survey("2026-07-09", 1) with { Score = null }, Facts.Survey("2026-08-01", 0)];

    // Sorted: 3, 7, 8, 9, 10. Nearest rank: the smallest that at least so many percent are not above.
    [Theory]
    [InlineData("\"kind\": \"minimum\"", 3)]
    [InlineData("\"kind\": \"maximum\"", 10)]
    [InlineData("\"kind\": \"percentile\", \"percent\": 50", 8)]
    [InlineData("\"kind\": \"percentile\", \"percent\": 20", 3)] // exactly one of five
    [InlineData("\"kind\": \"percentile\", \"percent\": 20.1", 7)]
    [InlineData("\"kind\": \"percentile\", \"percent\": 0.5", 3)]
    [InlineData("\"kind\": \"percentile\", \"percent\": 90", 10)]
    [InlineData("\"kind\": \"percentile\", \"percent\": 100", 10)]
    public void Chooses_one_of_the_numbers(string kind, int expected) =>
        Assert.Equal(Quantity.Of(expected, Unit.Score), Assert.IsType<Reading.Measured>(Kpis.Read($"{kind}, \"facts\": \"feedback\", \"of\": \"score\"", Scores)).Value);

    // The lower of the two in the middle.
    [Fact]
    public void The_median_of_an_even_number_is_one_of_them() =>
        Assert.Equal(7m, Kpis.Value(Kpis.Read(""" "kind": "percentile", "percent": 50, "facts": "feedback", "of": "score" """, Scores[..4])));

    [Fact]
    public void Has_no_data_without_a_number() =>
        Assert.Equal("kpi.no-numbers", Assert.IsType<Reading.NoData>(Kpis.Read(""" "kind": "minimum", "facts": "feedback", "of": "score" """, Scores[5..])).Reason.Code);
}

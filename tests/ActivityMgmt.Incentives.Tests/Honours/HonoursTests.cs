namespace ActivityMgmt.Incentives.Tests.Titles;

public class HonoursTests
{
    private const string Rules = """
        { "id": "titles", "version": 1, "effective": "2026-01-01/..",
          "titles": [ { "id": "star", "name": { "en": "Star", "zh": "之星" },
            "routes": [
              { "id": "premium", "conditions": [ { "measure": "fyp", "lookBack": 3, "atLeast": 184000 } ] },
              { "id": "commission", "conditions": [ { "measure": "fyc", "lookBack": 3, "atLeast": 92000 } ] } ],
            "quality": { "measure": "persistency", "lookBack": 3, "atLeast": 0.9 } } ] }
        """;

    [Theory] // I15: any one route, not a mixture
    [InlineData(184_000, 0, "premium")]
    [InlineData(0, 92_000, "commission")]
    [InlineData(183_999, 91_999, null)]
    [InlineData(200_000, 100_000, "premium")] // the first of the document
    public void Any_one_route_leads_to_the_title(decimal fyp, decimal fyc, string? route) => Assert.Equal(route, Award(fyp, fyc, 0.9m)?.Route);

    [Theory]
    [InlineData("0.9", TitleStatus.Confirmed)]
    [InlineData(null, TitleStatus.Provisional)]
    [InlineData("0.899", null)]
    public void The_title_is_provisional_until_its_quality_is_known(string? persistency, TitleStatus? expected) =>
        Assert.Equal(expected, Award(184_000, 0, persistency is null ? null : decimal.Parse(persistency, System.Globalization.CultureInfo.InvariantCulture))?.Status);

    [Fact]
    public void One_title_is_awarded_once_under_one_key() => Assert.Equal("2026Q3/star/E1", Award(184_000, 92_000, 0.9m)!.Key);

    private static TitleAward? Award(decimal fyp, decimal fyc, decimal? persistency)
    {
        var readings = new TestReadings(Some.Book()).Stating("fyp", fyp).Stating("fyc", fyc).Stating("persistency", persistency, Unit.Ratio);
        return Honours.Award(readings, IncentiveRules.Read(Plans.Text(Rules, DocumentKinds.Incentives), readings.Measures), [Some.Agent, Some.Agent], Some.Q3, FiscalCalendars.Gregorian).SingleOrDefault();
    }
}

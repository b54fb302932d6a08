namespace ActivityMgmt.Import.Tests;

/// <summary>Berlin, 2026: clocks go forward on 29 March at 02:00, back on 25 October at 03:00.</summary>
public class LocalTimeTests
{
    private static Export Berlin(string time, string localTimes = "lenient") =>
        Export.WithActivities($"A1,E1,TEL,{time},30\n").Head($"timeZone = \"Europe/Berlin\"; localTimes = \"{localTimes}\"");

    [Theory]
    [InlineData("2026/03/29 01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026/03/29 02:30", "2026-03-29T01:30:00Z")] // skipped: read as 03:30, the gap's length later
    [InlineData("2026/03/29 03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026/10/25 02:30", "2026-10-25T00:30:00Z")] // twice: the earlier
    [InlineData("2026/10/25 03:00", "2026-10-25T02:00:00Z")]
    public void Lenient_reading_moves_a_skipped_time_on_and_takes_the_earlier_of_two(string written, string instant)
    {
        using var export = Berlin(written);

        Assert.Equal(instant, Assert.Single(export.Facts().OfType<ActivityFact>()).StartedAt.ToString());
    }

    [Theory]
    [InlineData("2026/03/29 02:30", "import.wrong-date.skipped")]
    [InlineData("2026/10/25 02:30", "import.wrong-date.ambiguous")]
    public void Strict_reading_rejects_both(string written, string code)
    {
        using var export = Berlin(written, "strict");

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Equal((code, "wrong-date", "start_time"), (reject.Reason.Code, reject.Code, reject.Place.Column));
    }

    [Fact]
    public void The_date_of_an_activity_is_the_local_date_in_the_zone()
    {
        var withOffset = Export.ActivityFile.Replace("yyyy/MM/dd HH:mm", "uuuu-MM-dd'T'HH:mmo<G>", StringComparison.Ordinal);
        using var export = Export.WithActivities("A1,E1,TEL,2026-07-06T23:30Z,30\n").Mapping(Export.AgentFile, withOffset);

        Assert.Equal(new LocalDate(2026, 7, 7), Assert.Single(export.Facts().OfType<ActivityFact>()).Date);
    }

    [Fact]
    public void Date_and_time_may_stand_in_two_columns()
    {
        var twoColumns = Export.ActivityFile.Replace("{ \"column\": \"start_time\", ", "{ \"columns\": [\"start_time\", \"minutes\"], ", StringComparison.Ordinal).Replace("\"minutes\": \"minutes\"", "\"minutes\": { \"constant\": 30 }", StringComparison.Ordinal);
        using var export = Export.WithActivities("A1,E1,TEL,2026/07/06,08:30\n").Mapping(Export.AgentFile, twoColumns);

        Assert.Equal(Instant.FromUtc(2026, 7, 6, 0, 30), Assert.Single(export.Facts().OfType<ActivityFact>()).StartedAt);
    }
}

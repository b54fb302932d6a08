using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class WorkCalendarDocumentTests
{
    private const string China2026 = """
        {
          "id": "china", "version": 1, "effective": "2026-01-01/..", "years": [2026],
          "holidays": [
            { "name": "元旦", "days": "2026-01-01/2026-01-03" }, { "name": "春节", "days": "2026-02-15/2026-02-23" }, { "name": "清明节", "days": "2026-04-04/2026-04-06" },
            { "name": "劳动节", "days": "2026-05-01/2026-05-05" }, { "name": "端午节", "days": "2026-06-19/2026-06-21" }, { "name": "中秋节", "days": "2026-09-25/2026-09-27" },
            { "name": "国庆节", "days": "2026-10-01/2026-10-07" }
          ],
          "makeUpDays": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
        }
        """;

    [Fact]
    public void The_notice_of_2026_as_a_document_is_the_shipped_calendar()
    {
        var calendar = WorkCalendars.Of(Read(China2026));

        Assert.All(Days("2026-01-01", "2026-12-31"), day => Assert.Equal(WorkCalendars.China.IsWorkingDay(day), calendar.IsWorkingDay(day)));
        Assert.Throws<BrokenRuleException>(() => calendar.IsWorkingDay(Day("2025-12-31")));
        Assert.Throws<BrokenRuleException>(() => calendar.IsWorkingDay(Day("2027-01-01")));
    }

    [Fact]
    public void Keeps_what_the_document_says()
    {
        var document = Read("""{ "id": "x", "version": 1, "effective": "2026-01-01/..", "years": [2026, 2027], "weekend": ["friday", "saturday"], "holidays": [ { "days": "2026-03-20" } ], "makeUpDays": ["2026-03-21"] }""");

        Assert.Equal((Days("2026-01-01", "2027-12-31"), Weekdays.Friday | Weekdays.Saturday), (document.Covers, document.Weekend));
        Assert.Equal([new Holiday(null, Days("2026-03-20", "2026-03-20"))], document.Holidays);
        Assert.Equal([Day("2026-03-21")], document.MakeUpDays);
    }

    [Fact]
    public void Holidays_make_up_days_and_weekend_may_be_left_out()
    {
        var calendar = WorkCalendars.Of(Read("""{ "id": "x", "version": 1, "effective": "2026-01-01/..", "years": [2026] }"""));

        Assert.Equal(WorkCalendars.MondayToFriday.WorkingDaysIn(Days("2026-01-01", "2026-12-31")), calendar.WorkingDaysIn(Days("2026-01-01", "2026-12-31")));
    }

    [Fact]
    public void A_week_without_weekend_is_worked_every_day() =>
        Assert.Equal(365, WorkCalendars.Of(Read("""{ "id": "x", "version": 1, "effective": "2026-01-01/..", "years": [2026], "weekend": [] }""")).WorkingDaysIn(Days("2026-01-01", "2026-12-31")));

    [Theory]
    [InlineData("\"years\": []", "work-calendar.no-years", "$.years")]
    [InlineData("\"holidays\": []", "work-calendar.no-years", "$.years")]
    [InlineData("\"years\": [2026, 2028]", "work-calendar.years-in-a-row", "$.years[1]")]
    [InlineData("\"years\": [2026, 2026]", "work-calendar.years-in-a-row", "$.years[1]")]
    [InlineData("\"years\": [0]", "work-calendar.years-in-a-row", "$.years[0]")]
    [InlineData("\"years\": [2026], \"weekend\": [\"sonntag\"]", "document.unknown-value", "$.weekend[0]")]
    [InlineData("\"years\": [2026], \"feasts\": []", "document.unknown-member", "$.feasts")]
    [InlineData("\"years\": [2026], \"holidays\": [ { \"days\": \"2026-13-01\" } ]", "work-calendar.days-form", "$.holidays[0].days")]
    [InlineData("\"years\": [2026], \"holidays\": [ { \"days\": \"2026-10-07/2026-10-01\" } ]", "work-calendar.days-order", "$.holidays[0].days")]
    [InlineData("\"years\": [2026], \"holidays\": [ { \"days\": \"2026-12-31/2027-01-01\" } ]", "work-calendar.not-covered", "$.holidays[0].days")]
    [InlineData("\"years\": [2026], \"holidays\": [ { \"days\": \"2026-05-01/2026-05-05\" }, { \"days\": \"2026-05-05\" } ]", "work-calendar.holiday-twice", "$.holidays[1].days")]
    [InlineData("\"years\": [2026], \"holidays\": [ {} ]", "document.missing", "$.holidays[0].days")]
    [InlineData("\"years\": [2026], \"makeUpDays\": [\"2025-12-28\"]", "work-calendar.not-covered", "$.makeUpDays[0]")]
    [InlineData("\"years\": [2026], \"makeUpDays\": [\"2026-11-25\"]", "work-calendar.make-up-day-is-worked", "$.makeUpDays[0]")]
    [InlineData("\"years\": [2026], \"makeUpDays\": [\"2026-11-28\", \"2026-11-28\"]", "work-calendar.make-up-day-twice", "$.makeUpDays[1]")]
    [InlineData("\"years\": [2026], \"holidays\": [ { \"days\": \"2026-11-28\" } ], \"makeUpDays\": [\"2026-11-28\"]", "work-calendar.make-up-day-is-holiday", "$.makeUpDays[0]")]
    [InlineData("\"years\": [2026], \"makeUpDays\": [7]", "document.wrong-kind", "$.makeUpDays[0]")]
    public void A_mistake_is_told_once_with_its_place(string members, string code, string path)
    {
        var refused = Assert.Throws<DocumentException>(() => Read($$"""{ "id": "x", "version": 1, "effective": "2026-01-01/..", {{members}} }"""));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal((code, path), (problem.Reason.Code, problem.Place.Path));
    }

    [Fact]
    public void Mistakes_are_told_with_line_and_column()
    {
        var refused = Assert.Throws<DocumentException>(() => Read(China2026.Replace("2026-10-10\"]", "2026-10-09\"]", StringComparison.Ordinal)));

        Assert.Equal((8, 88), (Assert.Single(refused.Problems).Place.Line, Assert.Single(refused.Problems).Place.Column));
    }

    private static WorkCalendarDocument Read(string text) => WorkCalendarDocument.Read(new()
    {
        Kind = DocumentKinds.WorkCalendar,
        Id = "x",
        Version = 1,
        EffectiveFrom = Day("2026-01-01"),
        Text = text,
        FileName = "calendar.json",
    });
}

using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class PlausibilityReviewTests
{
    private static readonly DateInterval July = Days("2026-07-01", "2026-07-31");

    [Theory]
    [InlineData("2026-07-21 10:55", 0)] // five minutes
    [InlineData("2026-07-21 10:54", 1)]
    public void Overlap(string second, int expected)
    {
        var notices = Review(Outcome(null, id: "V1"), Outcome(null, at: second, id: "V2"));

        Assert.Equal(Enumerable.Repeat(("plausibility.overlap:Activity:crm/V1-Activity:crm/V2", Severity.Warn), expected), notices.Select(n => (n.Key, n.Finding.Severity)));
    }

    [Fact]
    public void Missed_activities_and_other_agents_overlap_nothing() =>
        Assert.Empty(Review(Outcome(null, id: "V1"), Outcome(null, "missed", id: "V2"), Did("A2", "interview", "2026-07-21 10:00")));

    // 0.18 degrees on the equator are 20.015 km: at 120 km/h 10.008 minutes.
    [Theory]
    [InlineData("2026-07-21 11:10", 1)]
    [InlineData("2026-07-21 11:11", 0)]
    public void Travel(string second, int expected) =>
        Assert.Equal(
            Enumerable.Repeat("plausibility.travel", expected),
            Codes(Review(Outcome(null, id: "V1") with { Place = new(0m, 121m) }, Outcome(null, at: second, id: "V2") with { Place = new(0m, 121.18m) })));

    [Theory]
    [InlineData(0.0179, 0)] // 1.99 km count as one place
    [InlineData(0.0180, 1)] // 2.0015 km
    public void Places_close_by_are_one(double degrees, int expected) =>
        Assert.Equal(
            expected,
            Review(Outcome(null, id: "V1") with { Place = new(0m, 121m) }, Outcome(null, at: "2026-07-21 11:00", id: "V2") with { Place = new(0m, 121m + (decimal)degrees) }).Count);

    [Theory]
    [InlineData(7, 0, 0)]
    [InlineData(8, 0, 1)]
    [InlineData(8, 1, 0)] // the last one comes a minute too late
    public void Burst(int records, int late, int expected)
    {
        var entered = At("2026-07-21 20:00");
        Fact[] facts = [.. Enumerable.Range(0, records).Select(i => Did("A1", "call", $"2026-07-21 {9 + i:00}:00", id: $"V{i}") with
        {
            RecordedAt = entered + Duration.FromMinutes(i == records - 1 ? 10 + late : i),
        })];

        Assert.Equal(Enumerable.Repeat("plausibility.burst", expected), Codes(Review(facts)));
        Assert.Empty(Review([.. facts.Cast<ActivityFact>().Select(f => f with { EvidenceLevel = EvidenceLevel.SystemCaptured })]));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void Copied_notes(int same, int expected)
    {
        Fact[] facts = [.. Enumerable.Range(0, same).Select(i => Did("A1", "call", $"2026-07-2{i} 09:00") with { NoteDigest = "d1" }), Did("A1", "call", "2026-07-25 09:00")];

        Assert.Equal(Enumerable.Repeat("plausibility.copied-notes", expected), Codes(Review(facts)));
    }

    [Theory]
    [InlineData("2026-07-24 23:59", 0)] // the third day
    [InlineData("2026-07-25 00:00", 1)]
    public void Late_entry(string recorded, int expected) =>
        Assert.Equal(Enumerable.Repeat("plausibility.late-entry", expected), Codes(Review(Outcome(null) with { RecordedAt = At(recorded) })));

    [Theory]
    [InlineData("2026-07-30", Audience.Agent)]
    [InlineData("2026-08-02", Audience.Agent)] // three days to answer
    [InlineData("2026-08-03", Audience.Manager)]
    public void The_agent_sees_it_first_and_has_days_to_answer(string on, Audience audience)
    {
        var notice = Review(Outcome(null) with { RecordedAt = At("2026-07-30 09:00") })[0];

        Assert.Equal(audience, notice.AudienceOn(Day(on), new()));
        Assert.Equal(audience, notice.With(new PlausibilityAnswer(new("A1"), Day("2026-07-30"), "phone was broken")).AudienceOn(Day(on), new()));
    }

    [Fact]
    public void The_same_finding_has_the_same_key_however_many_records_it_is_about_and_whichever_period_is_asked_for()
    {
        Fact[] notes = [.. Enumerable.Range(1, 4).Select(i => Did("A1", "call", $"2026-07-2{i} 09:00", id: $"N{i}") with { NoteDigest = "d1" })];
        Fact[] typed = [.. Enumerable.Range(0, 9).Select(i => Did("A1", "call", $"2026-07-1{i} 09:00", id: $"V{i}") with { RecordedAt = At("2026-07-19 20:00") + Duration.FromMinutes(i) })];

        Assert.Equal(["plausibility.copied-notes:A1/2026-07/d1"], Review(notes[..3]).Select(n => n.Key));
        Assert.Equal(["plausibility.copied-notes:A1/2026-07/d1"], Review(notes).Select(n => n.Key));
        Assert.Equal((3, 4), (Review(notes[..3])[0].Facts.Count, Review(notes)[0].Facts.Count));
        Assert.Contains("plausibility.burst:Activity:crm/V0", Review(typed[..8]).Select(n => n.Key));
        Assert.Equal(
            Review(typed).Where(n => n.Finding.Reason.Code == "plausibility.burst").Select(n => n.Key),
            PlausibilityReview.Review(Book(typed), Id("A1"), Days("2026-07-18", "2026-07-31"), Day("2026-07-30"), Shanghai, new()).Where(n => n.Finding.Reason.Code == "plausibility.burst").Select(n => n.Key));
        Assert.Empty(PlausibilityReview.Review(Book(typed), Id("A1"), Days("2026-08-01", "2026-08-31"), Day("2026-08-30"), Shanghai, new()));
    }

    [Fact]
    public void Notes_are_compared_within_a_calendar_month() =>
        Assert.Empty(Review([.. ((string[])["2026-06-30", "2026-07-01", "2026-07-02"]).Select(d => Did("A1", "call", $"{d} 09:00") with { NoteDigest = "d1" })]));

    [Fact]
    public void It_never_blocks() =>
        Assert.Throws<ArgumentException>(() => Review(Outcome(null) with { RecordedAt = At("2026-07-30 09:00") })[0] with { Finding = new(Severity.Block, Because) });

    [Fact]
    public void The_same_records_give_the_same_notices_in_any_order() =>
        Gen.Select(Gen.Int[0, 59].Array[0, 12], Gen.Int[0, int.MaxValue]).Sample((minutes, seed) =>
        {
            Fact[] facts = [.. minutes.Select((m, i) => Outcome(null, at: $"2026-07-21 10:{m:00}", id: $"V{i}") with { RecordedAt = At($"2026-07-27 20:{m:00}"), NoteDigest = $"d{m % 3}" })];
            var random = new Random(seed);

            Assert.Equal(Review(facts).Select(n => n.Key), Review([.. facts.OrderBy(_ => random.Next())]).Select(n => n.Key));
            Assert.DoesNotContain(Review(facts), n => n.Finding.Severity == Severity.Block);
            Assert.Equal(Review(facts).Count, Review(facts).Select(n => n.Key).Distinct().Count());
        });

    [Fact]
    public void A_period_shows_what_a_review_of_all_time_finds_there()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var policies = new PlausibilityPolicies { BurstRecords = 3, CopiedNotes = 2 };
        var activity =
            from start in Gen.Int[0, 40 * 24 * 2] // half hours from 20 June to the end of July
            from minutes in Gen.OneOfConst<int?>(null, 0, 45, 600)
            from place in Gen.OneOfConst<decimal?>(null, 0m, 0.18m, 5m)
            from note in Gen.OneOfConst<string?>(null, "a", "b")
            from entered in Gen.Select(Gen.Int[0, 3], Gen.Int[0, 30], (day, minute) => day == 3 ? (Instant?)null : At("2026-07-10 09:00") + Duration.FromDays(10 * day) + Duration.FromMinutes(minute))
            from level in Gen.OneOfConst(EvidenceLevel.SelfReported, EvidenceLevel.SystemCaptured)
            select (start, minutes, place, note, entered, level);
        Gen.Select(activity.Array[0, 25], Gen.Int[0, 40], Gen.Int[0, 9]).Sample((rows, first, length) =>
        {
            var book = Book([.. rows.Select((r, i) =>
            {
                var at = At("2026-06-20 00:00") + Duration.FromMinutes(30 * r.start);
                return (Fact)(Did("A1", "visit", id: $"V{i}") with
                {
                    StartedAt = at, Date = at.InZone(Shanghai).Date, Minutes = r.minutes, NoteDigest = r.note, RecordedAt = r.entered, EvidenceLevel = r.level,
                    Place = r.place is { } longitude ? new GeoPoint(0m, 121m + longitude) : null,
                });
            })]);
            var period = new DateInterval(Day("2026-06-20").PlusDays(first), Day("2026-06-20").PlusDays(first + length));

            var expected = All(Days("2026-01-01", "2026-12-31")).Where(n => n.Facts.Any(f => period.Contains(book.Find(f.Key)!.Date))).ToArray();
            var found = All(period);

            Assert.Equal(expected.Select(n => (n.Key, n.Finding)), found.Select(n => (n.Key, n.Finding)));
            Assert.Equal(expected.SelectMany(n => n.Facts), found.SelectMany(n => n.Facts));
            foreach (var notice in found)
            {
                seen.AddOrUpdate(notice.Finding.Reason.Code, 1, (_, count) => count + 1);
            }

            IReadOnlyList<PlausibilityNotice> All(DateInterval days) => PlausibilityReview.Review(book, Id("A1"), days, Day("2026-08-15"), Shanghai, policies);
        }, iter: 2_000);

        Assert.Equal(["plausibility.burst", "plausibility.copied-notes", "plausibility.late-entry", "plausibility.overlap", "plausibility.travel"], seen.Where(s => s.Value > 20).Select(s => s.Key).Order());
    }

    private static IReadOnlyList<PlausibilityNotice> Review(params Fact[] facts) =>
        PlausibilityReview.Review(Book(facts), Id("A1"), July, Day("2026-07-30"), Shanghai, new());

    private static IEnumerable<string> Codes(IEnumerable<PlausibilityNotice> notices) => notices.Select(n => n.Finding.Reason.Code);
}

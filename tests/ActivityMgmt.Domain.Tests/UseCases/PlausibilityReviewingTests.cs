using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class PlausibilityReviewingTests
{
    private const string Overlap = "plausibility.overlap:Activity:crm/V1-Activity:crm/V2";
    private static readonly DateInterval July = Days("2026-07-01", "2026-07-31");
    private static readonly CallContext Agent = new(new("tenant"), new("A1"));

    private readonly InMemoryFactStore _facts = new();
    private readonly WatchedRepository<PlausibilityNotice> _notices = new();
    private readonly InMemoryEdge _edge;

    public PlausibilityReviewingTests()
    {
        _edge = new(_notices);
        _facts.Add(Joined("A1"), Assigned("A1", "T1"), Joined("A2"), Assigned("A2", "T1"), Joined("L1"), Assigned("L1", "T1", leads: true), Joined("L2"), Assigned("L2", "T2", leads: true));
        _facts.Add(Outcome(null, id: "V1"), Outcome(null, at: "2026-07-21 10:30", id: "V2"));
    }

    private PlausibilityReviewing Reviewing => new(_edge.Edge, _facts, _notices, new());

    [Fact]
    public async Task What_looks_odd_is_kept_with_its_day_told_once_and_counted()
    {
        var first = await Review("2026-07-22");
        var again = await Review("2026-07-23");

        var notice = Assert.Single(_notices.All);
        Assert.Equal((Overlap, Id("A1"), "2026-07", Day("2026-07-22")), (notice.Key, notice.Agent, notice.Partition, notice.NoticedOn));
        Assert.Equal((new PlausibilityTally(1, 0, 1), new PlausibilityTally(0, 0, 1)), (first, again));
        Assert.Equal([new PlausibilityNoticed(Overlap, Id("A1"), "plausibility.overlap", Day("2026-07-22"))], _edge.Events.Select(e => e.Event));
        Assert.Equal(1, _notices.Writes);
    }

    [Theory]
    [InlineData("A1", "2026-07-22", 1)] // whose records they are
    [InlineData("L1", "2026-07-25", 0)] // the last of three days to answer
    [InlineData("L1", "2026-07-26", 1)]
    public async Task The_agent_sees_it_at_once_and_the_leader_when_the_days_to_answer_are_over(string actor, string on, int expected)
    {
        await Review("2026-07-22");
        _edge.Access = new OrganisationAccessPolicy(new OrganisationsOf(_facts), new());

        var seen = await Reviewing.ReadAsync(new(new("tenant"), new(actor)), Id("A1"), new(2026, 7), Day(on), default).OrThrow();

        Assert.Equal(Enumerable.Repeat(Overlap, expected), seen.Select(n => n.Key));
    }

    [Theory]
    [InlineData("A2")] // a colleague
    [InlineData("L2")] // leads another team
    public async Task Who_may_not_see_the_agents_activities_is_refused(string actor)
    {
        await Review("2026-07-22");
        _edge.Access = new OrganisationAccessPolicy(new OrganisationsOf(_facts), new());

        var result = await Reviewing.ReadAsync(new(new("tenant"), new(actor)), Id("A1"), new(2026, 7), Day("2026-08-20"), default);

        Assert.Equal(
            new NobodyActsOutsideTheirScopeRule(new(actor), AccessAction.See, DataKind.Activities, Subject.Of(Id("A1")), Day("2026-07-01")),
            Assert.IsType<UseCaseResult<IReadOnlyList<PlausibilityNotice>>.Refused>(result).Rule);
    }

    [Fact]
    public async Task A_leader_may_not_have_records_reviewed_and_so_learns_of_no_notice_early()
    {
        _edge.Access = new OrganisationAccessPolicy(new OrganisationsOf(_facts), new());

        var result = await Reviewing.ReviewAsync(new(new("tenant"), new("L1")), July, _ => Shanghai, Day("2026-07-22"), default);

        Assert.IsType<NobodyActsOutsideTheirScopeRule>(Assert.IsType<UseCaseResult<PlausibilityTally>.Refused>(result).Rule);
        Assert.Empty(_notices.All);
    }

    [Fact]
    public async Task The_agent_answers_in_their_own_name_and_the_same_again_changes_nothing()
    {
        await Review("2026-07-22");

        await Answer("one visit with two customers", "2026-07-23");
        await Answer("one visit with two customers", "2026-07-23");
        await Answer("both sat at one table", "2026-07-24");
        await Review("2026-07-25");

        var notice = Assert.Single(_notices.All);
        Assert.Equal(new PlausibilityAnswer(new("A1"), Day("2026-07-24"), "both sat at one table"), notice.Answer);
        Assert.Equal((Day("2026-07-22"), 3), (notice.NoticedOn, _notices.Writes));
        Assert.Equal(2, _edge.Events.Count(e => e.Event is PlausibilityAnswered));
    }

    [Theory]
    [InlineData("L1", Overlap)]
    [InlineData("A1", "plausibility.overlap:of-nobody")]
    public async Task Nobody_answers_for_somebody_else_nor_learns_whether_there_is_a_notice(string actor, string key)
    {
        await Review("2026-07-22");

        var result = await Reviewing.AnswerAsync(new(new("tenant"), new(actor)), key, Day("2026-07-23"), "it was so", default);

        Assert.Equal(new OnlyOnesOwnNoticeIsAnsweredRule(key, new(actor)), Assert.IsType<UseCaseResult<PlausibilityNotice>.Refused>(result).Rule);
        Assert.Null(Assert.Single(_notices.All).Answer);
    }

    [Fact]
    public async Task An_empty_answer_is_an_error_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Reviewing.AnswerAsync(Agent, Overlap, Day("2026-07-23"), " ", default));

    [Theory]
    [InlineData("2026-07-25", Audience.Agent)] // within the days to answer: stays between the agent and the record
    [InlineData("2026-07-26", Audience.Manager)]
    public async Task A_corrected_record_settles_it(string on, Audience later)
    {
        await Review("2026-07-22");
        _facts.Add(Revised("2026-07-21 14:00", 2));

        var tally = await Review(on);

        var notice = Assert.Single(_notices.All);
        Assert.Equal((new PlausibilityTally(0, 1, 0), Day(on)), (tally, notice.CorrectedOn));
        Assert.Equal(later, notice.AudienceOn(Day("2026-08-31"), new()));
        Assert.Equal(new PlausibilityCorrected(Overlap, Id("A1"), Day(on)), _edge.Events[^1].Event);
        Assert.Equal(new PlausibilityTally(0, 0, 0), await Review(on));
    }

    [Fact]
    public async Task What_looks_odd_again_is_noticed_anew_with_the_answer_of_before()
    {
        await Review("2026-07-22");
        await Answer("a typing error", "2026-07-22");
        _facts.Add(Revised("2026-07-21 14:00", 2));
        await Review("2026-07-23");
        _facts.Add(Revised("2026-07-21 10:20", 3));

        var tally = await Review("2026-07-27");

        var notice = Assert.Single(_notices.All);
        Assert.Equal((1, Day("2026-07-27"), (LocalDate?)null, "a typing error"), (tally.Noticed, notice.NoticedOn, notice.CorrectedOn, notice.Answer?.Text));
        Assert.Equal("40", notice.Finding.Reason["minutes"].Text);
    }

    [Fact]
    public async Task A_record_that_is_revised_and_still_odd_keeps_its_day_and_shows_the_numbers_of_now()
    {
        await Review("2026-07-22");
        _facts.Add(Revised("2026-07-21 10:20", 2));

        var tally = await Review("2026-07-24");

        var notice = Assert.Single(_notices.All);
        Assert.Equal((0, 1, Day("2026-07-22")), (tally.Noticed, tally.Standing, notice.NoticedOn));
        Assert.Equal("40", notice.Finding.Reason["minutes"].Text);
    }

    [Fact]
    public async Task A_review_of_fewer_days_corrects_nothing_that_lies_outside()
    {
        await Review("2026-07-22");
        _facts.Add(Revised("2026-07-21 14:00", 2));

        await Reviewing.ReviewAsync(Branch.Call, Days("2026-07-22", "2026-07-31"), _ => Shanghai, Day("2026-07-24"), default).OrThrow();

        Assert.Null(Assert.Single(_notices.All).CorrectedOn);
    }

    [Fact]
    public async Task A_group_that_grows_is_noticed_anew_and_one_seen_through_a_smaller_window_is_not()
    {
        _facts.Add([.. Enumerable.Range(1, 3).Select(Copied)]);
        await Review("2026-07-22");
        _facts.Add(Copied(4));

        var grown = await Review("2026-07-23");
        await Reviewing.ReviewAsync(Branch.Call, Days("2026-07-02", "2026-07-31"), _ => Shanghai, Day("2026-07-24"), default).OrThrow();

        Assert.Equal(new PlausibilityTally(1, 0, 2), grown);
        Assert.Equal(
            [("plausibility.copied-notes:A2/2026-07/d1", Day("2026-07-23"), 4)],
            _notices.All.Where(n => n.Key.Contains("copied", StringComparison.Ordinal)).Select(n => (n.Key, n.NoticedOn, n.Facts.Count)));
    }

    private static ActivityFact Copied(int n) => Did("A2", "call", $"2026-07-0{n} 09:00", id: $"N{n}") with { NoteDigest = "d1" };

    private static ActivityFact Revised(string at, int revision) => Outcome(null, at: at, id: "V2") with { Origin = new("crm", "V2", revision) };

    private Task<PlausibilityTally> Review(string on) => Reviewing.ReviewAsync(Branch.Call, July, _ => Shanghai, Day(on), default).OrThrow();

    private Task<PlausibilityNotice> Answer(string text, string on) => Reviewing.AnswerAsync(Agent, Overlap, Day(on), text, default).OrThrow();
}

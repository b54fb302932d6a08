using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.OrganisationFacts;

namespace ActivityMgmt.Domain.Tests;

public class RecruitingTests
{
    private static readonly CandidateId C1 = new("C1");

    private static readonly Fact[] WholeWay =
    [
        Candidate("C1", RecruitStage.Candidate, "2026-01-10"),
        Candidate("C1", RecruitStage.Interview, "2026-01-20"),
        Candidate("C1", RecruitStage.Exam, "2026-02-01"),
        Candidate("C1", RecruitStage.Contract, "2026-02-15", agent: "A1"),
        Candidate("C1", RecruitStage.Regular, "2026-05-15", agent: "A1"),
    ];

    [Theory]
    [InlineData("2026-01-09", null, null)]
    [InlineData("2026-01-10", RecruitStage.Candidate, "2026-01-10")]
    [InlineData("2026-02-14", RecruitStage.Exam, "2026-02-01")]
    [InlineData("2026-02-15", RecruitStage.Contract, "2026-02-15")]
    [InlineData("2026-12-31", RecruitStage.Regular, "2026-05-15")]
    public void A_candidate_is_at_the_stage_of_the_last_step_by_the_day(string date, RecruitStage? stage, string? since)
    {
        var found = new Recruiting(Book(WholeWay)).Find(C1, Day(date));

        Assert.Equal((stage, MaybeDay(since)), (found?.Stage, found?.Since));
    }

    [Fact]
    public void Every_step_that_the_life_cycle_lists_is_taken_and_every_other_one_is_a_finding()
    {
        foreach (var (from, to) in from a in Enum.GetValues<RecruitStage>() from b in Enum.GetValues<RecruitStage>() select (a, b))
        {
            var way = WayTo(from).Select((s, i) => (Fact)Candidate("C1", s, $"2026-01-{i + 1:00}")).ToArray();
            var found = new Recruiting(Book([.. way, Candidate("C1", to, "2026-02-01")])).Find(C1, Day("2026-02-01"))!;

            if (LifeCycles.Recruiting.Allows(from, to))
            {
                Assert.Equal(to, found.Stage);
                Assert.Empty(found.Findings);
                continue;
            }

            Assert.Equal(from, found.Stage);
            var finding = Assert.Single(found.Findings);
            Assert.Equal(
                ("recruiting.step-not-listed", $"recruiting.stage.{from}", $"recruiting.stage.{to}", "2026-02-01"),
                (finding.Reason.Code, finding.Reason["from"].Text, finding.Reason["to"].Text, finding.Reason["date"].Text));
        }
    }

    [Fact]
    public void A_skipped_stage_holds_the_candidate_back_until_its_fact_arrives()
    {
        var without = WholeWay.Where(f => f is not RecruitFact { Stage: RecruitStage.Exam }).ToArray();

        var before = new Recruiting(Book(without)).Find(C1, Day("2026-12-31"))!;
        var after = new Recruiting(Book(WholeWay)).Find(C1, Day("2026-12-31"))!;

        Assert.Equal((RecruitStage.Interview, 2, (AgentId?)null), (before.Stage, before.Findings.Count, before.Agent));
        Assert.Equal((RecruitStage.Regular, 0, Id("A1")), (after.Stage, after.Findings.Count, after.Agent!.Value));
    }

    [Fact]
    public void A_company_without_exams_gives_a_life_cycle_of_its_own()
    {
        var own = new LifeCycle<RecruitStage>(
            "short", [RecruitStage.Candidate], new(RecruitStage.Candidate, "interview", RecruitStage.Interview), new(RecruitStage.Interview, "sign", RecruitStage.Contract));
        var facts = WholeWay.Where(f => f is RecruitFact { Stage: not (RecruitStage.Exam or RecruitStage.Regular) }).ToArray();

        var found = new Recruiting(Book(facts), own).Find(C1, Day("2026-12-31"))!;

        Assert.Equal((RecruitStage.Contract, 0), (found.Stage, found.Findings.Count));
    }

    [Fact]
    public void A_first_fact_that_is_no_start_gives_no_stage()
    {
        var found = new Recruiting(Book(WholeWay[1..])).Find(C1, Day("2026-12-31"))!;

        Assert.Null(found.Stage);
        Assert.Equal(["recruiting.not-a-start", "recruiting.not-a-start", "recruiting.not-a-start", "recruiting.not-a-start"], found.Findings.Select(f => f.Reason.Code));
        Assert.Empty(new Recruiting(Book(WholeWay[1..])).Ageing(Day("2026-12-31")));
    }

    [Fact]
    public void The_order_of_arrival_never_matters() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 2], Gen.Enum<RecruitStage>(), Gen.Int[0, 20], (c, stage, day) => (Fact)Candidate($"C{c}", stage, "2026-01-01", sequence: day) with
            {
                Date = NewYear.PlusDays(day),
                Origin = new("crm", $"{c}-{stage}-{day}", Sequence: day % 3),
            }).List[0, 20],
            Gen.Int[0, 1000]).Sample(
            (facts, seed) =>
            {
                var one = new Recruiting(FactBook.Of(facts)).AsOf(NewYear.PlusDays(30));
                var other = new Recruiting(FactBook.Of(facts.OrderBy(f => HashCode.Combine(f.Key, seed)).Concat(facts))).AsOf(NewYear.PlusDays(30));

                Assert.Equal(one.Select(p => (p.Candidate, p.Stage, p.Since, p.Recruiter, p.Steps.Count)), other.Select(p => (p.Candidate, p.Stage, p.Since, p.Recruiter, p.Steps.Count)));
                Assert.Equal(one.SelectMany(p => p.Findings), other.SelectMany(p => p.Findings));
            },
            iter: 200);

    [Fact]
    public void Ageing_counts_from_the_first_day_at_the_stage_the_longest_first()
    {
        var recruiting = new Recruiting(Book(
            Candidate("C1", RecruitStage.Candidate, "2026-01-10"), Candidate("C1", RecruitStage.Interview, "2026-01-20"), Candidate("C1", RecruitStage.Interview, "2026-01-25"),
            Candidate("C2", RecruitStage.Candidate, "2026-01-15"),
            Candidate("C3", RecruitStage.Candidate, "2026-01-01"), Candidate("C3", RecruitStage.Dropped, "2026-01-02")));

        Assert.Equal([("C2", 16), ("C1", 11)], recruiting.Ageing(Day("2026-01-31")).Select(a => (a.Candidate.Value, a.Days)));
    }

    [Fact]
    public void Conversion_counts_those_who_entered_a_stage_in_the_period_by_recruiter()
    {
        var recruiting = new Recruiting(Book(
        [
            .. WholeWay,
            Candidate("C2", RecruitStage.Candidate, "2026-01-31"), Candidate("C2", RecruitStage.Dropped, "2026-02-10"),
            Candidate("C3", RecruitStage.Candidate, "2026-02-01"), Candidate("C3", RecruitStage.Interview, "2026-02-02"),
            Candidate("C4", RecruitStage.Candidate, "2026-01-01", "Q"), Candidate("C4", RecruitStage.Interview, "2026-02-20", "Q"),
        ]));

        var all = recruiting.Conversion(RecruitStage.Candidate, RecruitStage.Interview, Days("2026-01-01", "2026-01-31"), Day("2026-12-31"));
        var ofR = recruiting.Conversion(RecruitStage.Candidate, RecruitStage.Interview, Days("2026-01-01", "2026-01-31"), Day("2026-12-31"), Id("R"));

        Assert.Equal((3, 2, Quantity.Ratio(2m, 3m)), (all.Cohort, all.Reached, all.Rate!.Value));
        Assert.Equal((2, 1, Quantity.Ratio(1m, 2m)), (ofR.Cohort, ofR.Reached, ofR.Rate!.Value));
        Assert.Equal(9, all.Evidence.Facts.Count);
        Assert.Null(recruiting.Conversion(RecruitStage.Exam, RecruitStage.Contract, Days("2025-01-01", "2025-01-31"), Day("2026-12-31")).Rate);
    }

    [Theory]
    [InlineData(3, "2026-05-14", 0, 0)] // still open
    [InlineData(3, "2026-05-15", 1, 0)] // three months to the day
    [InlineData(2, "2026-04-15", 0, 0)] // the last day is still in time
    [InlineData(2, "2026-04-16", 0, 1)]
    public void Conversion_to_regular_is_open_until_the_months_are_over(int months, string asOf, int reached, int missed)
    {
        var count = new Recruiting(Book(WholeWay)).ConversionToRegular(Days("2026-02-01", "2026-02-28"), months, Day(asOf));

        Assert.Equal((1, reached, missed), (count.Cohort, count.Reached, count.Missed));
        Assert.Equal(reached + missed == 0 ? null : Quantity.Ratio(reached, 1m), count.Rate);
    }

    private static IReadOnlyList<RecruitStage> WayTo(RecruitStage stage) => stage == RecruitStage.Dropped
        ? [RecruitStage.Candidate, RecruitStage.Dropped]
        : [.. Enum.GetValues<RecruitStage>().TakeWhile(s => s <= stage)];
}

namespace ActivityMgmt.Incentives.Tests.Ranks;

public class RankAssessmentTests
{
    private static readonly LocalDate AsOf = new(2026, 9, 30);

    // I7 and I8 with Q = 1,000.
    private const string Rules = """
        { "id": "rules", "version": 1, "effective": "2026-01-01/..", "ranks": ["A1", "A2", "A3"], "endAfterMisses": 2,
          "rules": [
            { "rank": "A1", "maintain": { "conditions": [ { "measure": "cases", "lookBack": 3, "atLeast": 3 } ] } },
            { "rank": "A2",
              "promote": { "rankMonths": 6, "conditions": [
                { "measure": "fyc6", "lookBack": 6, "atLeast": 20000 }, { "measure": "cases6", "lookBack": 6, "atLeast": 24 },
                { "measure": "persistency", "lookBack": 6, "atLeast": 0.8 }, { "measure": "exam", "lookBack": 6, "atLeast": 1 } ] },
              "maintain": { "needs": 2, "leaveExempt": true, "conditions": [
                { "measure": "fyc", "lookBack": 3, "atLeast": 1000 }, { "measure": "cases", "lookBack": 3, "atLeast": 3 }, { "measure": "persistency", "lookBack": 3, "atLeast": 0.8 } ] } } ] }
        """;

    [Theory] // I7: any two of three
    [InlineData(1_000, 3, 0.5, RankOutcome.Maintain)] // at both limits
    [InlineData(1_000, 2, 0.8, RankOutcome.Maintain)]
    [InlineData(999, 3, 0.8, RankOutcome.Maintain)]
    [InlineData(999, 2, 0.8, RankOutcome.Demote)]
    [InlineData(5_000, 2, 0.79, RankOutcome.Demote)]
    public void Maintenance_needs_two_of_three(decimal fyc, decimal cases, decimal persistency, RankOutcome expected) =>
        Assert.Equal(expected, Assess(fyc: fyc, cases: cases, persistency: persistency).Outcome);

    [Theory] // I8: all have to pass
    [InlineData(20_000, 24, 0.8, 1, "2024-01-01", RankOutcome.Promote)]
    [InlineData(19_999, 24, 0.8, 1, "2024-01-01", RankOutcome.Maintain)]
    [InlineData(20_000, 23, 0.8, 1, "2024-01-01", RankOutcome.Maintain)]
    [InlineData(20_000, 24, 0.8, 0, "2024-01-01", RankOutcome.Maintain)]
    [InlineData(20_000, 24, 0.8, 1, "2026-04-01", RankOutcome.Promote)] // six months in the rank to the day
    [InlineData(20_000, 24, 0.8, 1, "2026-04-02", RankOutcome.Maintain)]
    public void Promotion_needs_all(decimal fyc6, decimal cases6, decimal persistency, decimal exam, string inRankSince, RankOutcome expected) =>
        Assert.Equal(expected, Assess(fyc: 5_000, cases: 5, persistency: persistency, fyc6: fyc6, cases6: cases6, exam: exam, inRankSince: inRankSince).Outcome);

    [Fact] // I9: two misses in a row
    public void A_second_miss_in_a_row_proposes_the_end()
    {
        var first = Assess(fyc: 0, cases: 0, persistency: 0.9m);
        var second = Assess(fyc: 0, cases: 0, persistency: 0.9m, misses: first.MissesInARow);
        var recovered = Assess(fyc: 5_000, cases: 5, persistency: 0.9m, misses: first.MissesInARow);

        Assert.Equal((RankOutcome.Demote, "A1", 1), (first.Outcome, first.NewRank, first.MissesInARow));
        Assert.Equal((RankOutcome.End, null, 2), (second.Outcome, second.NewRank, second.MissesInARow));
        Assert.Equal(0, recovered.MissesInARow);
    }

    [Theory]
    [InlineData(5_000, 5, RankOutcome.Maintain)] // two pass, the unknown one can't change it
    [InlineData(0, 0, RankOutcome.Demote)] // two fail
    [InlineData(5_000, 0, RankOutcome.Undecided)] // it depends
    public void An_absent_measure_matters_only_where_the_outcome_depends_on_it(decimal fyc, decimal cases, RankOutcome expected) =>
        Assert.Equal(expected, Assess(fyc: fyc, cases: cases, persistency: null).Outcome);

    [Fact]
    public void What_is_missing_is_a_number()
    {
        var missed = Assess(fyc: 400, cases: 2, persistency: 0.9m).Details.Where(d => d.Code == "assessment.condition-missed" && d["period"].Text == "2026-07-01/2026-09-30");

        Assert.Equal(["600 CNY", "1 count"], missed.Select(d => d["missing"].Text));
    }

    [Theory]
    [InlineData("maternity", "2026-08-30", RankOutcome.Maintain)] // 30 days are enough
    [InlineData("maternity", "2026-08-29", RankOutcome.Demote)]
    [InlineData("sick", null, RankOutcome.Maintain)] // no end is known
    [InlineData("annual", "2026-09-30", RankOutcome.Demote)] // not a kind that spares
    public void Leave_spares_the_assessment_as_policy_and_rule_say(string kind, string? until, RankOutcome expected)
    {
        var leave = new LeaveFact { Origin = new("crm", "L1"), Date = new(2026, 8, 1), Agent = Some.Agent, Leave = kind, Until = until is null ? null : Some.Day(until) };

        var proposal = Assess(fyc: 0, cases: 0, persistency: 0, leave: leave);

        Assert.Equal(expected, proposal.Outcome);
        Assert.Equal(expected == RankOutcome.Maintain, proposal.Evidence.Facts.Contains(leave.Reference));
    }

    [Fact]
    public void An_adverse_outcome_is_final_only_by_a_named_person_with_a_reason()
    {
        var proposal = Assess(fyc: 0, cases: 0, persistency: 0);

        Assert.False(proposal.IsFinal);
        Refused("assessment.rule.needs-person", () => proposal.Confirm(CallContext.SystemActor, "nightly", AsOf));
        Refused("assessment.rule.needs-reason", () => proposal.Confirm(new("m.li"), " ", AsOf));
        var confirmed = proposal.Confirm(new("m.li"), "Talked on 5 October.", new(2026, 10, 5));
        Assert.True(confirmed.IsFinal);
        Assert.Equal(new ActorId("m.li"), confirmed.DecidedBy);
        Refused("assessment.rule.decided-once", () => confirmed.Decline(new("m.li"), "Second thoughts.", AsOf));
    }

    [Fact]
    public void An_undecided_proposal_can_be_declined_but_not_confirmed()
    {
        var proposal = Assess(fyc: 5_000, cases: 0, persistency: null);

        Refused("assessment.rule.undecided", () => proposal.Confirm(new("m.li"), "Fine.", AsOf));
        Assert.Equal(ProposalStatus.Declined, proposal.Decline(new("m.li"), "Wait for data.", AsOf).Status);
    }

    [Fact]
    public void Meeting_one_more_condition_never_worsens_the_outcome() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, 2_000], CsCheck.Gen.Int[0, 6], CsCheck.Gen.Int[0, 100]),
            t => Assert.True(Order(Assess(t.Item1, t.Item2, t.Item3 / 100m).Outcome) <= Order(Assess(t.Item1 + 1_000, t.Item2 + 1, t.Item3 / 100m).Outcome)),
            iter: 60);

    [Theory]
    [InlineData("\"needs\": 2", "\"needs\": 4", "assessment.document.needs")]
    [InlineData("\"rank\": \"A1\"", "\"rank\": \"B1\"", "assessment.document.unknown-rank")]
    [InlineData("\"rank\": \"A2\"", "\"rank\": \"A1\"", "assessment.document.rank-twice")]
    [InlineData("\"rank\": \"A2\"", "\"rank\": \"A3\"", "assessment.document.no-rank-above")]
    [InlineData("\"ranks\": [\"A1\", \"A2\", \"A3\"]", "\"ranks\": []", "assessment.document.no-ranks")]
    [InlineData("\"measure\": \"fyc\", \"lookBack\": 3", "\"measure\": \"fycc\", \"lookBack\": 3", "pay.document.unknown-measure")]
    [InlineData("\"measure\": \"fyc\", \"lookBack\": 3", "\"measure\": \"fyc\", \"lookBack\": 0", "pay.document.out-of-range")]
    [InlineData("\"lookBack\": 3, \"atLeast\": 1000", "\"lookBack\": 3", "assessment.document.one-limit")]
    [InlineData("\"lookBack\": 3, \"atLeast\": 0.8", "\"lookBack\": 3, \"atLeast\": 80", "pay.document.ratio-limit")]
    [InlineData("{ \"measure\": \"cases\", \"lookBack\": 3, \"atLeast\": 3 } ] } },", "] } },", "assessment.document.no-conditions")]
    public void Says_what_is_wrong_with_the_document(string right, string wrong, string code)
    {
        Assert.Contains(right, Rules, StringComparison.Ordinal);
        var refused = Assert.Throws<DocumentException>(() => AssessmentRules.Read(Plans.Text(Rules.Replace(right, wrong, StringComparison.Ordinal)), Readings(0, 0, 0).Measures));

        Assert.Contains(refused.Problems, p => p.Reason.Code == code && p.Place.Line > 0);
    }

    [Theory]
    [InlineData("2026-09-30", "2026-07-01")] // the last day of a month: whole months
    [InlineData("2026-02-28", "2025-12-01")]
    [InlineData("2026-09-15", "2026-06-16")] // another day: to the day
    public void Looks_back_three_months(string asOf, string first)
    {
        var readings = Readings(fyc: 0, cases: 0, persistency: 0);

        var proposal = RankAssessment.Assess(readings, AssessmentRules.Read(Plans.Text(Rules, DocumentKinds.Assessment), readings.Measures), Some.Agent, Some.Day(asOf), FiscalCalendars.Gregorian, LeavePolicy.Default);

        Assert.Contains(proposal.Details, d => d.Code == "assessment.condition-missed" && d["period"] == ReasonValue.Period(new(Some.Day(first), Some.Day(asOf))));
    }

    private static int Order(RankOutcome outcome) => outcome == RankOutcome.Demote ? 0 : 1;

    private static void Refused(string code, Action action) => Assert.Equal(code, Assert.Throws<BrokenRuleException>(action).Rule.Reason.Code);

    private static RankProposal Assess(
        decimal fyc, decimal cases, decimal? persistency, decimal fyc6 = 0, decimal cases6 = 0, decimal exam = 0, string inRankSince = "2024-01-01", LeaveFact? leave = null, int misses = 0)
    {
        var readings = Readings(fyc, cases, persistency, fyc6, cases6, exam, inRankSince, leave);
        return RankAssessment.Assess(readings, AssessmentRules.Read(Plans.Text(Rules, DocumentKinds.Assessment), readings.Measures), Some.Agent, AsOf, FiscalCalendars.Gregorian, LeavePolicy.Default, misses);
    }

    private static TestReadings Readings(decimal fyc, decimal cases, decimal? persistency, decimal fyc6 = 0, decimal cases6 = 0, decimal exam = 0, string inRankSince = "2024-01-01", LeaveFact? leave = null) =>
        new TestReadings(FactBook.Of([.. leave is null ? [] : new Fact[] { leave }, Some.AgentFact(), Some.Assignment("A0", rank: "A1", until: inRankSince), Some.Assignment("A9", rank: "A2", from: inRankSince)]))
            .Stating("fyc", fyc).Stating("cases", cases, Unit.Count).Stating("persistency", persistency, Unit.Ratio)
            .Stating("fyc6", fyc6).Stating("cases6", cases6, Unit.Count).Stating("exam", exam, Unit.Count);
}

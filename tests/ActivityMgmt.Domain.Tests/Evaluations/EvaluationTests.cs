using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class EvaluationTests
{
    private static readonly EvaluationPolicies Policies = new();

    private static readonly Dictionary<string, (EvaluationState From, EvaluationState To, Func<Evaluation, Evaluation> Do)> Steps = new()
    {
        ["confirm"] = (EvaluationState.Draft, EvaluationState.Confirmed, e => e.Confirm(Person("m.li"), Day("2026-10-08"), "well done")),
        ["contest"] = (EvaluationState.Confirmed, EvaluationState.Contested, e => e.Contest(Person("A1"), Day("2026-10-09"), "I was ill", Policies)),
        ["uphold"] = (EvaluationState.Contested, EvaluationState.Upheld, e => e.Uphold(Person("m.wu"), Day("2026-10-12"), "leave was counted", Policies)),
        ["revise"] = (EvaluationState.Contested, EvaluationState.Revised, e => e.Revise(75m, Person("m.wu"), Day("2026-10-12"), "leave was missed", Policies)),
    };

    public static TheoryData<string, EvaluationState> EveryStepFromEveryState()
    {
        var all = new TheoryData<string, EvaluationState>();
        foreach (var step in Steps.Keys)
        {
            foreach (var state in Enum.GetValues<EvaluationState>())
            {
                all.Add(step, state);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryStepFromEveryState))]
    public void Takes_a_step_from_the_state_before_it_and_refuses_it_from_every_other(string step, EvaluationState state)
    {
        var (from, to, take) = Steps[step];
        var evaluation = Some() with { State = state };

        if (state == from)
        {
            Assert.Equal((to, to), (take(evaluation).State, take(evaluation).Note!.State));
            return;
        }

        var rule = Assert.IsType<AnEvaluationTakesOneStepAtATimeRule>(Assert.Throws<BrokenRuleException>(() => take(evaluation)).Rule);
        Assert.Equal((from, to, $"evaluation.state.{state}"), (rule.From, rule.To, rule.Reason["state"].Text));
    }

    [Fact]
    public void A_manager_adds_actions_to_a_draft_which_the_narrative_tells()
    {
        var added = Some().AddAction("two joint visits a week", new("M1"), Day("2026-10-31"), Person("m.li"));

        var action = Assert.Single(added.Actions);
        Assert.Equal(("two joint visits a week", Id("M1"), Day("2026-10-31"), new ActorId("m.li")), (action.Reason["what"].Text, action.Owner, action.DueOn, action.By));
        Assert.Contains(action.Reason, added.Narrative());
        Assert.Same(added, added.AddAction("two joint visits a week", new("M1"), Day("2026-10-31"), Person("m.li")));
        Assert.Equal(EvaluationState.Draft, added.State);
    }

    [Theory]
    [InlineData("system")]
    [InlineData("A1")] // the agent
    public void Only_a_named_person_other_than_the_agent_adds_actions(string by) =>
        Assert.IsType<ANamedPersonDecidesOnAnAgentRule>(Assert.Throws<BrokenRuleException>(() => Some().AddAction("rest", null, Day("2026-10-31"), Person(by))).Rule);

    [Theory]
    [InlineData("2026-09-30", " ")]
    [InlineData("2026-09-30", "rest")] // the period's last day
    [InlineData("2026-10-01", " ")]
    public void An_action_says_something_and_is_due_after_the_period(string due, string what) =>
        Assert.ThrowsAny<ArgumentException>(() => Some().AddAction(what, null, Day(due), Person("m.li")));

    [Fact]
    public void A_confirmed_evaluation_takes_no_more_actions() =>
        Assert.IsType<AnEvaluationTakesOneStepAtATimeRule>(Assert.Throws<BrokenRuleException>(
            () => (Some() with { State = EvaluationState.Confirmed }).AddAction("rest", null, Day("2026-10-31"), Person("m.li"))).Rule);

    [Fact]
    public void The_agent_comments_on_a_draft_and_nothing_is_settled_by_it()
    {
        var comment = new EvaluationComment(new("A1"), Day("2026-10-05"), "July was my leave");

        var commented = Some().Comment(comment);

        Assert.Equal([comment], commented.Comments);
        Assert.Same(commented, commented.Comment(comment));
        Assert.Equal((EvaluationState.Draft, null), (commented.State, commented.Note));
        Assert.Throws<ArgumentException>(() => new EvaluationComment(new("A1"), Day("2026-10-05"), " "));
    }

    [Theory]
    [InlineData("m.li", true, true)]
    [InlineData("system", true, false)]
    [InlineData("A1", true, false)] // the agent's own
    [InlineData("system", false, true)] // nothing adverse follows
    [InlineData("A1", false, false)] // the agent's own, all the same
    public void An_adverse_evaluation_takes_a_named_person(string by, bool isAdverse, bool isAllowed)
    {
        var evaluation = Some() with { Adverse = isAdverse ? Reason.Of("stated.adverse") : null };
        Evaluation Confirm() => evaluation.Confirm(Person(by), Day("2026-10-08"), "talked it over");

        if (isAllowed)
        {
            Assert.Equal(EvaluationState.Confirmed, Confirm().State);
            return;
        }

        Assert.Equal(new ActorId(by), Assert.IsType<ANamedPersonDecidesOnAnAgentRule>(Assert.Throws<BrokenRuleException>(Confirm).Rule).By);
    }

    [Theory]
    [InlineData("2026-10-08", true)] // the day of the confirmation
    [InlineData("2026-10-23", true)] // the fifteenth day after it
    [InlineData("2026-10-24", false)]
    public void Can_be_contested_for_fifteen_days(string on, bool isAllowed)
    {
        var confirmed = Some().Confirm(Person("m.li"), Day("2026-10-08"), "talked it over");
        Evaluation Contest() => confirmed.Contest(Person("A1"), Day(on), "I was ill", Policies);

        if (isAllowed)
        {
            Assert.Equal(EvaluationState.Contested, Contest().State);
            return;
        }

        var rule = Assert.IsType<AnEvaluationIsContestedInTimeRule>(Assert.Throws<BrokenRuleException>(Contest).Rule);
        Assert.Equal((Day(on), Day("2026-10-23")), (rule.On, rule.LastDay));
    }

    [Theory]
    [InlineData("2026-10-07", true)]
    [InlineData("2026-10-08", false)] // the day of the confirmation
    public void Can_t_be_contested_before_its_confirmation(string on, bool isRefused)
    {
        var confirmed = Some().Confirm(Person("m.li"), Day("2026-10-08"), "talked it over");

        var refused = Record.Exception(() => confirmed.Contest(Person("A1"), Day(on), "I was ill", Policies));

        Assert.Equal(
            isRefused ? new AContestFollowsTheConfirmationRule(confirmed, Day(on), Day("2026-10-08")) : null, (refused as BrokenRuleException)?.Rule);
    }

    [Theory]
    [InlineData("m.li", false)]
    [InlineData("A1", false)] // an actor of that name, who isn't the agent
    [InlineData("system", false)]
    [InlineData("council", true)]
    public void Is_contested_by_the_agent_or_who_represents_them_and_by_nobody_else(string by, bool isAllowed)
    {
        var confirmed = Some().Confirm(Person("m.li"), Day("2026-10-08"), "talked it over");
        var policies = Policies with { Represents = (evaluation, actor) => evaluation.Agent == new AgentId("A1") && actor == new ActorId("council") };

        var refused = Record.Exception(() => confirmed.Contest(new(new(by), Agent: null), Day("2026-10-09"), "they were ill", policies));

        Assert.Equal(isAllowed ? null : new OnlyTheAgentContestsRule(confirmed, new(by)), (refused as BrokenRuleException)?.Rule);
    }

    [Fact]
    public void The_agent_is_who_stands_behind_the_actor_whatever_the_actors_id()
    {
        var zhang = new Actor(new("zhang.wei"), Id("A1"));

        var refused = Assert.Throws<BrokenRuleException>(() => Some().Confirm(zhang, Day("2026-10-08"), "fine by me"));
        var contested = Some().Confirm(Person("m.li"), Day("2026-10-08"), "talked it over").Contest(zhang, Day("2026-10-09"), "I was ill", Policies);

        Assert.Equal(new ActorId("zhang.wei"), Assert.IsType<ANamedPersonDecidesOnAnAgentRule>(refused.Rule).By);
        Assert.Equal((EvaluationState.Contested, new ActorId("zhang.wei")), (contested.State, contested.Note!.By));
    }

    [Theory]
    [InlineData("m.wu", null)]
    [InlineData("m.li", typeof(SomebodyElseSettlesAContestRule))] // confirmed it
    [InlineData("A1", typeof(ANamedPersonDecidesOnAnAgentRule))]
    [InlineData("system", typeof(ANamedPersonDecidesOnAnAgentRule))]
    public void A_contest_is_settled_by_another_named_person(string by, Type? refusedBy)
    {
        var contested = Contested();
        Evaluation Uphold() => contested.Uphold(Person(by), Day("2026-10-12"), "leave was counted", Policies);

        if (refusedBy is null)
        {
            Assert.Equal(EvaluationState.Upheld, Uphold().State);
            return;
        }

        Assert.IsType(refusedBy, Assert.Throws<BrokenRuleException>(Uphold).Rule);
    }

    [Fact]
    public void A_small_branch_may_let_the_same_person_settle() =>
        Assert.Equal(EvaluationState.Upheld, Contested().Uphold(Person("m.li"), Day("2026-10-12"), "again", Policies with { SettledByAnother = false }).State);

    [Fact]
    public void Every_total_is_kept_and_the_last_one_counts()
    {
        var calibrated = Some(52m).Calibrate(58m, Person("m.li"), Day("2026-10-07"), "compared with team two", Policies);
        var revised = calibrated
            .Confirm(Person("m.li"), Day("2026-10-08"), "talked it over")
            .Contest(Person("A1"), Day("2026-10-09"), "I was ill", Policies)
            .Revise(66m, Person("m.wu"), Day("2026-10-12"), "leave was missed", Policies);

        Assert.Equal((52m, 58m, (decimal?)null, 58m), (calibrated.Scorecard.Total, calibrated.CalibratedTotal, calibrated.RevisedTotal, calibrated.Total));
        Assert.Equal((52m, 58m, 66m, 66m), (revised.Scorecard.Total, revised.CalibratedTotal, revised.RevisedTotal, revised.Total));
        Assert.Equal("58", calibrated.Adverse!["total"].Text);
        Assert.Null(revised.Adverse);
        Assert.Equal(
            [(EvaluationState.Draft, 58m), (EvaluationState.Confirmed, null), (EvaluationState.Contested, null), (EvaluationState.Revised, (decimal?)66m)],
            revised.Notes.Select(n => (n.State, n.Total)));
    }

    [Fact]
    public void A_calibration_takes_a_named_person_and_a_draft()
    {
        Assert.IsType<ANamedPersonDecidesOnAnAgentRule>(Assert.Throws<BrokenRuleException>(
            () => Some().Calibrate(70m, Person("system"), Day("2026-10-07"), "nightly", Policies)).Rule);
        Assert.IsType<AnEvaluationTakesOneStepAtATimeRule>(Assert.Throws<BrokenRuleException>(
            () => Contested().Calibrate(70m, Person("m.li"), Day("2026-10-07"), "late", Policies)).Rule);
    }

    [Fact]
    public void Is_told_as_result_strengths_weaknesses_and_actions()
    {
        var evaluation = Some(70m) with
        {
            Goals =
            [
                new(new("g1"), new("cases"), Quantity.Count(10m), Quantity.Count(10m), Quantity.Ratio(1m, 1m)),
                new(new("g2"), new("calls"), Quantity.Count(10m), Quantity.Count(9m), Quantity.Ratio(9m, 10m)),
                new(new("g3"), new("visits"), Quantity.Count(10m), null, null),
            ],
            Strengths = [Reason.Of("stated.strong")],
            Weaknesses = [Reason.Of("stated.weak")],
            Actions = [new(Reason.Of("stated.do"), null, Day("2026-10-30"))],
        };

        Assert.Equal(
            [Reason.Of("evaluation.summary", ("total", 70m), ("reached", 1), ("goals", 3), ("unknown", 1)), Reason.Of("stated.strong"), Reason.Of("stated.weak"), Reason.Of("stated.do")],
            evaluation.Narrative());
        Assert.Equal("evaluation.undecided", Some(null).Narrative()[0].Code);
    }

    [Fact]
    public void Its_key_is_quarter_and_agent() => Assert.Equal("2026Q3/A1", Some().Key);

    // A1 is the agent; nobody else is one.
    private static Actor Person(string id) => new(new(id), id == "A1" ? Id("A1") : null);

    private static Evaluation Contested() => Some()
        .Confirm(Person("m.li"), Day("2026-10-08"), "talked it over")
        .Contest(Person("A1"), Day("2026-10-09"), "I was ill", Policies);

    private static Evaluation Some(decimal? total = 70m) => new()
    {
        Partition = "2026Q3",
        Agent = new("A1"),
        Period = Q3.Interval,
        Goals = [],
        Scorecard = new() { Parts = [], Total = total },
        Compliance = [],
        Strengths = [],
        Weaknesses = [],
        Actions = [],
        Notes = [],
    };
}

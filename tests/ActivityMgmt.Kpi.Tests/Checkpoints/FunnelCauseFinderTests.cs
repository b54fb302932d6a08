using System.Globalization;

namespace ActivityMgmt.Kpi.Tests;

public class FunnelCauseFinderTests
{
    private static readonly FunnelCauseFinder Finder = new();
    private static readonly string[] Steps = ["appointments", "interviews", "proposals", "cases"];
    private static readonly DateInterval Usual = Facts.Period("2026-01-01", "2026-06-30");
    private static readonly DateInterval Recent = Facts.Period("2026-07-01", "2026-08-31");

    private static readonly PublishedDocument Funnel = Kpis.Document(
        Steps.Select(s => Kpis.Measure(s, $$""" "kind": "count", "facts": "activity", "where": "activity == '{{s}}'" """)),
        string.Join(", ", Steps.Select(s => $"\"{s}\"")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Names_a_planted_weak_step_in_nine_of_ten_simulations(int weak)
    {
        var found = Enumerable.Range(0, 50).Count(seed => Find(Simulated(seed, weak)) is Cause.WeakStep cause && cause.Step.Value == Steps[weak]);

        Assert.True(found >= 45, $"Found {Steps[weak]} {found} times in 50.");
    }

    [Fact]
    public void Names_no_single_cause_in_nine_of_ten_simulations_without_one()
    {
        var none = Enumerable.Range(0, 50).Count(seed => Find(Simulated(seed, null)) is Cause.NoSingleCause);

        Assert.True(none >= 45, $"No single cause {none} times in 50.");
    }

    [Fact]
    public void Shows_the_exact_figures_and_whose_past_is_usual()
    {
        var facts = Entries("2026-03-02", (10, 8, 4, 2)).Concat(Entries("2026-04-01", (90, 72, 36, 18))).Concat(Entries("2026-07-01", (40, 32, 3, 2)));

        var cause = Assert.IsType<Cause.WeakStep>(Find(facts));

        Assert.Equal(("proposals", CauseKind.Conversion, 32, "own"), (cause.Step.Value, cause.Kind, cause.SampleSize, cause.Basis));
        Assert.Equal((Quantity.Ratio(3m, 32m), Quantity.Ratio(1m, 2m)), (cause.Actual, cause.Usual));
    }

    // Two a working day in the first half-year. In July and August there are 45 working days, on 21 of which, in August, the agent is away.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Days_of_leave_are_no_days_without_appointments(bool isAway)
    {
        var facts = Entries("2026-03-02", (258, 200, 100, 50)).Concat(Entries("2026-07-01", (48, 37, 19, 9)))
            .Concat(isAway ? [new LeaveFact { Origin = Facts.New(), Date = Facts.Day("2026-08-01"), Until = Facts.Day("2026-08-31"), Agent = new("E1"), Leave = "annual" }] : Array.Empty<Fact>());

        var cause = Find(facts);

        Assert.Equal(isAway ? null : "appointments", (cause as Cause.WeakStep)?.Step.Value);
    }

    [Fact]
    public void Falls_back_to_the_team_when_the_own_past_is_too_small()
    {
        var facts = Entries("2026-04-01", (100, 80, 40, 20), "E2").Concat(Entries("2026-07-01", (40, 32, 3, 2)))
            .Append(Facts.Assignment("E1", "T1")).Append(Facts.Assignment("E2", "T1")).Append(Facts.Agent("E1", "2026-06-29")).Append(Facts.Agent("E2"));

        Assert.Equal("team", Assert.IsType<Cause.WeakStep>(Find(facts)).Basis);
    }

    // 30 interviews of her own led to 15 proposals. 170 are missing of 200; the team (both agents) had 430 with 95 proposals: 15 + 170 × 95/430 of 200.
    [Fact]
    public void Fills_up_a_short_own_past_at_the_teams_rate()
    {
        var facts = Entries("2026-04-01", (200, 30, 15, 5)).Concat(Entries("2026-04-01", (800, 400, 80, 40), "E2")).Concat(Entries("2026-07-01", (80, 60, 1, 1)))
            .Append(Facts.Assignment("E1", "T1")).Append(Facts.Assignment("E2", "T1")).Append(Facts.Agent("E1")).Append(Facts.Agent("E2"));

        var cause = Assert.IsType<Cause.WeakStep>(Find(facts));

        Assert.Equal(("proposals", 60, "own-and-team"), (cause.Step.Value, cause.SampleSize, cause.Basis));
        Assert.Equal(Quantity.Ratio((15m * 430m) + (170m * 95m), 200m * 430m), cause.Usual);
    }

    // Two agents on 129 and 44 working days: 258 and 88 days' work.
    [Fact]
    public void Looks_at_a_team_by_its_members_working_days()
    {
        var facts = Entries("2026-04-01", (200, 160, 80, 40)).Concat(Entries("2026-04-01", (200, 160, 80, 40), "E2")).Concat(Entries("2026-07-01", (20, 16, 8, 4)))
            .Append(Facts.Assignment("E1", "T1")).Append(Facts.Assignment("E2", "T1")).Append(Facts.Agent("E1")).Append(Facts.Agent("E2"));

        var cause = Assert.IsType<Cause.WeakStep>(Finder.Find(Kpis.Open(Funnel, facts), Subject.Of(new TeamId("T1")), Recent, Usual));

        Assert.Equal(("appointments", CauseKind.Volume, 20, "own"), (cause.Step.Value, cause.Kind, cause.SampleSize, cause.Basis));
        Assert.Equal((Quantity.Fraction(20m, 88m, Unit.Count), Quantity.Fraction(400m, 258m, Unit.Count)), (cause.Actual, cause.Usual));
    }

    // E2's team reports to E1's. One is on leave for 4 of the 44 recent working days: 258 and 84 days' work.
    [Fact]
    public void Looks_at_a_team_with_the_teams_below_it_and_without_days_of_leave()
    {
        var facts = Entries("2026-04-01", (200, 160, 80, 40)).Concat(Entries("2026-04-01", (200, 160, 80, 40), "E2")).Concat(Entries("2026-07-01", (20, 16, 8, 4), "E2"))
            .Append(Facts.Assignment("E1", "T1")).Append(Facts.Assignment("E2", "T2")).Append(Facts.Team("T1")).Append(Facts.Team("T2", "T1")).Append(Facts.Agent("E1")).Append(Facts.Agent("E2"))
            .Append(Facts.Leave("E2", "2026-07-13", "2026-07-16"));

        var cause = Assert.IsType<Cause.WeakStep>(Finder.Find(Kpis.Open(Funnel, facts), Subject.Of(new TeamId("T1")), Recent, Usual));

        Assert.Equal((Quantity.Fraction(20m, 84m, Unit.Count), Quantity.Fraction(400m, 258m, Unit.Count)), (cause.Actual, cause.Usual));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    public void Refuses_a_share_of_false_alarms_that_is_none(string share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FunnelCauseFinder(new() { FalseAlarms = decimal.Parse(share, CultureInfo.InvariantCulture) }));

    [Fact]
    public void Has_no_data_on_small_samples() =>
        Assert.Equal("kpi.cause-small-sample", Assert.IsType<Cause.NoData>(Find(Entries("2026-04-01", (12, 9, 4, 2)).Concat(Entries("2026-07-01", (4, 0, 0, 0))))).Reason.Code);

    [Fact]
    public void Names_none_when_several_steps_are_weak() =>
        Assert.Equal("kpi.cause-several", Assert.IsType<Cause.NoSingleCause>(Find(Entries("2026-04-01", (400, 300, 200, 100)).Concat(Entries("2026-07-01", (140, 40, 10, 5))))).Reason.Code);

    [Fact]
    public void Has_no_data_without_a_funnel() =>
        Assert.Equal("kpi.cause-no-funnel", Assert.IsType<Cause.NoData>(
            Finder.Find(Kpis.Open(Kpis.Document([Kpis.Measure("m", """ "kind": "count", "facts": "activity" """)])), Subject.Of(new AgentId("E1")), Recent, Usual)).Reason.Code);

    private static Cause Find(IEnumerable<Fact> facts) => Finder.Find(Kpis.Open(Funnel, facts), Subject.Of(new AgentId("E1")), Recent, Usual);

    private static IEnumerable<Fact> Entries(string on, (int Appointments, int Interviews, int Proposals, int Cases) counts, string agent = "E1") =>
        new[] { counts.Appointments, counts.Interviews, counts.Proposals, counts.Cases }
            .SelectMany((count, step) => Enumerable.Range(0, count).Select(_ => Facts.Activity(on, Steps[step], agent)));

    // About four appointments a day, of which 75 % are kept, 60 % of these lead to a proposal, 40 % of these close; a weak step gives about a third of that.
    private static IEnumerable<Fact> Simulated(int seed, int? weak)
    {
        var random = new Random(seed);
        double[] usual = [0.5, 0.75, 0.6, 0.4];
        foreach (var day in new DateInterval(Usual.Start, Recent.End).Where(WorkCalendars.MondayToFriday.IsWorkingDay))
        {
            var chances = usual.Select((chance, step) => day >= Recent.Start && step == weak ? chance * 0.35 : chance).ToArray();
            for (var attempt = 0; attempt < 8; attempt++)
            {
                for (var step = 0; step < 4 && random.NextDouble() < chances[step]; step++)
                {
                    yield return Facts.Activity(LocalDatePattern.Iso.Format(day), Steps[step]);
                }
            }
        }
    }
}

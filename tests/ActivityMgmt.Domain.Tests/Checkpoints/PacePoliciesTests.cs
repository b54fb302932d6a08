using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class PacePoliciesTests
{
    private static readonly DateInterval History = Days("2026-04-01", "2026-06-30");

    // 12 July 2026 is a Sunday: 8 of the quarter's 66 working days are over. That is 7.4 of the second quarter's 61: the 7th was 10 April, the 8th the Monday after.
    private static readonly LocalDate Sunday = Day("2026-07-12");

    [Fact]
    public void Seasonal_expects_the_share_that_was_there_after_the_same_share_of_working_days()
    {
        var readings = Additive().Says("cases", Agent("A1"), History, 40m).Says("cases", Agent("A1"), Days("2026-04-01", "2026-04-12"), 10m);

        Assert.Equal(Quantity.Ratio(1m, 4m), Pace(readings, Sunday));
    }

    [Fact]
    public void Seasonal_adds_the_periods_of_the_past_up_before_it_divides()
    {
        var twoQuarters = Days("2026-01-01", "2026-06-30");
        var readings = Additive()
            .Says("cases", Agent("A1"), History, 40m).Says("cases", Agent("A1"), Days("2026-04-01", "2026-04-12"), 10m)
            .Says("cases", Agent("A1"), Days("2026-01-01", "2026-03-31"), 10m);

        // Nothing is stated of the first quarter's beginning: nothing was done then.
        Assert.Equal(Quantity.Ratio(1m, 5m), Pace(readings, Sunday, twoQuarters));
    }

    [Fact]
    public void Seasonal_asks_the_team_and_then_the_branch_when_the_own_past_is_too_thin()
    {
        var begin = Days("2026-04-01", "2026-04-12");
        var team = Additive().Says("cases", Agent("A1"), History, 29m).Says("cases", Team("T1"), History, 30m).Says("cases", Team("T1"), begin, 3m);
        var branch = Additive().Says("cases", Team("T1"), History, 29m).Says("cases", Subject.Everybody, History, 100m).Says("cases", Subject.Everybody, begin, 20m);

        Assert.Equal(Quantity.Ratio(1m, 10m), Pace(team, Sunday));
        Assert.Equal(Quantity.Ratio(1m, 5m), Pace(branch, Sunday));
    }

    [Fact]
    public void Seasonal_goes_by_working_days_without_a_past_and_for_what_is_typed_in()
    {
        var workingDays = Quantity.Ratio(8m, 66m);
        var typedIn = PacePolicies.Seasonal()(new(Additive().Says("cases", Agent("A1"), History, 40m), SomeGoal.Of() with { Source = GoalSource.Manual }, History));

        Assert.Equal(workingDays, Pace(Additive(), Sunday));
        Assert.Equal(workingDays, typedIn(Sunday, Q3.Interval));
        Assert.Equal(workingDays, Pace(Additive().Says("cases", Agent("A1"), History, 40m), Sunday, Days("2026-04-02", "2026-06-30"))); // no whole quarter
    }

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)]
    [InlineData("2026-07-12", 1)]
    [InlineData("2026-10-01", 1)]
    public void The_whole_target_is_expected_from_the_first_day_on_of_what_does_not_add_up(string day, int expected)
    {
        var ratio = new StatedReadings(People()).Knows("cases", Unit.Ratio, additive: false).Says("cases", Agent("A1"), History, 40m);

        Assert.All(
            (PacePolicy[])[PacePolicies.Even, PacePolicies.WorkingDays, PacePolicies.Seasonal()],
            policy => Assert.Equal(Quantity.Ratio(expected, 1m), policy(new(ratio, SomeGoal.Of(), History))(Day(day), Q3.Interval)));
    }

    [Fact]
    public void What_is_typed_in_adds_up_whatever_the_measure_of_its_name_does() =>
        Assert.Equal(Quantity.Ratio(8m, 66m), PacePolicies.WorkingDays(new(
            new StatedReadings(People()).Knows("cases", Unit.Ratio, additive: false), SomeGoal.Of() with { Source = GoalSource.Manual }, History))(Sunday, Q3.Interval));

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-09-30", 1)]
    [InlineData("2026-10-01", 1)]
    public void Seasonal_is_nothing_before_the_period_and_everything_at_its_end(string day, int expected) =>
        Assert.Equal(Quantity.Ratio(expected, 1m), Pace(Additive().Says("cases", Agent("A1"), History, 40m), Day(day)));

    // Monday to Friday. 26 June to 3 July are 6 of 66 working days; the quarter before also has 66, and its seventh is Friday 3 April.
    [Fact]
    public void Seasonal_looks_back_by_whole_work_months()
    {
        var calendars = new Calendars(WorkCalendars.MondayToFriday, FiscalCalendars.WorkMonths());
        var readings = In(calendars)
            .Says("cases", Agent("A1"), Days("2026-03-26", "2026-06-25"), 40m).Says("cases", Agent("A1"), Days("2026-03-26", "2026-04-02"), 10m);
        var goal = SomeGoal.Of() with { Period = Days("2026-06-26", "2026-09-25") };

        Assert.Equal(Quantity.Ratio(1m, 4m), PacePolicies.Seasonal()(new(readings, goal, Days("2026-03-26", "2026-06-25")))(Day("2026-07-05"), goal.Period));
    }

    // 29 June to 5 July are 5 of 65 working days; the thirteen weeks before have them by Sunday 5 April.
    [Fact]
    public void Seasonal_looks_back_by_whole_months_of_four_four_and_five_weeks()
    {
        var calendars = new Calendars(WorkCalendars.MondayToFriday, FiscalCalendars.FourFourFive(new()));
        var readings = In(calendars)
            .Says("cases", Agent("A1"), Days("2026-03-30", "2026-06-28"), 40m).Says("cases", Agent("A1"), Days("2026-03-30", "2026-04-05"), 8m);
        var goal = SomeGoal.Of() with { Period = Days("2026-06-29", "2026-09-27") };

        Assert.Equal(Quantity.Ratio(1m, 5m), PacePolicies.Seasonal()(new(readings, goal, Days("2026-03-30", "2026-06-28")))(Day("2026-07-05"), goal.Period));
    }

    // The share of working days that is over on 16 August, and as much of the past: 10 of 21, and of July's 23 ten by the 14th; 33 of 128, and of the first half-year's 120 thirty by
    // 12 February; 153 of 248, and of 2025's 248 as many by 14 August: 59 + 61 in the first half-year, 23 in July and 10 in August.
    [Theory]
    [InlineData("2026-08-01", "2026-08-31", "2026-07-01", "2026-07-31", "2026-07-14")]
    [InlineData("2026-07-01", "2026-12-31", "2026-01-01", "2026-06-30", "2026-02-12")]
    [InlineData("2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31", "2025-08-14")]
    public void Seasonal_compares_a_month_a_half_year_and_a_year_with_the_one_before(string from, string to, string pastFrom, string pastTo, string by)
    {
        var readings = Additive().Says("cases", Agent("A1"), Days(pastFrom, pastTo), 40m).Says("cases", Agent("A1"), Days(pastFrom, by), 10m);
        var goal = SomeGoal.Of() with { Period = Days(from, to) };

        Assert.Equal(Quantity.Ratio(1m, 4m), PacePolicies.Seasonal()(new(readings, goal, Days(pastFrom, pastTo)))(Day("2026-08-16"), goal.Period));
    }

    private static StatedReadings In(Calendars calendars) => new StatedReadings(People()) { Calendars = calendars }.Knows("cases", Unit.Count);

    private static Quantity Pace(IReadings readings, LocalDate date, DateInterval? history = null) =>
        PacePolicies.Seasonal()(new(readings, SomeGoal.Of(), history ?? History))(date, Q3.Interval);

    private static StatedReadings Additive() => new StatedReadings(People()).Knows("cases", Unit.Count);

    private static FactBook People() => Book(Joined("A1"), Assigned("A1", "T1"));
}

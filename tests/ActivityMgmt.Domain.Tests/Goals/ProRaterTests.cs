using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ProRaterTests
{
    private static readonly Organisation Nobody = Book().Organisation;
    private static readonly Organisation OnLeave = Book(Away("A1", "maternity", "2026-07-06", "2026-07-10"), Away("A1", "annual", "2026-07-13", "2026-07-17")).Organisation;

    // 66 working days in the third quarter of 2026, 23 of them in July.
    [Theory]
    [InlineData("2026-07-01", "2026-09-30", 660)]
    [InlineData("2026-07-02", "2026-09-30", 650)] // joined the day after the first
    [InlineData("2026-08-01", "2026-09-30", 430)]
    [InlineData("2026-07-01", "2026-07-31", 230)]
    [InlineData("2026-01-01", "2026-12-31", 660)] // days outside the period don't count
    [InlineData("2026-10-01", "2026-12-31", 0)]
    public void A_target_is_shortened_to_the_working_days_in_force(string from, string to, int expected) =>
        Assert.Equal(
            Quantity.Count(expected),
            new ProRater(ProRatings.WorkingDays(WorkCalendars.China)).TargetOf(Quantity.Count(660m), Nobody, new("A1"), Days(from, to), Q3.Interval, 1m));

    [Fact]
    public void Only_the_named_kinds_of_leave_lower_the_target()
    {
        Quantity Target(ProRating policy) => new ProRater(policy).TargetOf(Quantity.Count(660m), OnLeave, new("A1"), Q3.Interval, Q3.Interval, 1m);

        Assert.Equal(Quantity.Count(660m), Target(ProRatings.WorkingDays(WorkCalendars.China)));
        Assert.Equal(Quantity.Count(610m), Target(ProRatings.WorkingDaysWithout(WorkCalendars.China, "maternity")));
        Assert.Equal(Quantity.Count(560m), Target(ProRatings.WorkingDaysWithout(WorkCalendars.China, "maternity", "annual")));
    }

    [Theory]
    [InlineData("2026-07-01", "2026-09-29", 91)] // of 92 calendar days
    [InlineData("2026-09-30", "2026-09-30", 1)]
    public void Calendar_days_and_the_whole_target_are_policies_too(string from, string to, int days)
    {
        Assert.Equal(Quantity.Ratio(days, 92m), ProRatings.CalendarDays(Nobody, new("A1"), Days(from, to), Q3.Interval));
        Assert.Equal(Quantity.Ratio(1m, 1m), ProRatings.None(Nobody, new("A1"), Days(from, to), Q3.Interval));
    }

    [Fact]
    public void A_period_without_working_days_goes_by_calendar_days() =>
        Assert.Equal(Quantity.Ratio(31m, 92m), ProRatings.WorkingDays(new NeverWorking())(Nobody, new("A1"), Days("2026-07-01", "2026-07-31"), Q3.Interval));

    [Fact]
    public void Parts_of_a_split_membership_sum_to_the_whole() =>
        Gen.Select(Gen.Int[0, 92].Array[0, 6], Gen.Int[0, 100_000], Gen.OneOfConst(0.01m, 1m, 7m, 100m), Gen.Bool).Sample(
            (cuts, target, piece, withoutLeave) =>
            {
                var edges = cuts.Append(0).Append(92).Distinct().Order().ToArray();
                var stints = edges.Zip(edges.Skip(1), (a, b) => new DateInterval(Q3.Interval.Start.PlusDays(a), Q3.Interval.Start.PlusDays(b - 1))).ToArray();
                var policy = withoutLeave ? ProRatings.WorkingDaysWithout(WorkCalendars.China, "maternity") : ProRatings.WorkingDays(WorkCalendars.China);
                var rater = new ProRater(policy);

                var parts = rater.Split(Quantity.Count(target), OnLeave, new("A1"), stints, Q3.Interval, piece);

                var whole = rater.TargetOf(Quantity.Count(target), OnLeave, new("A1"), Q3.Interval, Q3.Interval, piece);
                Assert.Equal(whole, parts.Aggregate(Quantity.Count(0m), (sum, p) => sum + p));
                Assert.True(withoutLeave || whole == Quantity.Count(target));
            },
            iter: 300);

    [Fact]
    public void Stretches_with_a_day_in_common_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ProRater(ProRatings.None).Split(
            Quantity.Count(1m), Nobody, new("A1"), [Days("2026-07-01", "2026-07-10"), Days("2026-07-10", "2026-07-20")], Q3.Interval, 1m));

    internal static LeaveFact Away(string agent, string leave, string from, string? until) => new()
    {
        Origin = new("crm", $"{agent}-{leave}-{from}"),
        Date = Day(from),
        Agent = new(agent),
        Leave = leave,
        Until = MaybeDay(until),
    };
}

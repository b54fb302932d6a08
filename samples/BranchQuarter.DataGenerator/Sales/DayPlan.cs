using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Gives a day's activities their times: one after the other between 09:00 and 20:00, each opportunity's steps in order.</summary>
internal static class DayPlan
{
    private const int DayStart = 9 * 60;
    private const int DayEnd = 20 * 60;

    public static IEnumerable<Activity> Schedule(IEnumerable<Activity> activities) =>
        activities.GroupBy(a => (a.Agent, a.On)).SelectMany(day => Schedule(day.Key.Agent, day.Key.On, [.. day]));

    private static IEnumerable<Activity> Schedule(string agent, LocalDate on, IReadOnlyList<Activity> day)
    {
        Dice dice = Dice.For($"{agent}/day/{Text.Of(on)}");
        int busy = day.Sum(a => Duration(a) + Step);
        int slack = Math.Max(0, DayEnd - DayStart - busy);
        int clock = DayStart;
        // OrderBy is stable: steps of one opportunity stay in the order in which they were made.
        foreach (Activity activity in day.OrderBy(a => Dice.Lot($"{a.Agent}{a.Customer}{a.Opportunity}")))
        {
            int gap = dice.Below(Math.Max(1, Math.Min(slack, slack * 2 / (day.Count + 1))));
            slack -= gap;
            int start = (clock + gap + Step - 1) / Step * Step;
            clock = start + Duration(activity);
            yield return activity with { Start = start };
        }
    }

    private const int Step = 5;

    private static int Duration(Activity activity) => Math.Max(activity.Minutes, Step);
}

using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The morning meeting on the week's first working day, 08:30.</summary>
internal static class Meetings
{
    private const int Start = 8 * 60 + 30;

    public static IEnumerable<Activity> Of(Agent agent)
    {
        LocalDate first = SampleDates.Later(agent.Joined, SampleDates.HistoryStart);
        foreach (LocalDate day in WorkingDays.Between(first, agent.LastDay).GroupBy(d => d.Previous(IsoDayOfWeek.Monday).PlusDays(d.DayOfWeek == IsoDayOfWeek.Monday ? 7 : 0)).Select(week => week.First()))
        {
            Dice dice = Dice.For($"{agent.No}/meeting/{Text.Of(day)}");
            bool present = dice.Chance(930);
            yield return new Activity
            {
                No = $"A{agent.Digits}-M-{Text.ShortMonth(day)}{Text.TwoDigits(day.Day)}",
                Agent = agent.No,
                Type = "MEET",
                Channel = "OFFICE",
                Result = present ? "OK" : "ABS",
                Minutes = present ? 30 : 0,
                On = day,
                Start = Start,
            };
        }
    }
}

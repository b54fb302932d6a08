using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Visits and calls to the agent's policyholders, without sales talk.</summary>
internal static class ServiceVisits
{
    private const int PerWorkingDay = 150;

    public static IEnumerable<Activity> Of(Agent agent, IReadOnlyList<Policy> book)
    {
        Dice dice = Dice.For($"{agent.No}/service");
        int number = 0;
        foreach (LocalDate day in WorkingDays.Between(SampleDates.Later(agent.Joined, SampleDates.HistoryStart), agent.LastDay))
        {
            Policy[] inForce = dice.Chance(PerWorkingDay) ? [.. book.Where(p => p.IssuedOn < day)] : [];
            if (inForce.Length == 0)
            {
                continue;
            }

            number++;
            bool done = dice.Chance(920);
            yield return new Activity
            {
                No = $"A{agent.Digits}-V-{Text.Of(number)}",
                Agent = agent.No,
                Customer = dice.Pick(inForce).Customer.No,
                Type = "SERV",
                Channel = dice.Weighted([("F2F", 55), ("PHONE", 25), ("WECHAT", 20)]),
                Result = done ? "OK" : "ABS",
                Minutes = done ? dice.Between(3, 12) * 5 : 0,
                On = day,
            };
        }
    }
}

using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Three to six courses a quarter; most people reach about thirty hours of law and ethics by the end of September.</summary>
internal static class Training
{
    private static readonly (string Topic, string Course)[] Compulsory =
    [
        ("LAW", "保险法与销售行为管理"), ("LAW", "反洗钱, 实务"), ("LAW", "个人信息保护"), ("ETHICS", "职业道德与诚信"), ("ETHICS", "消费者权益保护"),
    ];

    private static readonly (string Topic, string Course)[] Voluntary =
    [
        ("PRODUCT", "终身寿险产品"), ("PRODUCT", "重疾险 \"CI20\" 条款"), ("PRODUCT", "养老年金规划"), ("SKILL", "需求分析, 分步练习"), ("SKILL", "异议处理"), ("SKILL", "客户经营"),
    ];

    public static IEnumerable<ExportRow> Of(Agent agent)
    {
        LocalDate last = agent.LastDay;
        for (LocalDate quarter = SampleDates.HistoryStart; quarter <= last; quarter = quarter.PlusMonths(3))
        {
            LocalDate[] days = [.. WorkingDays.Between(SampleDates.Later(quarter, agent.Joined), SampleDates.Earlier(quarter.PlusMonths(3).PlusDays(-1), last))];
            if (days.Length >= 15)
            {
                foreach (ExportRow row in Quarter(agent, quarter, days))
                {
                    yield return row;
                }
            }
        }
    }

    private static IEnumerable<ExportRow> Quarter(Agent agent, LocalDate quarter, IReadOnlyList<LocalDate> days)
    {
        string name = $"{Text.TwoDigits(quarter.Year % 100)}Q{Text.Of(((quarter.Month - 1) / 3) + 1)}";
        Dice dice = Dice.For($"{agent.No}/training/{name}");
        bool shortOfHours = PlantedTruths.ShortOfTraining.Contains(agent.No);
        int compulsory = shortOfHours ? 1 : dice.Between(2, 3);
        int voluntary = Math.Max(3 - compulsory, dice.Between(1, 3));
        for (int i = 0; i < compulsory + voluntary; i++)
        {
            bool required = i < compulsory;
            (string topic, string course) = dice.Pick(required ? Compulsory : Voluntary);
            int hours = !required ? dice.Between(1, 8) : shortOfHours ? dice.Between(2, 3) : compulsory == 2 ? dice.Between(5, 6) : dice.Between(3, 4);
            LocalDate on = dice.Pick(days);
            string passed = dice.Weighted([("Y", 88), ("N", 4), ("", 8)]);
            yield return new ExportRow(
                ExportFile.Training, on, $"TR{agent.Digits}-{name}-{Text.Of(i + 1)}", agent.No, course, topic, Text.Of(hours), passed, Text.Of(on));
        }
    }
}

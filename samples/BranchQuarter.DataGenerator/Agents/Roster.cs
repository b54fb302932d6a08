using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The branch's forty people: E1001 to E1004 lead the teams, the last seven joined in 2026.</summary>
internal static class Roster
{
    private const int Size = 40;

    private static readonly LocalDate[] NewJoiners =
    [
        new(2026, 3, 2), new(2026, 3, 16), new(2026, 4, 13), new(2026, 5, 11), new(2026, 6, 8), new(2026, 7, 6), new(2026, 7, 20),
    ];

    private static readonly (string, int)[] Preferences = [("MONEY", 40), ("TITLE", 18), ("TRAIN", 14), ("TIME", 14), ("", 14)];

    public static IReadOnlyList<Agent> Hire() => [.. Enumerable.Range(0, Size).Select(Hire)];

    private static Agent Hire(int index)
    {
        string number = "E" + Text.Of(1001 + index);
        Dice dice = Dice.For($"{number}/hire");
        int newcomer = index - (Size - NewJoiners.Length);
        bool leads = index < 4;
        LocalDate joined = newcomer >= 0
            ? NewJoiners[newcomer]
            : WorkingDays.OnOrAfter(new LocalDate(leads ? dice.Between(2010, 2016) : dice.Between(2014, 2024), dice.Between(1, 12), dice.Between(1, 28)));
        LocalDate licenceFrom = newcomer >= 0 ? joined.PlusDays(-dice.Between(3, 12)) : LatestRenewal(joined);
        string grade = leads ? "S1" : newcomer >= 0 ? "A1" : joined.Year >= 2021 ? "A2" : "A3";

        return new Agent
        {
            No = number,
            Name = PersonNames.For(number),
            Team = "T" + Text.TwoDigits((index % 4) + 1),
            Grade = grade,
            Leads = leads,
            Joined = joined,
            Left = number == Defects.Leaver ? Defects.LeavesOn : null,
            LicenceFrom = number == Defects.LicenceExpired ? Defects.LicenceExpiresOn.PlusDays(1).PlusYears(-3) : licenceFrom,
            LicenceTo = number == Defects.LicenceExpired ? Defects.LicenceExpiresOn : licenceFrom.PlusYears(3).PlusDays(-1),
            RewardPreference = dice.Weighted(Preferences),
            Skill = SkillOf(number, leads, newcomer >= 0),
        };
    }

    private static Skill SkillOf(string number, bool leads, bool isNew)
    {
        Skill kind = PlantedTruths.TopPerformers.Contains(number) ? Skill.Top : leads ? Skill.Leader : isNew ? Skill.Beginner : Skill.Usual;
        // The top stays the top: nobody's own strengths pull it into the middle.
        Skill own = kind == Skill.Top ? kind : kind.Personal(number);
        return number == PlantedTruths.LowVolume
            ? own with { Volume = 1300 }
            : PlantedTruths.WeakPersistency.Contains(number)
            ? own with { Persistency = 520 }
            : kind == Skill.Usual && Dice.For($"{number}/persistency").Chance(400) ? own with { Persistency = 1000 } : own;
    }

    // Licences run three years; the one in force when the book of 2025 was written and beyond the year's end.
    private static LocalDate LatestRenewal(LocalDate joined) => joined.Year < 2024 ? joined.PlusYears(2024 - joined.Year) : joined;
}

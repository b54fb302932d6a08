using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>A salesperson of the branch, as hired; what changes during the quarter is planted later.</summary>
internal sealed record Agent
{
    public required string No { get; init; }

    public required string Name { get; init; }

    public required string Team { get; init; }

    public required string Grade { get; init; }

    public required bool Leads { get; init; }

    public required LocalDate Joined { get; init; }

    /// <summary>The last day; null for all but the one who leaves.</summary>
    public LocalDate? Left { get; init; }

    public required LocalDate LicenceFrom { get; init; }

    public required LocalDate LicenceTo { get; init; }

    public required string RewardPreference { get; init; }

    public required Skill Skill { get; init; }

    /// <summary>The number without its letter, from which the ids of the agent's rows are built.</summary>
    public string Digits => No[1..];

    public LocalDate LastDay => Left ?? SampleDates.QuarterEnd;

    public bool JoinedBefore2026 => Joined < SampleDates.HistoryStart;

    /// <summary>The two planted problems change a skill from the quarter's first day on.</summary>
    public Skill SkillOn(LocalDate day) => (day >= SampleDates.QuarterStart, No) switch
    {
        (true, PlantedTruths.WeakProposals) => Skill with { Need = 700, Propose = 200, Volume = Skill.Volume * 12 / 10 },
        (true, PlantedTruths.LowVolume) => Skill with { Volume = Skill.Volume / 3 },
        _ => Skill,
    };
}

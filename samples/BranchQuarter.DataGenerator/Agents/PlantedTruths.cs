namespace BranchQuarter.DataGenerator;

/// <summary>What a diagnosis of the quarter should find.</summary>
internal static class PlantedTruths
{
    /// <summary>Many interviews, few proposals; in the quarter only, not in the history.</summary>
    public const string WeakProposals = "E1017";

    /// <summary>A third of the calls and appointments of before at the same ratios.</summary>
    public const string LowVolume = "E1023";

    /// <summary>Far above the branch in volume, conversion and premium.</summary>
    public static readonly IReadOnlyList<string> TopPerformers = ["E1007", "E1012", "E1026"];

    /// <summary>Well short of the year's hours in law and ethics.</summary>
    public static readonly IReadOnlyList<string> ShortOfTraining = ["E1013", "E1028", "E1031"];

    /// <summary>13-month persistency clearly below 0.75.</summary>
    public static readonly IReadOnlyList<string> WeakPersistency = ["E1008", "E1015", "E1022", "E1030", "E1033"];
}

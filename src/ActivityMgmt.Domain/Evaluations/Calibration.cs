namespace ActivityMgmt.Domain;

/// <summary>How managers' scores are compared.</summary>
public sealed record CalibrationPolicy
{
    /// <summary>With fewer scores than this a manager's scores are shown, but no shift is suggested. <value>Default: 5.</value></summary>
    public int FewestScores { get; init; } = 5;

    /// <summary>How many scores the overall mean weighs: a shift is the distance to it × n / (n + strength), so that few scores move little. <value>Default: 5.</value></summary>
    public decimal Strength { get; init; } = 5m;

    /// <summary>A shift smaller than this, in points, is not suggested. <value>Default: 3.</value></summary>
    public decimal SmallestShift { get; init; } = 3m;

    /// <summary>The bands of the ranking, best first, with the share of all agents that each holds; the last one holds the rest. <value>Default: top 20 %, solid 60 %, developing.</value></summary>
    public IReadOnlyList<CalibrationBand> Bands { get; init; } = [new("top", 0.2m), new("solid", 0.6m), new("developing", 0.2m)];
}

/// <summary>A part of a ranking.</summary>
/// <param name="Code">The band's code; shown as it is.</param>
/// <param name="Share">The share of all ranked agents, 0 to 1.</param>
public sealed record CalibrationBand(string Code, decimal Share);

/// <summary>One manager's scores.</summary>
/// <param name="Manager">The manager, or whatever the scores were grouped by.</param>
/// <param name="Scores">How many there are.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Median">The middle one; the mean of the two middle ones of an even number.</param>
/// <param name="Mean">The mean, rounded to 0.1 (half away from zero).</param>
/// <param name="Highest">The highest.</param>
/// <param name="SuggestedShift">By how many points these scores could move, rounded to 0.1; 0 when none is suggested.</param>
/// <param name="Reason">Why, or why not.</param>
public sealed record CalibrationGroup(
    string Manager, int Scores, decimal Lowest, decimal Median, decimal Mean, decimal Highest, decimal SuggestedShift, Reason Reason);

/// <summary>One agent's score beside what calibration would make of it.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Manager">Who scored.</param>
/// <param name="Raw">The computed total.</param>
/// <param name="Suggested">The total after the suggested shift, 0 to 100.</param>
/// <param name="Rank">The place by the computed total, from 1; equal totals share a place.</param>
/// <param name="Band">The band of that place.</param>
public sealed record CalibrationSuggestion(AgentId Agent, string Manager, decimal Raw, decimal Suggested, int Rank, string Band);

/// <summary>Managers' scores side by side, with suggestions. Changes nothing: a named person settles each total (<see cref="Evaluation.Calibrate"/>).</summary>
public sealed record Calibration
{
    /// <summary>The mean of all totals, rounded to 0.1 (half away from zero); <see langword="null"/> when there is none.</summary>
    public required decimal? Mean { get; init; }

    /// <summary>Each manager's scores, sorted by manager.</summary>
    public required IReadOnlyList<CalibrationGroup> Groups { get; init; }

    /// <summary>Each agent's suggestion, best first, equal ones by id.</summary>
    public required IReadOnlyList<CalibrationSuggestion> Suggestions { get; init; }

    /// <summary>Agents whose total is undecided; they are in no distribution and no ranking.</summary>
    public required IReadOnlyList<AgentId> Undecided { get; init; }

    /// <summary>Compares the computed totals of evaluations.</summary>
    /// <param name="evaluations">The evaluations.</param>
    /// <param name="managerOf">Who scored; agents of one manager are compared as one distribution.</param>
    /// <param name="policy">How.</param>
    public static Calibration Of(IReadOnlyList<Evaluation> evaluations, Func<Evaluation, string> managerOf, CalibrationPolicy policy)
    {
        Guard.Against.Null(evaluations);
        Guard.Against.Null(managerOf);
        Guard.Against.Null(policy);
        var scored = evaluations
            .Where(e => e.Scorecard.Total is not null)
            .Select(e => (e.Agent, Manager: managerOf(e), Raw: e.Scorecard.Total!.Value))
            .OrderByDescending(e => e.Raw).ThenBy(e => e.Agent.Value, StringComparer.Ordinal)
            .ToArray();
        var mean = scored.Length == 0 ? 0m : scored.Average(s => s.Raw);
        var groups = scored.GroupBy(s => s.Manager).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Group(g.Key, [.. g.Select(s => s.Raw).Order()], mean, policy))
            .ToArray();
        var shifts = groups.ToDictionary(g => g.Manager, g => g.SuggestedShift);
        return new()
        {
            Mean = scored.Length == 0 ? null : Tenth(mean),
            Groups = groups,
            Suggestions =
            [
                .. scored.Select(s =>
                {
                    var rank = 1 + scored.Count(o => o.Raw > s.Raw);
                    return new CalibrationSuggestion(s.Agent, s.Manager, s.Raw, Math.Clamp(s.Raw + shifts[s.Manager], 0m, 100m), rank, BandOf(rank, scored.Length, policy));
                }),
            ],
            Undecided = [.. evaluations.Where(e => e.Scorecard.Total is null).Select(e => e.Agent).OrderBy(a => a.Value, StringComparer.Ordinal)],
        };
    }

    private static CalibrationGroup Group(string manager, decimal[] sorted, decimal overall, CalibrationPolicy policy)
    {
        var (count, own) = (sorted.Length, sorted.Average());
        var median = count % 2 == 1 ? sorted[count / 2] : (sorted[(count / 2) - 1] + sorted[count / 2]) / 2m;
        var shift = count < policy.FewestScores ? 0m : Tenth((overall - own) * count / (count + policy.Strength));
        var isWorthIt = count >= policy.FewestScores && Math.Abs(shift) >= policy.SmallestShift;
        var reason = count < policy.FewestScores ? Reason.Of("calibration.too-few", ("scores", count), ("needed", policy.FewestScores))
            : isWorthIt ? Reason.Of("calibration.shift", ("scores", count), ("mean", Tenth(own)), ("overall", Tenth(overall)), ("shift", shift))
            : Reason.Of("calibration.in-line", ("scores", count), ("mean", Tenth(own)), ("overall", Tenth(overall)));
        return new(manager, count, sorted[0], median, Tenth(own), sorted[^1], isWorthIt ? shift : 0m, reason);
    }

    // A place belongs to the band in which the share of those before it ends.
    private static string BandOf(int rank, int all, CalibrationPolicy policy)
    {
        var until = 0m;
        foreach (var band in policy.Bands)
        {
            until += band.Share;
            if (rank - 1 < until * all)
            {
                return band.Code;
            }
        }

        return policy.Bands.Count == 0 ? "" : policy.Bands[^1].Code;
    }

    private static decimal Tenth(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}

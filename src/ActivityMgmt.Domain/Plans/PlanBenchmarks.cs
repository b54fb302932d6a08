namespace ActivityMgmt.Domain;

/// <summary>Ratios to plan with when nobody's own past is large enough, and from how many cases on a past counts.</summary>
public sealed record PlanBenchmarks
{
    /// <summary>How much of a goal's measure one unit of the funnel's last step brings, such as premium per case, by the goal's measure.</summary>
    public required IReadOnlyDictionary<MeasureId, decimal> PerLastStep { get; init; }

    /// <summary>The usual conversion into a funnel step from the step before it, greater than 0, by the step.</summary>
    public required IReadOnlyDictionary<MeasureId, decimal> Conversions { get; init; }

    /// <summary>From how many entries of the step before on an agent's or team's own ratio is used. <value>Default: 10.</value></summary>
    public int MinimumSample { get; init; } = 10;

    /// <summary>How many entries of the funnel's first step an agent can do on a working day. <value>Default: 4.</value></summary>
    public decimal CapacityPerDay { get; init; } = 4m;

    /// <summary>From which sample sizes on a ratio's confidence is medium and high. <value>Default: 30 and 100.</value></summary>
    public ConfidenceLevels Levels { get; init; } = new();

    internal static PlanBenchmarks Read(DocumentNode node, IReadOnlyList<MeasureDescription> measures)
    {
        node.AllowOnly("perLastStep", "conversions", "minimumSample", "capacityPerDay");
        return new()
        {
            PerLastStep = Ratios(node["perLastStep"], measures),
            Conversions = Ratios(node["conversions"], measures),
            MinimumSample = node["minimumSample"].IsNothing ? 10 : node["minimumSample"].Whole(),
            CapacityPerDay = node["capacityPerDay"].Number(4m),
        };
    }

    private static Dictionary<MeasureId, decimal> Ratios(DocumentNode node, IReadOnlyList<MeasureDescription> measures)
    {
        var ratios = new Dictionary<MeasureId, decimal>();
        foreach (var name in node.Names)
        {
            var value = node[name].Number();
            if (measures.All(m => m.Id.Value != name))
            {
                node[name].Unknown("document.unknown-measure", name, measures.Select(m => m.Id.Value));
            }
            else if (value <= 0m && node[name].Kind == DocumentNodeKind.Number)
            {
                node[name].Report(Reason.Of("document.not-positive", ("value", value)));
            }
            else
            {
                ratios[new(name)] = value;
            }
        }

        return ratios;
    }
}

namespace ActivityMgmt.Domain;

/// <summary>What a branch wants to reach in a quarter, and how that is handed down (document kind <see cref="DocumentKinds.Target"/>).</summary>
public sealed record TargetDocument
{
    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>The branch's id.</summary>
    public required string Branch { get; init; }

    /// <summary>The targets, in the order of the document; the first is the one that is planned backwards, and whose gap the funnel explains.</summary>
    public required IReadOnlyList<BranchTarget> Targets { get; init; }

    /// <summary>The past that says what is usual for an agent, both ends included.</summary>
    public required DateInterval History { get; init; }

    /// <summary>Ratios to plan with when neither the agent nor the team has a past of their own.</summary>
    public required PlanBenchmarks Benchmarks { get; init; }

    /// <summary>Limits of a SMART goal.</summary>
    public required SmartLimits Smart { get; init; }

    /// <summary>The smallest piece in which a measure's target is handed out.</summary>
    /// <exception cref="KeyNotFoundException">The document has no target for the measure.</exception>
    public decimal PieceOf(MeasureId measure) => Targets.FirstOrDefault(t => t.Measure == measure)?.Piece
        ?? throw new KeyNotFoundException($"The target document of {Quarter} has no target for '{measure}'.");

    /// <summary>Reads a published target.</summary>
    /// <param name="document">The document.</param>
    /// <param name="measures">The measures it may name.</param>
    /// <param name="fiscal">Says which days the quarters of the history are.</param>
    /// <exception cref="DocumentException">The document is not valid.</exception>
    public static TargetDocument Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures, IFiscalCalendar fiscal)
    {
        Guard.Against.Null(document);
        Guard.Against.Null(fiscal);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly("id", "version", "effective", "quarter", "branch", "goals", "history", "benchmarks", "smart");
        var quarter = QuarterOf(root["quarter"]);
        var target = new TargetDocument
        {
            Quarter = quarter ?? new(1, 1),
            Branch = root["branch"].Name(),
            Targets = [.. root["goals"].Items.Select(g => BranchTarget.Read(g, measures))],
            History = HistoryOf(root["history"], quarter, fiscal),
            Benchmarks = PlanBenchmarks.Read(root["benchmarks"], measures),
            Smart = SmartLimits.Read(root["smart"]),
        };
        foreach (var (goal, i) in target.Targets.Select((t, i) => (t, i)))
        {
            if (target.Targets.Take(i).Any(t => t.Measure == goal.Measure))
            {
                root["goals"].Items[i]["measure"].Report(Reason.Of("document.id-twice", ("id", goal.Measure.Value)));
            }
        }

        if (target.Targets.Count == 0)
        {
            root["goals"].Report(Reason.Of("target.no-goals"));
        }

        root.ThrowIfProblems();
        return target;
    }

    private static Quarter? QuarterOf(DocumentNode node)
    {
        var text = node.Text();
        try
        {
            return Quarter.Parse(text);
        }
        catch (FormatException)
        {
            if (node.Kind == DocumentNodeKind.Text)
            {
                node.Report(Reason.Of("target.not-a-quarter", ("value", text)));
            }

            return null;
        }
    }

    // The quarters before, as many as the document says.
    private static DateInterval HistoryOf(DocumentNode node, Quarter? quarter, IFiscalCalendar fiscal)
    {
        node.AllowOnly("quarters");
        var count = node["quarters"].Whole();
        if (count is < 1 or > 12)
        {
            if (node["quarters"].Kind == DocumentNodeKind.Number && node["quarters"].Number() == count)
            {
                node["quarters"].Report(Reason.Of("target.history-out-of-range", ("value", count)));
            }

            count = 1;
        }

        return quarter is { } known ? HistoryOf(node, known, count, fiscal) : new(new(1, 1, 1), new(1, 1, 1));
    }

    private static DateInterval HistoryOf(DocumentNode node, Quarter quarter, int count, IFiscalCalendar fiscal)
    {
        try
        {
            var first = quarter;
            for (var i = 0; i < count; i++)
            {
                first = first.Previous;
            }

            return new(fiscal.IntervalOf(first).Start, fiscal.IntervalOf(quarter).Start.PlusDays(-1));
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or BrokenRuleException { Rule: TheFiscalCalendarCoversThePeriodRule })
        {
            node["quarters"].Report(Reason.Of("target.history-not-covered", ("value", count), ("quarter", quarter.ToString())));
            return new(new(1, 1, 1), new(1, 1, 1));
        }
    }
}

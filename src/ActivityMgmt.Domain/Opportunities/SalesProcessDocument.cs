namespace ActivityMgmt.Domain;

/// <summary>Reads a sales process from a document of kind <see cref="DocumentKinds.SalesProcess"/>.</summary>
/// <remarks><c>{ "id": "agency", "version": 1, "effective": "2026-01-01/..", "stages": [ { "id": "proposal", "probability": 0.5, "outcome": "open", "entry": ["value"], "exit": ["activity:proposal"], "staleAfterDays": 30 } ] }</c></remarks>
public static class SalesProcessDocument
{
    /// <summary>Reads and checks a document.</summary>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with line, column and JSON path.</exception>
    public static SalesProcess Read(PublishedDocument document)
    {
        Guard.Against.Null(document);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly("id", "version", "effective", "stages");
        var stages = root["stages"].Items.Select(Stage).ToArray();
        foreach (var (stage, i) in stages.Select((s, i) => (s, i)))
        {
            if (stages.Take(i).Any(s => s.Id == stage.Id))
            {
                root["stages"].Items[i]["id"].Report(Reason.Of("document.id-twice", ("id", stage.Id)));
            }
        }

        foreach (var (outcome, code) in new[] { (StageOutcome.Won, "sales-process.nothing-won"), (StageOutcome.Lost, "sales-process.nothing-lost") })
        {
            if (stages.All(s => s.Outcome != outcome))
            {
                root["stages"].Report(Reason.Of(code));
            }
        }

        var id = root["id"].Name();
        root.ThrowIfProblems();
        return new() { Id = id, Stages = stages };
    }

    private static SalesStage Stage(DocumentNode node)
    {
        node.AllowOnly("id", "probability", "outcome", "entry", "exit", "staleAfterDays");
        var probability = node["probability"].Number();
        if (probability is < 0m or > 1m)
        {
            node["probability"].Report(Reason.Of("document.not-a-share", ("value", probability)));
        }

        return new()
        {
            Id = node["id"].Name(),
            Probability = Math.Clamp(probability, 0m, 1m),
            Outcome = node["outcome"].IsNothing ? StageOutcome.Open : node["outcome"].OneOf("open", "won", "lost") switch
            {
                "won" => StageOutcome.Won,
                "lost" => StageOutcome.Lost,
                _ => StageOutcome.Open,
            },
            Entry = Conditions(node["entry"]),
            Exit = Conditions(node["exit"]),
            StaleAfterDays = node["staleAfterDays"].IsNothing ? null : node["staleAfterDays"].Whole(),
        };
    }

    private static StageCondition[] Conditions(DocumentNode node) => node.IsNothing ? [] :
    [
        .. node.Items.Select(item =>
        {
            var code = item.Text();
            var condition = StageCondition.Parse(code);
            if (condition is null && item.Kind == DocumentNodeKind.Text)
            {
                item.Report(Reason.Of("sales-process.unknown-condition", ("value", code), ("known", "customer, value, product, activity:…, consent:…")));
            }

            return condition;
        }).OfType<StageCondition>(),
    ];
}

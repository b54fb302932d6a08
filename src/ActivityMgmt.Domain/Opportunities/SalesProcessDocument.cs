namespace ActivityMgmt.Domain;

/// <summary>Reads and writes a sales process, as a document of kind <see cref="DocumentKinds.SalesProcess"/>.</summary>
/// <remarks><c>{ "id": "agency", "version": 1, "effective": "2026-01-01/..", "stages": [ { "id": "proposal", "probability": 0.5, "outcome": "open", "entry": ["value"], "exit": ["activity:proposal"], "staleAfterDays": 30 } ] }</c></remarks>
public static class SalesProcessDocument
{
    /// <summary>Reads and checks a document.</summary>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with line, column and JSON path.</exception>
    public static SalesProcess Read(PublishedDocument document)
    {
        Guard.Against.Null(document);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "stages"]);
        var id = DocumentHeader.Read(root).Id;
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

        root.ThrowIfProblems();
        return new() { Id = id, Stages = stages };
    }

    /// <summary>Writes a document that <see cref="Read"/> reads back the same.</summary>
    /// <param name="header">Version and validity; its id is the process's.</param>
    /// <param name="process">The process.</param>
    public static string Write(DocumentHeader header, SalesProcess process)
    {
        Guard.Against.Null(header);
        Guard.Against.Null(process);
        return DocumentWriter.Write(header with { Id = process.Id }, json => json.WriteList("stages", process.Stages, stage =>
        {
            json.WriteString("id", stage.Id);
            json.WriteNumber("probability", stage.Probability);
            if (stage.Outcome != StageOutcome.Open)
            {
                json.WriteString("outcome", stage.Outcome == StageOutcome.Won ? "won" : "lost");
            }

            foreach (var (member, conditions) in new[] { ("entry", stage.Entry), ("exit", stage.Exit) }.Where(c => c.Item2.Count > 0))
            {
                json.WriteNames(member, conditions.Select(c => c.Code));
            }

            json.WriteOptional("staleAfterDays", stage.StaleAfterDays);
        }));
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
            StaleAfterDays = node["staleAfterDays"].IsNothing ? null : node["staleAfterDays"].NotNegative(),
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
                item.Unknown("sales-process.unknown-condition", code, ["customer", "value", "product", "activity:…", "consent:…"]);
            }

            return condition;
        }).OfType<StageCondition>(),
    ];
}

namespace ActivityMgmt.Incentives;

/// <summary>Reads the document of assessment rules and reports everything that is wrong with it.</summary>
internal static class AssessmentDocument
{
    private const int LongestLookBack = 36;

    public static AssessmentRules Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "ranks", "rules", "endAfterMisses"]);
        DocumentHeader.Read(root);
        var names = new PlanNames(measures);
        var ranks = new List<string>();
        foreach (var node in root["ranks"].Items)
        {
            if (ranks.Contains(node.Text()))
            {
                node.Report(Reason.Of("assessment.document.rank-twice", ("value", node.Text())));
            }

            ranks.Add(node.Text());
        }

        if (ranks.Count == 0)
        {
            root["ranks"].Report(Reason.Of("assessment.document.no-ranks"));
        }

        var rules = new Dictionary<string, RankRules>(StringComparer.Ordinal);
        foreach (var node in root["rules"].Items)
        {
            node.AllowOnly("rank", "promote", "maintain");
            var rank = node["rank"].Text();
            if (!ranks.Contains(rank) && node["rank"].Kind == DocumentNodeKind.Text)
            {
                node["rank"].Unknown("assessment.document.unknown-rank", rank, ranks);
            }

            if (!node["promote"].IsNothing && ranks.Count > 0 && rank == ranks[^1])
            {
                node["promote"].Report(Reason.Of("assessment.document.no-rank-above", ("value", rank)));
            }

            if (!rules.TryAdd(rank, new(rank, RuleOf(node["promote"], names), RuleOf(node["maintain"], names))))
            {
                node["rank"].Report(Reason.Of("assessment.document.rank-twice", ("value", rank)));
            }
        }

        int? endAfterMisses = root["endAfterMisses"].IsNothing ? null : root["endAfterMisses"].WholeWithin(1, 12);
        root.ThrowIfProblems();
        return new(PlanReference.Of(document), ranks, rules, endAfterMisses);
    }

    private static RankRule? RuleOf(DocumentNode node, PlanNames names)
    {
        if (node.IsNothing)
        {
            return null;
        }

        node.AllowOnly("needs", "conditions", "tenureMonths", "rankMonths", "leaveExempt");
        var conditions = ConditionDocument.ReadAll(node["conditions"], names, LongestLookBack);
        return new(
            ConditionDocument.NeedsOf(node["needs"], conditions.Count),
            conditions,
            node["tenureMonths"].IsNothing ? null : node["tenureMonths"].Whole(),
            node["rankMonths"].IsNothing ? null : node["rankMonths"].Whole(),
            node["leaveExempt"].Flag(otherwise: false));
    }
}

namespace ActivityMgmt.Incentives;

/// <summary>Reads the document of titles and support offers and reports everything that is wrong with it.</summary>
internal static class IncentiveDocument
{
    private const int LongestLookBack = 36;
    private static readonly string[] Preferences = ["money", "title", "training", "time"];

    public static IncentiveRules Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "titles", "support", "mostOffers"]);
        DocumentHeader.Read(root);
        var names = new PlanNames(measures);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var titles = root["titles"].Items.Select(t => TitleOf(t, names, ids)).ToArray();
        var support = root["support"].Items.Select(s => SupportOf(s, names, ids)).ToArray();
        var most = root["mostOffers"].IsNothing ? int.MaxValue : root["mostOffers"].WholeWithin(1, 20);
        root.ThrowIfProblems();
        return new(PlanReference.Of(document), titles, support, most);
    }

    private static TitleRule TitleOf(DocumentNode node, PlanNames names, HashSet<string> ids)
    {
        node.AllowOnly("id", "name", "routes", "quality");
        if (node["routes"].Items.Count == 0)
        {
            node["routes"].Report(Reason.Of("honours.document.no-routes"));
        }

        return new(
            IdOf(node["id"], ids),
            PlanContext.NameOf(node),
            [.. node["routes"].Items.Select(RouteOf)],
            node["quality"].IsNothing ? null : ConditionDocument.Read(node["quality"], names, LongestLookBack));

        TitleRoute RouteOf(DocumentNode route)
        {
            route.AllowOnly("id", "conditions");
            return new(route["id"].Text(), ConditionDocument.ReadAll(route["conditions"], names, LongestLookBack));
        }
    }

    private static SupportRule SupportOf(DocumentNode node, PlanNames names, HashSet<string> ids)
    {
        node.AllowOnly("id", "name", "offer", "tenureMonths", "weakSteps", "weakness", "times", "conditions", "prefers");
        var tenure = node["tenureMonths"];
        if (!tenure.IsNothing)
        {
            tenure.AllowOnly("from", "to");
        }

        if (node["tenureMonths"].IsNothing && node["weakSteps"].IsNothing && node["prefers"].IsNothing && node["conditions"].IsNothing)
        {
            node.Report(Reason.Of("honours.document.no-criterion"));
        }

        return new()
        {
            Id = IdOf(node["id"], ids),
            Name = PlanContext.NameOf(node),
            Offer = node["offer"].OneOf("training", "coaching", "joint-visit", "time", "recognition") switch
            {
                "coaching" => SupportKind.Coaching,
                "joint-visit" => SupportKind.JointVisit,
                "time" => SupportKind.Time,
                "recognition" => SupportKind.Recognition,
                _ => SupportKind.Training,
            },
            TenureFrom = tenure["from"].IsNothing ? null : tenure["from"].Whole(),
            TenureTo = tenure["to"].IsNothing ? null : tenure["to"].Whole(),
            Steps = [.. node["weakSteps"].Items.Select(s => names.Measure(s)?.Id).OfType<MeasureId>()],
            Weakness = node["weakness"].IsNothing ? null : node["weakness"].OneOf("volume", "conversion") == "volume" ? CauseKind.Volume : CauseKind.Conversion,
            Times = node["times"].IsNothing ? 1 : node["times"].WholeWithin(1, 20),
            Conditions = node["conditions"].IsNothing ? [] : ConditionDocument.ReadAll(node["conditions"], names, LongestLookBack),
            Prefers = node["prefers"].IsNothing ? null : node["prefers"].OneOf(Preferences),
        };
    }

    private static string IdOf(DocumentNode node, HashSet<string> ids)
    {
        var id = node.Text();
        if (node.Kind == DocumentNodeKind.Text && !ids.Add(id))
        {
            node.Report(Reason.Of("honours.document.id-twice", ("value", id)));
        }

        return id;
    }
}

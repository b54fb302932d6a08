namespace ActivityMgmt.Kpi;

/// <summary>Reads a scorecard document into its parts.</summary>
internal static class ScorecardDocument
{
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["attainment"] = ["measure", "target", "maximum", "minimum"],
        ["bands"] = ["measure", "bands"],
        ["relative"] = ["measure", "against", "bands"],
        ["compliance"] = [],
        ["best-of"] = ["of"],
        ["ratings"] = ["weights", "minimumPeers"],
        ["satisfaction"] = ["shrink"],
        ["recommend"] = ["shrink"],
    };

    /// <exception cref="DocumentException">The document is not valid.</exception>
    public static IReadOnlyList<ScorePart> Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        var root = Parse(document);
        var parts = new List<ScorePart>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var weights = 0m;
        foreach (var node in root["parts"].Items)
        {
            var id = node["id"].Text();
            if (!ids.Add(id) && node["id"].Kind == DocumentNodeKind.Text)
            {
                node["id"].Report(Reason.Of("kpi.score-part-twice", ("value", id)));
            }

            weights += Weight(node["weight"]);
            if (Part(node, id, measures) is { } part)
            {
                parts.Add(part);
            }
        }

        if (weights != 100m)
        {
            (root["parts"].IsNothing ? root : root["parts"]).Report(Reason.Of("kpi.score-weights", ("sum", weights)));
        }

        root.ThrowIfProblems();
        return parts;
    }

    /// <summary>The document's root, its header checked.</summary>
    public static DocumentNode Parse(PublishedDocument document)
    {
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "parts"]);
        DocumentHeader.Read(root);
        return root;
    }

    private static ScorePart? Part(DocumentNode node, string id, IReadOnlyList<MeasureDescription> measures)
    {
        var kind = node["kind"].OneOf([.. Kinds.Keys]);
        node.AllowOnly(["id", "name", "weight", "kind", "absent", .. Kinds[kind]]);
        node["name"]["en"].Text();
        node["name"]["zh"].Text();
        var weight = node["weight"].Kind == DocumentNodeKind.Number ? node["weight"].Number() : 0m;
        var absent = node["absent"].OneOf("reweight", "zero", "block") switch
        {
            "zero" => AbsentPart.Zero,
            "block" => AbsentPart.Block,
            _ => AbsentPart.Reweight,
        };
        if (kind == "compliance")
        {
            return new CompliancePart(id, weight, absent);
        }

        if (kind is "ratings" or "satisfaction" or "recommend")
        {
            return kind switch
            {
                "ratings" => new RatingsPart(id, weight, absent, Ratings(node["weights"]), Peers(node["minimumPeers"])),
                "satisfaction" => new SatisfactionPart(id, weight, absent, Shrink(node["shrink"])),
                _ => new RecommendPart(id, weight, absent, Shrink(node["shrink"])),
            };
        }

        if (kind == "best-of")
        {
            return Best(node, id, weight, absent, measures);
        }

        if (kind == "attainment")
        {
            return Attainment(node, id, weight, absent, measures);
        }

        var measure = Measure(node["measure"], measures);

        var bands = Bands(node["bands"]);
        if (kind == "bands")
        {
            return measure is null ? null : new BandsPart(id, weight, absent, measure, bands);
        }

        var against = Measure(node["against"], measures);
        if (measure is null || against is null)
        {
            return null;
        }

        if (measure.Unit != against.Unit)
        {
            node["against"].Report(Reason.Of("kpi.expression-units", ("left", measure.Unit.Code), ("right", against.Unit.Code)));
        }

        return new RelativePart(id, weight, absent, measure, against, bands);
    }

    private static AttainmentPart? Attainment(DocumentNode node, string id, decimal weight, AbsentPart absent, IReadOnlyList<MeasureDescription> measures)
    {
        var measure = Measure(node["measure"], measures);
        var (target, minimum, maximum) = (Optional(node["target"]), Optional(node["minimum"]), Points(node["maximum"], 100m));
        return measure is null ? null : new AttainmentPart(id, weight, absent, measure, target, minimum, maximum);
    }

    private static BestPart? Best(DocumentNode node, string id, decimal weight, AbsentPart absent, IReadOnlyList<MeasureDescription> measures)
    {
        var parts = new List<AttainmentPart?>();
        foreach (var item in node["of"].Items)
        {
            item.AllowOnly(["measure", .. Kinds["attainment"].Skip(1)]);
            parts.Add(Attainment(item, id, weight, absent, measures));
        }

        if (parts.Count < 2 && (node["of"].IsNothing || node["of"].Kind == DocumentNodeKind.List))
        {
            node["of"].Report(Reason.Of("kpi.score-best-of-few"));
        }

        return parts.Count == 0 || parts.Contains(null) ? null : new BestPart(id, weight, absent, [.. parts.OfType<AttainmentPart>()]);
    }

    private static RatingWeights Ratings(DocumentNode node)
    {
        node.AllowOnly("self", "peers", "manager");
        var weights = new RatingWeights(node["self"].Number(0m), node["peers"].Number(0m), node["manager"].Number(0m));
        if (weights.Self < 0m || weights.Peers < 0m || weights.Manager < 0m || weights.Self + weights.Peers + weights.Manager <= 0m)
        {
            node.Report(Reason.Of("kpi.score-rating-weights"));
        }

        return weights;
    }

    // Below three raters one could tell who said what.
    private static int Peers(DocumentNode node)
    {
        var peers = node.IsNothing ? 3 : node.Whole();
        if (peers < 3 && (node.IsNothing || node.Kind == DocumentNodeKind.Number))
        {
            node.Report(Reason.Of("kpi.score-minimum-peers", ("value", peers)));
        }

        return peers;
    }

    private static Shrinkage? Shrink(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return null;
        }

        node.AllowOnly("towards", "strength");
        var towards = node["towards"].OneOf("branch", "team") == "team" ? SubjectKind.Team : SubjectKind.Branch;
        var strength = node["strength"].Number();
        if (strength <= 0m && node["strength"].Kind == DocumentNodeKind.Number)
        {
            node["strength"].Report(Reason.Of("document.not-positive", ("value", strength)));
        }

        return new(towards, strength);
    }

    private static List<ScoreBand> Bands(DocumentNode node)
    {
        var bands = new List<ScoreBand>();
        foreach (var item in node.Items)
        {
            item.AllowOnly("from", "points");
            var band = new ScoreBand(item["from"].Number(), Points(item["points"], null));
            if (bands.Count > 0 && band.From <= bands[^1].From)
            {
                item["from"].Report(Reason.Of("kpi.score-bands-order", ("value", band.From), ("before", bands[^1].From)));
            }

            bands.Add(band);
        }

        if (bands.Count == 0 && (node.IsNothing || node.Kind == DocumentNodeKind.List))
        {
            node.Report(Reason.Of("kpi.score-no-bands"));
        }

        return bands;
    }

    private static decimal Points(DocumentNode node, decimal? otherwise)
    {
        var points = otherwise is { } o ? node.Number(o) : node.Number();
        if (points is < 0m or > 100m)
        {
            node.Report(Reason.Of("kpi.score-points-range", ("value", points)));
        }

        return points;
    }

    private static decimal Weight(DocumentNode node)
    {
        var weight = node.Number();
        if (weight <= 0m && node.Kind == DocumentNodeKind.Number)
        {
            node.Report(Reason.Of("kpi.score-weight-positive", ("value", weight)));
        }

        return weight;
    }

    private static decimal? Optional(DocumentNode node) => node.IsNothing ? null : node.Number();

    private static MeasureDescription? Measure(DocumentNode node, IReadOnlyList<MeasureDescription> measures)
    {
        var id = node.Text();
        var found = measures.FirstOrDefault(m => m.Id.Value == id);
        if (found is null && node.Kind == DocumentNodeKind.Text)
        {
            node.Unknown("kpi.unknown-measure", id, measures.Select(m => m.Id.Value));
        }

        return found;
    }
}

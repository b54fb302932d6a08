namespace BranchQuarter;

/// <summary>The documents of a profile, all read and checked before anything is stored.</summary>
/// <param name="All">The documents, ready to be published.</param>
/// <param name="Target">The quarter's target.</param>
/// <param name="Names">The names that the documents give their measures, parts, components, titles and offers.</param>
internal sealed record ProfileDocuments(IReadOnlyList<PublishedDocument> All, TargetDocument Target, IReadOnlyList<ITextSource> Names)
{
    private static readonly (string File, string Kind)[] Known =
    [
        ("kpis.json", DocumentKinds.Kpis),
        ("target.json", DocumentKinds.Target),
        ("scorecard.json", DocumentKinds.Scorecard),
        ("compliance.json", DocumentKinds.RulePack),
        ("pay-plan.json", DocumentKinds.PayPlan),
        ("assessment.json", DocumentKinds.Assessment),
        ("incentives.json", DocumentKinds.Incentives),
    ];

    /// <summary>Reads the documents and has each package check its own. KPIs and target are required, the others are optional.</summary>
    /// <exception cref="DocumentException">A document is wrong; carries every problem of that document.</exception>
    public static ProfileDocuments Read(string folder, Quarter quarter, IKpiEngine engine, IScorecards scorecards)
    {
        var documents = new List<PublishedDocument>();
        foreach (var (file, kind) in Known)
        {
            var path = Path.Combine(folder, "documents", file);
            if (File.Exists(path) || kind is DocumentKinds.Kpis or DocumentKinds.Target)
            {
                documents.Add(Publish(path, "documents/" + file, kind));
            }
        }

        RequireValidity(folder, documents, quarter);
        PublishedDocument? Of(string kind) => documents.Find(d => d.Kind == kind);
        var nothing = engine.Open(FactBook.Of([]), Of(DocumentKinds.Kpis)!, Calendars.Default);
        var measures = nothing.Measures;
        var target = TargetDocument.Read(Of(DocumentKinds.Target)!, measures, FiscalCalendars.Gregorian);
        RequireQuarter(Of(DocumentKinds.Target)!, target, quarter);
        var names = new List<ITextSource> { new MeasureTexts(measures) };
        if (Of(DocumentKinds.RulePack) is { } rules)
        {
            RulePack.Read(rules);
        }

        if (Of(DocumentKinds.Scorecard) is { } scorecard)
        {
            scorecards.Score(scorecard, nothing, new("-"), FiscalCalendars.Gregorian.IntervalOf(target.Quarter), new Dictionary<MeasureId, Quantity>(), []);
            names.Add(new ScorecardTexts(scorecard));
        }

        if (Of(DocumentKinds.PayPlan) is { } plan)
        {
            names.Add(PayPlan.Read(plan, measures).Texts);
        }

        if (Of(DocumentKinds.Assessment) is { } assessment)
        {
            AssessmentRules.Read(assessment, measures);
        }

        if (Of(DocumentKinds.Incentives) is { } incentives)
        {
            names.Add(IncentiveRules.Read(incentives, measures).Texts);
        }

        return new(documents, target, names);
    }

    // A document that doesn't apply on the quarter's first day would stop the run half-way; better say so now.
    private static void RequireValidity(string folder, IEnumerable<PublishedDocument> documents, Quarter quarter)
    {
        var first = FiscalCalendars.Gregorian.IntervalOf(quarter).Start;
        foreach (var document in documents.Where(d => !d.AppliesOn(first)))
        {
            var root = DocumentNode.Parse(Files.Read(Path.Combine(folder, document.FileName)), document.FileName);
            root["effective"].Report(Reason.Of("bq.not-effective", ("date", first), ("quarter", quarter.ToString())));
            root.ThrowIfProblems();
        }
    }

    private static void RequireQuarter(PublishedDocument document, TargetDocument target, Quarter quarter)
    {
        if (target.Quarter != quarter)
        {
            var root = DocumentNode.Parse(document.Text, document.FileName);
            root["quarter"].Report(Reason.Of("bq.other-quarter", ("found", target.Quarter.ToString()), ("quarter", quarter.ToString())));
            root.ThrowIfProblems();
        }
    }

    private static PublishedDocument Publish(string path, string name, string kind)
    {
        var text = Files.Read(path);
        var root = DocumentNode.Parse(text, name);
        var header = DocumentHeader.Read(root);
        root.ThrowIfProblems();
        return header.ToPublished(kind, text);
    }
}
